import type { Decision } from '@peyvand/domain/review/review.ts'
import type { Judged } from '../monitoring/goal-choice.tsx'

/** A review as it is being written. */
export interface WrittenReview {
  /** Made once and kept with the draft, so that sending it again records it once. */
  id: string
  onDay: string
  present: string[]
  others: string
  clientSays: string
  clientSaysMissing: string
  goals: Record<string, Judged & { progressId: string }>
  needsChanged: string
  decision: Decision
  decisionReason: string
  nextOn: string | null
}

export interface ReviewPartProps {
  written: WrittenReview
  change: (part: Partial<WrittenReview>) => void
}

/** Whether there is a next review after this decision. */
export const doesGoOn = (decision: Decision) => decision !== 'close' && decision !== 'transfer'
