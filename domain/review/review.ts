import type { Day } from '../calendar/day.ts'
import type { Refusal } from '../refusals.ts'

/** What a review decides. */
export const decisions = ['continue', 'revise', 'step_down', 'transfer', 'close'] as const
export type Decision = (typeof decisions)[number]

/** Decisions after which the same team goes on and meets again. */
const goesOn: ReadonlySet<Decision> = new Set(['continue', 'revise', 'step_down'])

export interface ReviewFacts {
  onDay: Day
  today: Day
  participants: string
  clientSays: string
  /** Why the client's own words are missing. */
  clientSaysMissing: string
  /** Goals at work, and those that the review judged. */
  goalsAtWork: readonly string[]
  goalsJudged: readonly string[]
  decision: Decision
  decisionReason: string
  nextOn: Day | null
}

/** What a review still lacks, in the order in which it is asked. */
export type ReviewGap =
  'day' | 'participants' | 'goals' | 'client_says' | 'decision_reason' | 'next_day'

/** What is missing for a review to be recorded; nothing when it is whole. */
export function reviewGaps(facts: ReviewFacts): ReviewGap[] {
  const gaps: ReviewGap[] = []
  if (facts.onDay > facts.today) gaps.push('day')
  if (facts.participants.trim() === '') gaps.push('participants')
  if (facts.goalsAtWork.some((goal) => !facts.goalsJudged.includes(goal))) gaps.push('goals')
  if (facts.clientSays.trim() === '' && facts.clientSaysMissing.trim() === '') {
    gaps.push('client_says')
  }
  if (facts.decisionReason.trim() === '') gaps.push('decision_reason')
  if (goesOn.has(facts.decision) && (facts.nextOn === null || facts.nextOn <= facts.onDay)) {
    gaps.push('next_day')
  }
  return gaps
}

/** Why a review cannot be recorded: every goal is judged, the client is heard, the next day is set. */
export function whyNotReview(facts: ReviewFacts): Refusal | undefined {
  const missing = reviewGaps(facts)
  return missing.length > 0 ? { code: 'review_not_complete', facts: { missing } } : undefined
}
