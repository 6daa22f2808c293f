import type { Day } from '../calendar/day.ts'
import type { Refusal } from '../refusals.ts'

export interface FollowUpFacts {
  doneOn: Day | null
  cancelledReason: string
}

/** Why a follow-up cannot be recorded or called off: it is over already. */
export function whyNotEndFollowUp({ doneOn, cancelledReason }: FollowUpFacts): Refusal | undefined {
  return doneOn !== null || cancelledReason !== '' ? { code: 'follow_up_done' } : undefined
}

/**
 * Why what was found cannot be recorded: it lies ahead, or whoever was reached said something that
 * is not written.
 */
export function whyNotRecordFollowUp(
  facts: FollowUpFacts,
  found: { onDay: Day; reached: boolean; howNow: string },
  today: Day,
): Refusal | undefined {
  const over = whyNotEndFollowUp(facts)
  if (over) return over
  if (found.onDay > today) return { code: 'contact_in_future' }
  return found.reached && found.howNow.trim() === '' ? { code: 'reason_missing' } : undefined
}
