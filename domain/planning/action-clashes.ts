import type { ActionKind } from './goal.ts'
import { likeness, sameWords } from './same-words.ts'

export interface ClashFacts {
  /** Actions of living goals that were neither done nor dropped. */
  actions: readonly {
    id: string
    goalNumber: number
    kind: ActionKind
    what: string
  }[]
  /** Open needs for safety, by number, grave enough to ask for a goal. */
  safetyNeeds: readonly number[]
}

/** Two actions that repeat one another, or one that stands against a need of the case. */
export type ActionClash =
  | { code: 'repeats'; actionId: string; otherId: string }
  | { code: 'mediation_beside_danger'; actionId: string; needNumber: number }

const alike = 0.5

/**
 * Actions that repeat one another (the same kind in much the same words, or the same words), and
 * mediation beside an open need for safety: people who are in danger from one another are not
 * brought to one table. Shown to the author; never a lock.
 */
export function actionClashes({ actions, safetyNeeds }: ClashFacts): ActionClash[] {
  const repeats = actions.flatMap((action, index) =>
    actions
      .slice(0, index)
      .filter(
        (earlier) =>
          sameWords(earlier.what, action.what) ||
          (earlier.kind === action.kind && likeness(earlier.what, action.what) >= alike),
      )
      .map(({ id }) => ({ code: 'repeats' as const, actionId: action.id, otherId: id })),
  )
  const danger = actions
    .filter(({ kind }) => kind === 'mediation')
    .flatMap(({ id }) =>
      safetyNeeds.map((needNumber) => ({
        code: 'mediation_beside_danger' as const,
        actionId: id,
        needNumber,
      })),
    )
  return [...repeats, ...danger]
}
