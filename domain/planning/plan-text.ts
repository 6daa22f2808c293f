import type { AttainmentScale } from './goal.ts'
import { attainmentLevels } from './goal.ts'
import type { SectionsContent } from './sections.ts'

/** The words of a plan that its reader agrees to: how far it has come is no part of them. */
export interface PlanWords {
  edition: number
  sections: SectionsContent
  goals: readonly {
    number: number
    clientWords: string
    clientWordsMissing: string
    professionalWords: string
    targetOn: string | null
    scale: AttainmentScale
    needs: readonly string[]
    strengths: readonly string[]
    actions: readonly {
      kind: string
      what: string
      who: string
      whoName: string
      dueOn: string | null
      frequency: string
    }[]
  }[]
}

/**
 * One line of text that is the same exactly when the words of the plan are: what an agreement is
 * bound to. Goals stand by number, everything else in the order in which it is shown.
 */
export function planText({ edition, sections, goals }: PlanWords): string {
  const orderedSections = Object.entries(sections).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const orderedGoals = goals.toSorted((a, b) => a.number - b.number)
  return JSON.stringify([
    edition,
    orderedSections.map(([code, content]) => [
      code,
      'words' in content ? ['words', content.words] : ['none', content.none],
    ]),
    orderedGoals.map((goal) => [
      goal.number,
      goal.clientWords,
      goal.clientWordsMissing,
      goal.professionalWords,
      goal.targetOn,
      attainmentLevels.map((level) => goal.scale[level] ?? ''),
      goal.needs,
      goal.strengths,
      goal.actions.map(({ kind, what, who, whoName, dueOn, frequency }) => [
        kind,
        what,
        who,
        whoName,
        dueOn,
        frequency,
      ]),
    ]),
  ])
}
