import type { RequestStatus } from '@peyvand/domain/intake/request-steps.ts'
import { useWords } from '../../platform/words.tsx'
import type { StateName, ToneName } from '../../ui/level.tsx'
import { StateMark } from '../../ui/state-mark.tsx'

const marks: Record<RequestStatus, { state: StateName; tone?: ToneName }> = {
  received: { state: 'ahead', tone: 'accent' },
  eligible: { state: 'underway' },
  waitlisted: { state: 'underway', tone: 'watch' },
  accepted: { state: 'done' },
  guided: { state: 'done' },
  ineligible: { state: 'refused' },
  declined: { state: 'refused' },
  withdrawn: { state: 'refused' },
}

/** Where a request stands: its shape and its word. */
export function RequestMark({ status, bare = false }: { status: RequestStatus; bare?: boolean }) {
  const t = useWords()
  const { state, tone } = marks[status]
  return (
    <StateMark state={state} bare={bare} {...(tone ? { tone } : {})}>
      {t(`intake.status.${status}`)}
    </StateMark>
  )
}
