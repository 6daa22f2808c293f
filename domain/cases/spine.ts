import { elements, worseLevel } from './levels.ts'
import type { Element, Level } from './levels.ts'

/** What the spine is read from; the stage of a case is never typed. Days are ISO strings. */
export interface SpineFacts {
  assessmentsCompleted: number
  needsOpen: number
  needsAnswered: number
  plan: 'none' | 'in_hand' | 'in_force'
  referralsOpen: number
  referralsEnded: number
  contacts: number
  reviews: number
  closed: boolean
}

export interface SpineDue {
  element: Element
  rule: string
  level: Level
  dueOn: string
}

export type SpineState = 'late' | 'due' | 'under_way' | 'done' | 'ahead'

export interface SpineStation {
  element: Element
  state: SpineState
  level: Level
  /** The rule of the most pressing due item, whose sentence explains the state. */
  because: string | null
}

/**
 * The five elements as one line: what is done, due, late or ahead. An item past its day makes its
 * element late and one of today or with a pressing level makes it due; otherwise the facts speak.
 */
export function spineOf(
  facts: SpineFacts,
  due: readonly SpineDue[],
  today: string,
): SpineStation[] {
  return elements.map((element) => {
    const waiting = due
      .filter((item) => item.element === element && !facts.closed)
      .toSorted((a, b) => rank(b, today) - rank(a, today) || a.dueOn.localeCompare(b.dueOn))
    const first = waiting[0]
    const level = waiting.reduce<Level>((worst, item) => worseLevel(worst, item.level), 'normal')
    if (first && first.dueOn < today) return { element, state: 'late', level, because: first.rule }
    if (first && (first.dueOn === today || level !== 'normal')) {
      return { element, state: 'due', level, because: first.rule }
    }
    return { element, state: stateByFacts(element, facts), level, because: null }
  })
}

function rank(item: SpineDue, today: string): number {
  const pressing = ['normal', 'watch', 'urgent', 'crisis'].indexOf(item.level)
  return pressing + (item.dueOn < today ? 10 : item.dueOn === today ? 5 : 0)
}

function stateByFacts(element: Element, facts: SpineFacts): SpineState {
  switch (element) {
    case 'assessment':
      return facts.assessmentsCompleted > 0 ? 'done' : 'ahead'
    case 'plan':
      return facts.plan === 'in_force' ? 'done' : facts.plan === 'in_hand' ? 'under_way' : 'ahead'
    case 'linking':
      if (facts.referralsOpen > 0) return 'under_way'
      return facts.referralsEnded > 0 ? 'done' : 'ahead'
    case 'monitoring':
      return facts.closed ? 'done' : facts.contacts > 0 ? 'under_way' : 'ahead'
    case 'review':
      return facts.closed || facts.reviews > 0 ? 'done' : 'ahead'
  }
}
