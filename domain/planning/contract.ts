import { z } from 'zod'
import { needDomain, severity } from '../assessment/grid.ts'
import { setAsideReasons, urgencies, views } from '../assessment/finding.ts'
import { planSections } from '../cases/practice-model.ts'
import { day, endpoint, id, instant, optionalText, text, version } from '../contract.ts'
import { goalAnswer, goalAnswers, limit, limitKinds, signature } from './agreement.ts'
import {
  actionBases,
  actionKinds,
  actionStatuses,
  actors,
  attainmentLevels,
  attainmentScale,
} from './goal.ts'
import { remarkCodes } from './plan-remarks.ts'
import { planStatuses, planSteps } from './plan-steps.ts'
import { sectionsContent } from './sections.ts'

const example = (digit: number) => `01900000-0000-7000-8000-00000000000${digit}`
const status = z.enum(planStatuses)
const section = z.enum(planSections)
const attainment = z.int().min(-2).max(2)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const action = z.object({
  id,
  goalId: id,
  kind: z.enum(actionKinds),
  what: z.string(),
  who: z.enum(actors),
  workerId: id.nullable(),
  /** Name of whoever carries it out, where it is neither the client nor unknown. */
  whoName: z.string(),
  dueOn: day.nullable(),
  frequency: z.string(),
  basis: z.enum(actionBases).nullable(),
  status: z.enum(actionStatuses),
  endedOn: day.nullable(),
  dropReason: z.string(),
  version: z.int(),
})

export const goal = z.object({
  id,
  planId: id,
  number: z.int(),
  continues: id.nullable(),
  clientWords: z.string(),
  clientWordsMissing: z.string(),
  professionalWords: z.string(),
  readiness: z.int().min(0).max(10).nullable(),
  targetOn: day.nullable(),
  weight: z.int(),
  scale: z.partialRecord(z.enum(attainmentLevels), z.string()),
  baseline: attainment.nullable(),
  /** Where the goal stands now, over all editions it has gone through. */
  levelNow: attainment.nullable(),
  refused: z.boolean(),
  unchanged: z.boolean(),
  endedOn: day.nullable(),
  endedWords: z.string(),
  needIds: z.array(id),
  strengthIds: z.array(id),
  actions: z.array(action),
  version: z.int(),
})

export const agreement = z.object({
  id,
  answer: z.enum(['agreed', 'partly_agreed', 'refused']),
  how: z.enum(['signature', 'recorded_word']),
  person: z.object({ id, givenName: z.string(), familyName: z.string() }),
  signature: signature.nullable(),
  words: z.string(),
  goalAnswers: z.array(z.object({ goalId: id, answer: z.enum(goalAnswers), words: z.string() })),
  limit: z
    .object({ kind: z.enum(limitKinds), words: z.string(), decidedBy: z.string() })
    .nullable(),
  answeredOn: day,
  byName: z.string(),
  /** Whether it was given to the words as they stand now. */
  toTheseWords: z.boolean(),
})

const planOutline = z.object({
  id,
  edition: z.int(),
  status,
  proposedAt: instant.nullable(),
  inForceOn: day.nullable(),
  supersededOn: day.nullable(),
  createdAt: instant,
  byName: z.string(),
})

export const planNeed = z.object({
  id,
  number: z.int(),
  domain: needDomain,
  statement: z.string(),
  severity,
  urgency: z.enum(urgencies),
  whoseView: z.enum(views),
  foundOn: day,
  setAside: z
    .object({ why: z.enum(setAsideReasons), reason: z.string(), meanwhile: z.string() })
    .nullable(),
  /** It has ended: met, partly met or unmet. */
  ended: z.boolean(),
  version: z.int(),
})

export const planDetail = planOutline.extend({
  sections: sectionsContent,
  sectionsAsked: z.array(section),
  takenBackReason: z.string(),
  goals: z.array(goal),
  /** Open needs of the case and those its goals answer, by number. */
  needs: z.array(planNeed),
  strengths: z.array(z.object({ id, kind: z.string(), what: z.string() })),
  /** Answers to this edition, newest first. */
  agreements: z.array(agreement),
  /** What it lacks before it can be proposed. */
  gaps: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('no_goal') }),
      z.object({ code: z.literal('need_unanswered'), needId: id, number: z.int() }),
      z.object({ code: z.literal('goal_without_need'), goalId: id, number: z.int() }),
      z.object({ code: z.literal('goal_without_words'), goalId: id, number: z.int() }),
      z.object({ code: z.literal('section_empty'), section }),
    ]),
  ),
  remarks: z.array(
    z.object({
      code: z.enum(remarkCodes),
      goalId: id.optional(),
      number: z.int().optional(),
      otherNumber: z.int().optional(),
    }),
  ),
  clashes: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('repeats'), actionId: id, otherId: id }),
      z.object({
        code: z.literal('mediation_beside_danger'),
        actionId: id,
        needNumber: z.int(),
      }),
    ]),
  ),
  nextSteps: z.array(z.enum(planSteps)),
  /** The words of this edition as one hash: what an answer is bound to. */
  textHash: hash,
  client: z.object({
    id,
    givenName: z.string(),
    familyName: z.string(),
    languages: z.array(z.string()),
  }),
  /** Who can answer: the people of the case. */
  people: z.array(z.object({ id, givenName: z.string(), familyName: z.string() })),
  /** Whom the client can call about the plan. */
  manager: z.object({ fullName: z.string(), phone: z.string() }).nullable(),
  agencyName: z.string(),
  mayWrite: z.boolean(),
  version: z.int(),
})

const ofCase = { who: ['staff'], about: 'case' } as const
const onePlan = '/cases/:caseId/plans/:planId'
const changed = ['not_found', 'may_not_write', 'case_closed', 'stale_version'] as const

export const listPlans = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/plans',
  summary: 'Editions of the individual plan, newest first.',
  answer: z.object({ plans: z.array(planOutline), mayWrite: z.boolean() }),
  refusals: ['not_found'],
})

export const readPlan = endpoint({
  ...ofCase,
  method: 'GET',
  path: onePlan,
  summary: 'One edition whole: goals and actions beside the needs, what it lacks, the answers.',
  answer: planDetail,
  refusals: ['not_found'],
})

export const startPlan = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/plans',
  writes: 'plan',
  summary:
    'Begin the next edition. It carries over the living goals and actions of the one in force, which stays in force until the next is.',
  input: z.strictObject({ id }),
  answer: planDetail,
  refusals: ['not_found', 'may_not_write', 'case_closed', 'plan_already_in_hand'],
  example: { input: { id: example(1) } },
})

export const writeSections = endpoint({
  ...ofCase,
  method: 'PUT',
  path: `${onePlan}/sections`,
  writes: 'plan',
  summary: 'Write the sections of the plan; an empty one says why it is empty.',
  input: z.strictObject({ version, sections: sectionsContent }),
  answer: planDetail,
  refusals: [...changed, 'plan_step_not_lawful'],
  example: {
    input: {
      version: 1,
      sections: {
        intervention: { words: 'Visits every fortnight, coordination with the school.' },
        crisis: { none: 'No crisis is foreseen; she knows the lines.' },
      },
    },
  },
})

const goalFields = {
  needIds: z.array(id).max(20),
  strengthIds: z.array(id).max(20).default([]),
  clientWords: optionalText(2000),
  clientWordsMissing: optionalText(1000),
  professionalWords: text(2000),
  readiness: z.int().min(0).max(10).nullable().default(null),
  targetOn: day.nullable().default(null),
  weight: z.int().min(1).max(10).default(1),
  scale: attainmentScale.default({}),
  baseline: attainment.nullable().default(null),
}
const goalRefusals = [
  'plan_step_not_lawful',
  'goal_without_need',
  'need_unknown',
  'strength_unknown',
  'reason_missing',
] as const

export const addGoal = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${onePlan}/goals`,
  writes: 'plan',
  summary: 'Add a goal that answers at least one need, in the client’s words or why not.',
  input: z.strictObject({ id, ...goalFields }),
  answer: planDetail,
  refusals: ['not_found', 'may_not_write', 'case_closed', ...goalRefusals],
  example: {
    input: {
      id: example(2),
      needIds: [example(3)],
      clientWords: 'Baran safe until four, and my heart at rest at work.',
      professionalWords: 'Stable after-school care, five days a week',
      targetOn: '2026-11-28',
      scale: { '-2': 'No place', '0': 'Three days, with the neighbour' },
      baseline: -2,
    },
  },
})

export const changeGoal = endpoint({
  ...ofCase,
  method: 'PUT',
  path: '/cases/:caseId/goals/:goalId',
  writes: 'plan',
  summary: 'Change a goal of a draft.',
  input: z.strictObject({ version, ...goalFields }),
  answer: planDetail,
  refusals: [...changed, ...goalRefusals],
  example: {
    input: {
      version: 1,
      needIds: [example(3)],
      clientWords: 'To sleep at night.',
      professionalWords: 'Regular sleep',
    },
  },
})

export const endGoal = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/goals/:goalId/end',
  writes: 'plan',
  summary: 'Take a goal out of a draft, or end one of the plan in force: in a few words.',
  input: z.strictObject({ version, words: text(1000) }),
  answer: planDetail,
  refusals: [...changed, 'plan_step_not_lawful'],
  example: { input: { version: 1, words: 'Joined with goal 2.' } },
})

const actionFields = {
  kind: z.enum(actionKinds),
  what: text(500),
  who: z.enum(actors),
  workerId: id.nullable().default(null),
  whoName: optionalText(120),
  dueOn: day.nullable().default(null),
  frequency: optionalText(200),
  basis: z.enum(actionBases).nullable().default(null),
}

export const addAction = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/goals/:goalId/actions',
  writes: 'plan',
  summary: 'Add an action: what, by whom, until when, how often, on what basis.',
  input: z.strictObject({ id, ...actionFields }),
  answer: planDetail,
  refusals: ['not_found', 'may_not_write', 'case_closed', 'plan_step_not_lawful', 'worker_unknown'],
  example: {
    input: {
      id: example(4),
      kind: 'referral',
      what: 'Refer to the Sepidar playhouse',
      who: 'worker',
      dueOn: '2026-11-23',
    },
  },
})

export const changeAction = endpoint({
  ...ofCase,
  method: 'PUT',
  path: '/cases/:caseId/actions/:actionId',
  writes: 'plan',
  summary: 'Change an action of a draft.',
  input: z.strictObject({ version, ...actionFields }),
  answer: planDetail,
  refusals: [...changed, 'plan_step_not_lawful', 'worker_unknown'],
  example: {
    input: {
      version: 1,
      kind: 'support_network',
      what: 'Take turns with two neighbours',
      who: 'client',
    },
  },
})

export const moveAction = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/actions/:actionId/move',
  writes: 'plan',
  summary: 'Say how far an action is: planned, under way, done, or dropped and why.',
  input: z.strictObject({
    version,
    status: z.enum(actionStatuses),
    reason: optionalText(1000),
  }),
  answer: planDetail,
  refusals: [...changed, 'plan_step_not_lawful', 'reason_missing'],
  example: { input: { version: 1, status: 'under_way' } },
})

export const proposePlan = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${onePlan}/propose`,
  writes: 'plan',
  summary: 'Propose these very words to the client; they do not change from here on.',
  input: z.strictObject({ textHash: hash }),
  answer: planDetail,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'plan_step_not_lawful',
    'plan_changed_since',
    'plan_not_complete',
  ],
  example: { input: { textHash: '0'.repeat(64) } },
})

export const takeBackPlan = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${onePlan}/take-back`,
  writes: 'plan',
  summary: 'Take a proposal back to change it; answers given so far are asked for anew.',
  input: z.strictObject({ version, reason: text(1000) }),
  answer: planDetail,
  refusals: [...changed, 'plan_step_not_lawful', 'plan_already_in_hand'],
  example: { input: { version: 4, reason: 'Sessions on Mondays, as she asked.' } },
})

export const recordAgreement = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${onePlan}/agreement`,
  writes: 'plan',
  summary:
    'Record the client’s answer goal by goal, signed or told in words, bound to the very words it was given to.',
  input: z.strictObject({
    id,
    textHash: hash,
    personId: id,
    signature: signature.nullable().default(null),
    words: optionalText(2000),
    goalAnswers: z.array(goalAnswer).min(1).max(60),
    /** Where choice meets its limit: danger, a minor, a court order; and who decided. */
    limit: limit.nullable().default(null),
  }),
  answer: planDetail,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'plan_step_not_lawful',
    'plan_changed_since',
    'plan_already_in_hand',
    'goal_unknown',
    'reason_missing',
    'person_missing',
  ],
  example: {
    input: {
      id: example(5),
      textHash: '0'.repeat(64),
      personId: example(6),
      words: 'Read out on the phone; she said yes to all but one.',
      goalAnswers: [{ goalId: example(2), answer: 'refused', words: 'Not while he writes to me.' }],
    },
  },
})

export const putPlanInForce = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${onePlan}/put-in-force`,
  writes: 'plan',
  summary: 'Put the answered plan in force; the edition before it is superseded.',
  input: z.strictObject({ textHash: hash }),
  answer: planDetail,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'plan_step_not_lawful',
    'plan_changed_since',
  ],
  example: { input: { textHash: '0'.repeat(64) } },
})
