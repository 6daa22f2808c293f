import type { AttainmentScale } from './goal.ts'
import { missingLevels } from './goal.ts'
import { sameWords } from './same-words.ts'

export interface RemarkFacts {
  goals: readonly {
    id: string
    number: number
    clientWords: string
    professionalWords: string
    strengthIds: readonly string[]
    scale: AttainmentScale
    targetOn: string | null
    /** Actions that were not dropped. */
    actions: readonly { dueOn: string | null }[]
    /** It says word for word what it said in the edition before. */
    unchanged: boolean
  }[]
}

export const remarkCodes = [
  'no_client_words',
  'client_words_copied',
  'goal_copied',
  'all_unchanged',
  'no_strength',
  'scale_incomplete',
  'no_target',
  'no_action',
  'action_after_target',
] as const
export type RemarkCode = (typeof remarkCodes)[number]

/** Something a plan could do better; `goalId` where it is about one goal. */
export interface PlanRemark {
  code: RemarkCode
  goalId?: string
  number?: number
  /** Number of the goal it was copied from. */
  otherNumber?: number
}

/**
 * Where a plan is shallow: goals copied from one another, from the client's words or from the last
 * edition, none in the client's words, none resting on a strength, a scale half written. Told to
 * its author; never a lock.
 */
export function planRemarks({ goals }: RemarkFacts): PlanRemark[] {
  const ofGoals = goals.flatMap((goal, index) => {
    const say = (code: RemarkCode, is: boolean): PlanRemark[] =>
      is ? [{ code, goalId: goal.id, number: goal.number }] : []
    const twin = goals
      .slice(0, index)
      .find((earlier) => sameWords(earlier.professionalWords, goal.professionalWords))
    const { targetOn } = goal
    const late = goal.actions.some(({ dueOn }) => dueOn && targetOn && dueOn > targetOn)
    return [
      ...say('no_client_words', goal.clientWords === ''),
      ...say('client_words_copied', sameWords(goal.clientWords, goal.professionalWords)),
      ...say('goal_copied', twin !== undefined).map((remark) => ({
        ...remark,
        otherNumber: twin?.number,
      })),
      ...say('no_strength', goal.strengthIds.length === 0),
      ...say('scale_incomplete', missingLevels(goal.scale).length > 0),
      ...say('no_target', targetOn === null),
      ...say('no_action', goal.actions.length === 0),
      ...say('action_after_target', late),
    ]
  })
  const allUnchanged = goals.length > 0 && goals.every(({ unchanged }) => unchanged)
  return [...(allUnchanged ? [{ code: 'all_unchanged' as const }] : []), ...ofGoals]
}
