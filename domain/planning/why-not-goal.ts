import type { Refusal } from '../refusals.ts'

/**
 * Why a goal cannot be kept as it is written: it answers no need, or the client's words and the
 * reason for their absence are both missing.
 */
export function whyNotGoal(goal: {
  needIds: readonly string[]
  clientWords: string
  clientWordsMissing: string
}): Refusal | undefined {
  if (goal.needIds.length === 0) return { code: 'goal_without_need' }
  return goal.clientWords.trim() === '' && goal.clientWordsMissing.trim() === ''
    ? { code: 'reason_missing', facts: { field: 'clientWordsMissing' } }
    : undefined
}
