/**
 * Norms that are ours where the practice model names none, in days. They say when something is
 * due, never that it may not be done otherwise.
 */
export const norms = {
  /** How far ahead something planned is shown. */
  ahead: 7,
  /** From the opening to the first completed assessment. */
  assessment: 14,
  /** From the start of an assessment to the client's view of it. */
  clientView: 7,
  /** From finding a need to a goal or a reason. */
  needAnswered: 14,
  needAnsweredUrgent: 3,
  /** From the assessment, or the first word of a plan, to a proposal. */
  planProposed: 14,
  planAnswered: 7,
  planSigned: 3,
  noteSigned: 3,
  /** Where a referral says no day for the partner's answer. */
  referralAnswered: 7,
  /** How long before its end a consent is told. */
  consentEnding: 14,
  consentEndingUrgent: 3,
  /** Contact intervals without progress after which a goal has stalled. */
  stalledIntervals: 2,
  /** Tries in a row that reached nobody. */
  missedTries: 2,
  missedTriesUrgent: 3,
} as const
