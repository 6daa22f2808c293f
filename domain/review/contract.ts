import { z } from 'zod'
import { needOutcomes } from '../assessment/finding.ts'
import { day, endpoint, id, optionalText, text, version } from '../contract.ts'
import { attainmentLevels } from '../monitoring/goal-attainment.ts'
import { closureReasons } from './closure.ts'
import { decisions } from './review.ts'

const example = (digit: number) => `01900000-0000-7000-8000-00000000000${digit}`
const ofCase = { who: ['staff'], about: 'case' } as const
const attainmentLevel = z.literal(attainmentLevels)

const needBrief = z.object({
  id,
  number: z.int(),
  statement: z.string(),
  severity: z.int(),
  outcome: z.enum(needOutcomes).nullable(),
  outcomeReason: z.string(),
  outcomeOn: day.nullable(),
  foundOn: day,
  version: z.int(),
})

// ---------------------------------------------------------------- review

export const review = z.object({
  id,
  onDay: day,
  planEdition: z.int().nullable(),
  participants: z.string(),
  clientSays: z.string(),
  clientSaysMissing: z.string(),
  attainment: z.array(
    z.object({
      goalId: id,
      number: z.int(),
      words: z.string(),
      level: attainmentLevel,
      remark: z.string(),
    }),
  ),
  /** T-scores of goal attainment on that day and at the start; null without measured goals. */
  tScore: z.number().nullable(),
  tBaseline: z.number().nullable(),
  needsChanged: z.string(),
  decision: z.enum(decisions),
  decisionReason: z.string(),
  nextOn: day.nullable(),
  byName: z.string(),
})

export const listReviews = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/reviews',
  summary: 'Reviews, newest first, and what happened to needs since the last one.',
  answer: z.object({
    reviews: z.array(review),
    /** The last review, or the day this episode began. */
    since: day,
    needsFound: z.array(needBrief),
    needsEnded: z.array(needBrief),
    /** Days between reviews that the practice model asks for. */
    everyDays: z.int().nullable(),
    /** Whose names are offered as having taken part. */
    people: z.array(z.string()),
    team: z.array(z.string()),
    mayWrite: z.boolean(),
    open: z.boolean(),
  }),
  refusals: ['not_found'],
})

export const recordReview = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/reviews',
  writes: 'plan',
  summary:
    'Record a review: who took part, how far each goal has come, what the client says, the decision and why.',
  input: z.strictObject({
    id,
    onDay: day,
    participants: optionalText(1000),
    clientSays: optionalText(5000),
    clientSaysMissing: optionalText(1000),
    /** One judgement for each goal at work; it is kept as progress too. */
    attainment: z
      .array(
        z.strictObject({
          progressId: id,
          goalId: id,
          level: attainmentLevel,
          judgedBy: z.enum(['client', 'worker', 'shared']),
          remark: optionalText(1000),
        }),
      )
      .max(50),
    needsChanged: optionalText(5000),
    decision: z.enum(decisions),
    decisionReason: optionalText(2000),
    nextOn: day.nullable().default(null),
  }),
  answer: review,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'review_not_complete',
    'goal_unknown',
    'already_exists',
  ],
  example: {
    input: {
      id: example(1),
      onDay: '2026-11-21',
      participants: 'She, her mother, the psychologist',
      clientSays: 'I sleep again.',
      attainment: [],
      decision: 'continue',
      decisionReason: 'Two goals are on their way.',
      nextOn: '2027-01-20',
    },
  },
})

// ---------------------------------------------------------------- closure and follow-up

export const followUp = z.object({
  id,
  months: z.int(),
  dueOn: day,
  doneOn: day.nullable(),
  doneByName: z.string().nullable(),
  reached: z.boolean().nullable(),
  howNow: z.string(),
  cancelledReason: z.string(),
  version: z.int(),
})

export const closure = z.object({
  id,
  episode: z.int(),
  openedOn: day,
  closedOn: day,
  reason: z.enum(closureReasons),
  reasonWords: z.string(),
  clientSays: z.string(),
  remainingRisk: z.string(),
  aftercare: z.string(),
  byName: z.string(),
  reopenedOn: day.nullable(),
  reopenReason: z.string(),
  needs: z.array(needBrief),
  followUps: z.array(followUp),
  contacts: z.int(),
  contactMinutes: z.int(),
  /** The last review before it; null where the plan is not the reader's to read. */
  review: review.pick({ onDay: true, tScore: true, tBaseline: true, attainment: true }).nullable(),
})

export const readClosure = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/closure',
  summary: 'What stands between the case and its closing, and how earlier episodes were closed.',
  answer: z.object({
    status: z.enum(['open', 'closed']),
    episode: z.int(),
    needs: z.array(needBrief),
    unsignedNotes: z.array(z.object({ authorName: z.string(), notes: z.int() })),
    openReferrals: z.array(
      z.object({ id, service: z.string(), organisation: z.string(), status: z.string() }),
    ),
    openTasks: z.array(
      z.object({ id, title: z.string(), dueOn: day, workerName: z.string(), version: z.int() }),
    ),
    /** The newest first. */
    closures: z.array(closure),
    mayWrite: z.boolean(),
  }),
  refusals: ['not_found'],
})

export const closeCase = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/close',
  writes: 'core',
  summary:
    'Close the case: why, what risk remains, what helps from now on. Makes follow-ups at 1, 3 and 6 months.',
  input: z.strictObject({
    id,
    reason: z.enum(closureReasons),
    reasonWords: optionalText(2000),
    clientSays: optionalText(5000),
    remainingRisk: optionalText(2000),
    aftercare: optionalText(2000),
  }),
  answer: closure,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'needs_without_outcome',
    'closure_not_complete',
    'already_exists',
  ],
  example: {
    input: {
      id: example(2),
      reason: 'goals_met',
      reasonWords: 'She manages on her own.',
      clientSays: 'I know whom to call.',
      remainingRisk: 'None known.',
      aftercare: 'The health house, and 123 at any hour.',
    },
  },
})

export const reopenCase = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/reopen',
  writes: 'core',
  summary: 'Open the case again as a new episode, with the reason; its history comes along.',
  input: z.strictObject({ reason: text(2000) }),
  answer: z.object({ episode: z.int() }),
  refusals: ['not_found', 'may_not_write', 'case_not_closed', 'case_already_open', 'capacity_full'],
  example: { input: { reason: 'Her husband came back; she called the line last night.' } },
})

const oneFollowUp = '/cases/:caseId/follow-ups/:followUpId'

export const recordFollowUp = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneFollowUp}/record`,
  writes: 'core',
  summary: 'How it goes some months after closing, or that nobody was reached.',
  input: z.strictObject({ version, onDay: day, reached: z.boolean(), howNow: optionalText(5000) }),
  answer: followUp,
  refusals: [
    'not_found',
    'may_not_write',
    'follow_up_done',
    'contact_in_future',
    'reason_missing',
    'stale_version',
  ],
  example: {
    input: { version: 1, onDay: '2026-12-21', reached: true, howNow: 'She works in the bakery.' },
  },
})

export const cancelFollowUp = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneFollowUp}/cancel`,
  writes: 'core',
  summary: 'Call a follow-up off, with the reason.',
  input: z.strictObject({ version, reason: text(500) }),
  answer: followUp,
  refusals: ['not_found', 'may_not_write', 'follow_up_done', 'stale_version'],
  example: { input: { version: 1, reason: 'She asked not to be called any more.' } },
})
