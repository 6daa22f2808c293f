import { severityThatAsksForAGoal } from '../assessment/grid.ts'
import type { PlanSection } from '../cases/practice-model.ts'
import type { Refusal } from '../refusals.ts'
import type { SectionsContent } from './sections.ts'

export interface ProposalFacts {
  /** Open needs of the case. */
  needs: readonly { id: string; number: number; severity: number; setAside: boolean }[]
  /** Goals of this edition that have not ended. */
  goals: readonly {
    id: string
    number: number
    needIds: readonly string[]
    clientWords: string
    clientWordsMissing: string
  }[]
  sections: SectionsContent
  /** Sections the practice model of the case asks for. */
  sectionsAsked: readonly PlanSection[]
}

/** One thing a plan lacks before it can be proposed. */
export type ProposalGap =
  | { code: 'no_goal' }
  | { code: 'need_unanswered'; needId: string; number: number }
  | { code: 'goal_without_need'; goalId: string; number: number }
  | { code: 'goal_without_words'; goalId: string; number: number }
  | { code: 'section_empty'; section: PlanSection }

/**
 * Why a plan cannot be proposed yet, with everything it lacks: each need of severity 2 or more has
 * a goal or was set aside with a reason, each goal answers a need and says what the client says or
 * why that is missing, and each section says something or why it is empty.
 */
export function whyNotPropose(facts: ProposalFacts): Refusal | undefined {
  const gaps = proposalGaps(facts)
  return gaps.length > 0 ? { code: 'plan_not_complete', facts: { gaps } } : undefined
}

export function proposalGaps({
  needs,
  goals,
  sections,
  sectionsAsked,
}: ProposalFacts): ProposalGap[] {
  const answered = new Set(goals.flatMap(({ needIds }) => needIds))
  return [
    ...(goals.length === 0 ? [{ code: 'no_goal' as const }] : []),
    ...needs
      .filter(({ id, severity, setAside }) => asksForGoal(severity, setAside) && !answered.has(id))
      .map(({ id, number }) => ({ code: 'need_unanswered' as const, needId: id, number })),
    ...goals
      .filter(({ needIds }) => needIds.length === 0)
      .map(({ id, number }) => ({ code: 'goal_without_need' as const, goalId: id, number })),
    ...goals
      .filter((goal) => goal.clientWords === '' && goal.clientWordsMissing === '')
      .map(({ id, number }) => ({ code: 'goal_without_words' as const, goalId: id, number })),
    ...sectionsAsked
      .filter((section) => !sections[section])
      .map((section) => ({ code: 'section_empty' as const, section })),
  ]
}

/** Whether a need waits for a goal: grave enough, and not set aside with a reason. */
export function asksForGoal(severity: number, setAside: boolean): boolean {
  return severity >= severityThatAsksForAGoal && !setAside
}
