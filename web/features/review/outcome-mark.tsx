import type { NeedOutcome } from '@peyvand/domain/assessment/finding.ts'
import { useWords } from '../../platform/words.tsx'
import { StateMark } from '../../ui/state-mark.tsx'

const states = { met: 'done', partly_met: 'underway', unmet: 'refused' } as const

/** What came of a need: met, partly met, unmet; or that nobody has said it yet. */
export function OutcomeMark({ outcome }: { outcome: NeedOutcome | null }) {
  const t = useWords()
  if (outcome === null) return <StateMark state="ahead">{t('review.noOutcome')}</StateMark>
  return (
    <StateMark state={states[outcome]} {...(outcome === 'met' ? {} : { tone: 'watch' as const })}>
      {t(`cases.outcome.${outcome}`)}
    </StateMark>
  )
}
