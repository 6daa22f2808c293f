import type { ReferralStatus } from '@peyvand/domain/linking/referral-steps.ts'
import { useWords } from '../../platform/words.tsx'
import { Mark } from '../../ui/level.tsx'
import type { ShapeName, ToneName } from '../../ui/level.tsx'
import type { Referral } from './rows.ts'

const looks: Record<ReferralStatus, { shape: ShapeName; tone: ToneName }> = {
  draft: { shape: 'ahead', tone: 'plain' },
  sent: { shape: 'underway', tone: 'accent' },
  accepted: { shape: 'done', tone: 'accent' },
  started: { shape: 'underway', tone: 'normal' },
  waiting: { shape: 'watch', tone: 'watch' },
  completed: { shape: 'done', tone: 'normal' },
  declined: { shape: 'refused', tone: 'watch' },
  cancelled: { shape: 'refused', tone: 'plain' },
  stopped: { shape: 'refused', tone: 'watch' },
  entered_in_error: { shape: 'refused', tone: 'plain' },
}

interface ReferralMarkProps {
  status: ReferralStatus
  silent?: boolean
  bare?: boolean
}

/** Where a referral stands: a shape and its word; a partner who keeps silent is told apart. */
export function ReferralMark({ status, silent = false, bare = false }: ReferralMarkProps) {
  const t = useWords()
  const { shape, tone } = silent ? ({ shape: 'urgent', tone: 'urgent' } as const) : looks[status]
  return (
    <Mark shape={shape} tone={tone} bare={bare}>
      {silent ? t('linking.silent') : t(`linking.status.${status}`)}
    </Mark>
  )
}

/** A step of the past: what happened then, not what is so now. */
export function StepMark({ to }: { to: ReferralStatus }) {
  const t = useWords()
  const { shape, tone } = looks[to]
  return (
    <Mark shape={to === 'sent' ? 'done' : shape} tone={tone} bare>
      {t(`linking.happened.${to}`)}
    </Mark>
  )
}

type Outcome = NonNullable<Referral['outcome']>

/** What came of a referral, which is another matter than where it stands. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const t = useWords()
  const isHelp = outcome === 'got_help' || outcome === 'partly'
  return (
    <Mark
      shape={outcome === 'got_help' ? 'done' : outcome === 'partly' ? 'underway' : 'refused'}
      tone={outcome === 'got_help' ? 'normal' : 'watch'}
      bare={!isHelp}
    >
      {t(`linking.outcome.${outcome}`)}
    </Mark>
  )
}
