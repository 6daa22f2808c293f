import { z } from 'zod'
import { needDomain } from '../assessment/grid.ts'
import { levels } from '../cases/levels.ts'
import { day, endpoint, id, instant, optionalText, pageQuery, text, version } from '../contract.ts'
import { bornPrecisions, newPerson } from '../people/person.ts'
import { sexes } from '../people/kinship.ts'
import { eligibility } from './assess-eligibility.ts'
import { eligibilityRules, ruleAnswers } from './eligibility-rules.ts'
import { openRequestStatuses, requestStatuses, stepAsks } from './request-steps.ts'

const exampleId = (last: number) => `01900000-0000-7000-8000-00000000000${last}`

/** Who brought the request (معرف). */
export const requestSources = [
  'self',
  'family',
  'neighbour',
  'school',
  'court',
  'police',
  'hospital',
  'hotline',
  'outreach',
  'agency',
  'other',
] as const

const status = z.enum(requestStatuses)
const source = z.enum(requestSources)
const named = { id, nameFa: z.string(), nameEn: z.string() }
const nullableDay = z.string().nullable()

const clientLine = z.object({ id, givenName: z.string(), familyName: z.string() })

/** A line of the queue. */
export const requestRow = z.object({
  id,
  status,
  source,
  receivedAt: instant,
  programme: z.object(named),
  desk: z.object({ id, name: z.string() }),
  client: clientLine.nullable(),
  presentingProblem: z.string(),
  needDomains: z.array(needDomain),
  area: z.string(),
  priority: z.enum(levels),
  waitlistedAt: instant.nullable(),
  /** 1 is next in line. */
  placeInLine: z.int().nullable(),
  toldOn: nullableDay,
})

export const listRequests = endpoint({
  method: 'GET',
  path: '/requests',
  who: ['staff'],
  about: 'request',
  summary: 'Requests at my desks, newest first, with how many stand at each step.',
  query: pageQuery.extend({
    status: z.enum(['open', 'all', ...requestStatuses]).default('open'),
    programmeId: id.optional(),
    source: source.optional(),
    needDomain: needDomain.optional(),
  }),
  answer: z.object({
    requests: z.array(requestRow),
    /** Of those that still wait for something. */
    counts: z.record(z.enum(openRequestStatuses), z.int()),
    before: id.nullable(),
  }),
  refusals: [],
})

/** How full a programme is; the number of open cases, never which. */
export const places = z.object({
  capacity: z.int().nullable(),
  open: z.int(),
  left: z.int().nullable(),
  waiting: z.int(),
})

/** Directors are told summaries, never a count of the work as it stands. */
export const whoPlansPlaces = ['intake', 'caseworker', 'supervisor', 'administrator'] as const

export const readWaitingLine = endpoint({
  method: 'GET',
  path: '/programmes/:programmeId/waiting-line',
  who: ['staff'],
  about: 'request',
  roles: whoPlansPlaces,
  summary: 'Who waits for a programme, in the one order that holds everywhere.',
  answer: z.object({ places, requests: z.array(requestRow) }),
  refusals: ['programme_unknown', 'role_not_allowed'],
})

export const listPlaces = endpoint({
  method: 'GET',
  path: '/places',
  who: ['staff'],
  about: 'agency',
  roles: whoPlansPlaces,
  summary:
    'Free places and people waiting, by programme; of a confidential one for its desks and administrators.',
  answer: z.object({ places: z.array(places.extend({ programmeId: id })) }),
  refusals: ['role_not_allowed'],
})

export const requestFile = requestRow.extend({
  sourceDetail: z.string(),
  reason: z.string(),
  objectionWay: z.string(),
  guidanceGiven: z.string(),
  /** The case it became, for whoever sees that case. */
  caseId: id.nullable(),
  programme: z.object({
    ...named,
    practiceModelId: id.nullable(),
    confidential: z.boolean(),
  }),
  client: clientLine
    .extend({
      fatherName: z.string(),
      sex: z.enum(sexes),
      bornOn: nullableDay,
      bornPrecision: z.enum(bornPrecisions),
      safeContact: z.string(),
      interpreterNeeded: z.boolean(),
      area: z.string(),
    })
    .nullable(),
  households: z.array(z.object({ id, name: z.string(), members: z.int() })),
  places,
  answers: ruleAnswers,
  eligibility,
  steps: z.array(z.object({ at: instant, workerName: z.string(), status, reason: z.string() })),
  nextSteps: z.array(
    z.object({
      to: status,
      asks: z.array(z.enum(stepAsks)),
      whyNot: z
        .object({ code: z.string(), facts: z.record(z.string(), z.unknown()).optional() })
        .optional(),
    }),
  ),
  aheadInLine: z.int(),
  version,
})

export const readRequest = endpoint({
  method: 'GET',
  path: '/requests/:requestId',
  who: ['staff'],
  about: 'request',
  summary: 'One request: eligibility rule by rule, the steps so far, and those that come next.',
  answer: requestFile,
  refusals: ['not_found'],
})

const asked = {
  source,
  sourceDetail: optionalText(200),
  /** In the words of whoever asked. */
  presentingProblem: text(4000),
  needDomains: z.array(needDomain).max(17).default([]),
  area: optionalText(120),
}

const personRefusals = [
  'national_id_wrong',
  'national_id_reason_missing',
  'phone_number_wrong',
  'day_in_future',
  'died_before_birth',
] as const

const known = z.strictObject({ kind: z.literal('known'), personId: id })
const registered = z.strictObject({ kind: z.literal('new'), person: newPerson })

export const receiveRequest = endpoint({
  method: 'POST',
  path: '/requests',
  who: ['staff'],
  about: 'request',
  summary:
    'Receive a request at a desk: about someone my look-up showed, someone registered now, or nobody yet.',
  input: z.strictObject({
    id,
    deskId: id,
    ...asked,
    about: z.discriminatedUnion('kind', [
      known,
      registered,
      z.strictObject({ kind: z.literal('nobody') }),
    ]),
  }),
  answer: requestFile,
  refusals: ['desk_unknown', 'not_found', 'already_exists', ...personRefusals],
  example: {
    input: {
      id: exampleId(1),
      deskId: exampleId(2),
      source: 'neighbour',
      presentingProblem: 'The rent is two months late and the landlord wants us out.',
      needDomains: ['housing', 'income'],
      about: { kind: 'nobody' },
    },
  },
})

export const giveGuidance = endpoint({
  method: 'POST',
  path: '/guidance',
  who: ['staff'],
  about: 'request',
  summary: 'Guidance without a file: what was asked and what was told; nobody’s data is needed.',
  input: z.strictObject({ id, deskId: id, ...asked, guidanceGiven: text(2000) }),
  answer: z.object({ id }),
  refusals: ['desk_unknown', 'already_exists'],
  example: {
    input: {
      id: exampleId(1),
      deskId: exampleId(2),
      source: 'self',
      presentingProblem: 'Where can my mother get a hearing test?',
      needDomains: ['physical_health'],
      guidanceGiven: 'The health centre of district 15 tests on Mondays, free of charge.',
    },
  },
})

const requestWrite = {
  method: 'PUT',
  who: ['staff'],
  about: 'request',
  answer: requestFile,
} as const

export const changeRequest = endpoint({
  ...requestWrite,
  path: '/requests/:requestId',
  summary: 'Correct what was asked, while the request is open.',
  input: z.strictObject({ ...asked, version }),
  refusals: ['not_found', 'stale_version', 'request_step_not_lawful'],
  example: {
    input: {
      source: 'self',
      presentingProblem: 'The rent is three months late.',
      needDomains: ['housing'],
      version: 1,
    },
  },
})

export const nameClient = endpoint({
  ...requestWrite,
  path: '/requests/:requestId/client',
  summary: 'Say whom the request is about: someone my look-up showed, or someone registered now.',
  input: z.strictObject({ about: z.discriminatedUnion('kind', [known, registered]) }),
  refusals: ['not_found', 'already_exists', 'request_step_not_lawful', ...personRefusals],
  example: { input: { about: { kind: 'known', personId: exampleId(3) } } },
})

export const answerRules = endpoint({
  ...requestWrite,
  path: '/requests/:requestId/answers',
  summary: 'Answer what the programme’s rules ask, and see every rule judged again.',
  input: z.strictObject({ answers: ruleAnswers, version }),
  refusals: ['not_found', 'stale_version', 'request_step_not_lawful'],
  example: { input: { answers: { alone: true }, version: 1 } },
})

export const takeStep = endpoint({
  method: 'POST',
  path: '/requests/:requestId/steps',
  who: ['staff'],
  about: 'request',
  summary: 'Take a lawful step, with the reason as it is told to the person.',
  input: z.strictObject({
    to: status.exclude(['accepted']),
    reason: optionalText(2000),
    /** How the person may object, as told. */
    objectionWay: optionalText(500),
    guidance: optionalText(2000),
    /** The day the person was told; null while that is still to be done. */
    toldOn: day.nullable().default(null),
    /** For the waiting line. */
    priority: z.enum(levels).default('normal'),
    version,
  }),
  answer: requestFile,
  refusals: [
    'not_found',
    'stale_version',
    'request_step_not_lawful',
    'eligibility_not_decided',
    'reason_missing',
    'person_missing',
    'day_in_future',
  ],
  example: {
    input: {
      to: 'ineligible',
      reason: 'The programme is for people of sixty and older.',
      objectionWay: 'Speak to the head of the office, on Sundays.',
      toldOn: '2026-11-21',
      version: 1,
    },
  },
})

export const recordTold = endpoint({
  method: 'POST',
  path: '/requests/:requestId/told',
  who: ['staff'],
  about: 'request',
  summary: 'The person was told the decision and how to object, on this day.',
  input: z.strictObject({ toldOn: day, version }),
  answer: requestFile,
  refusals: ['not_found', 'stale_version', 'request_step_not_lawful', 'day_in_future'],
  example: { input: { toldOn: '2026-11-21', version: 2 } },
})

export const acceptRequest = endpoint({
  method: 'POST',
  path: '/requests/:requestId/accept',
  who: ['staff'],
  about: 'request',
  summary: 'Accept, and open the case under a practice model with its accountable people.',
  input: z.strictObject({
    caseId: id,
    practiceModelId: id,
    practiceModelReason: text(1000),
    caseManagerId: id,
    supervisorId: id,
    /** Ids of the two rows of the team. */
    managerRowId: id,
    supervisorRowId: id,
    household: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('known'), householdId: id }),
      z.strictObject({
        kind: z.literal('new'),
        householdId: id,
        memberId: id,
        name: optionalText(120),
      }),
    ]),
    reason: optionalText(2000),
    version,
  }),
  answer: z.object({
    caseId: id,
    number: z.string(),
    /** Whether I am among those who see the case now. */
    visible: z.boolean(),
  }),
  refusals: [
    'not_found',
    'stale_version',
    'request_step_not_lawful',
    'eligibility_not_decided',
    'reason_missing',
    'person_missing',
    'capacity_full',
    'case_already_open',
    'practice_model_unknown',
    'worker_unknown',
    'supervisor_must_differ',
    'household_unknown',
    'programme_unknown',
    'already_exists',
  ],
  example: {
    input: {
      caseId: exampleId(1),
      practiceModelId: exampleId(2),
      practiceModelReason: 'Many-sided needs that one service cannot meet.',
      caseManagerId: exampleId(3),
      supervisorId: exampleId(4),
      managerRowId: exampleId(5),
      supervisorRowId: exampleId(6),
      household: { kind: 'none' },
      version: 2,
    },
  },
})

export const readRequestBehindCase = endpoint({
  method: 'GET',
  path: '/cases/:caseId/request',
  who: ['staff'],
  about: 'case',
  summary: 'The request this case began with, in the words of whoever asked.',
  answer: z.object({
    request: z
      .object({
        id,
        source,
        sourceDetail: z.string(),
        presentingProblem: z.string(),
        needDomains: z.array(needDomain),
        area: z.string(),
        receivedAt: instant,
        reason: z.string(),
      })
      .nullable(),
  }),
  refusals: ['not_found'],
})

// ---------------------------------------------------------------- settings of the agency

const desk = z.object({
  id,
  name: z.string(),
  phone: z.string(),
  answersForAgency: z.boolean(),
  ended: z.boolean(),
  members: z.array(z.object({ id, fullName: z.string() })),
  version,
})

export const programmeSettings = z.object({
  id,
  code: z.string(),
  nameFa: z.string(),
  nameEn: z.string(),
  rules: eligibilityRules,
  capacity: z.int().nullable(),
  confidential: z.boolean(),
  practiceModelId: id.nullable(),
  ended: z.boolean(),
  open: z.int(),
  waiting: z.int(),
  version,
  desks: z.array(desk),
})

const settingsAnswer = z.object({ programmes: z.array(programmeSettings) })

const settingsRoute = {
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  answer: settingsAnswer,
} as const

export const readProgrammeSettings = endpoint({
  ...settingsRoute,
  method: 'GET',
  path: '/administration/programmes',
  summary: 'Programmes with their rules, capacity, desks and who sits there.',
  refusals: ['role_not_allowed'],
})

const programmeInput = {
  nameFa: optionalText(120),
  nameEn: optionalText(120),
  rules: eligibilityRules,
  /** Open cases at once; null means no limit. */
  capacity: z.int().min(0).max(100_000).nullable(),
  /** A look-up answers through the agency’s desk only. */
  confidential: z.boolean(),
  practiceModelId: id.nullable(),
}

const hasName = (input: { nameFa: string; nameEn: string }) =>
  input.nameFa !== '' || input.nameEn !== ''
const nameless = { path: ['nameFa'], error: 'a programme has a name in at least one language' }

export const addProgramme = endpoint({
  ...settingsRoute,
  method: 'POST',
  path: '/administration/programmes',
  summary: 'A new programme with a desk of its own.',
  input: z
    .strictObject({ id, deskId: id, deskName: text(120), ...programmeInput })
    .refine(hasName, nameless),
  refusals: ['role_not_allowed', 'already_exists', 'practice_model_unknown'],
  example: {
    input: {
      id: exampleId(1),
      deskId: exampleId(2),
      deskName: 'Intake, older people',
      nameEn: 'Older people',
      rules: [{ id: 'age', kind: 'age', from: 60, to: null }],
      capacity: 40,
      confidential: false,
      practiceModelId: null,
    },
  },
})

export const changeProgramme = endpoint({
  ...settingsRoute,
  method: 'PUT',
  path: '/administration/programmes/:programmeId',
  summary: 'Change the rules, capacity or names of a programme, or end it for new requests.',
  input: z
    .strictObject({ ...programmeInput, ended: z.boolean().default(false), version })
    .refine(hasName, nameless),
  refusals: [
    'role_not_allowed',
    'not_found',
    'stale_version',
    'practice_model_unknown',
    'programme_stays_confidential',
  ],
  example: {
    input: {
      nameEn: 'Older people',
      rules: [],
      capacity: null,
      confidential: false,
      practiceModelId: null,
      version: 1,
    },
  },
})

const deskInput = { name: text(120), phone: optionalText(40) }

export const addDesk = endpoint({
  ...settingsRoute,
  method: 'POST',
  path: '/administration/desks',
  summary: 'One more intake desk for a programme.',
  input: z.strictObject({ id, programmeId: id, ...deskInput }),
  refusals: ['role_not_allowed', 'programme_unknown', 'already_exists'],
  example: { input: { id: exampleId(1), programmeId: exampleId(2), name: 'Evening desk' } },
})

export const changeDesk = endpoint({
  ...settingsRoute,
  method: 'PUT',
  path: '/administration/desks/:deskId',
  summary:
    'Name, telephone or end of a desk, and whether it is the one that answers for the agency.',
  input: z.strictObject({
    ...deskInput,
    answersForAgency: z.boolean(),
    ended: z.boolean().default(false),
    version,
  }),
  refusals: ['role_not_allowed', 'not_found', 'stale_version'],
  example: { input: { name: 'Evening desk', answersForAgency: true, version: 1 } },
})

export const joinDesk = endpoint({
  ...settingsRoute,
  method: 'POST',
  path: '/administration/desks/:deskId/members',
  summary: 'A colleague sits at a desk from now on and sees its requests; never oneself.',
  input: z.strictObject({ workerId: id }),
  refusals: ['role_not_allowed', 'not_found', 'not_for_oneself', 'desk_unknown'],
  example: { input: { workerId: exampleId(1) } },
})

export const leaveDesk = endpoint({
  ...settingsRoute,
  method: 'POST',
  path: '/administration/desks/:deskId/members/:workerId/leave',
  summary: 'A colleague leaves a desk and sees its requests no more.',
  refusals: ['role_not_allowed', 'not_found', 'not_for_oneself'],
})
