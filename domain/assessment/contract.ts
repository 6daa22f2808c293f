import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { day, done, endpoint, id, instant, optionalText, text, version } from '../contract.ts'
import { answersSchema, answerValue } from './answers.ts'
import { barrierKinds, needOutcomes, setAsideReasons, strengthKinds, urgencies } from './finding.ts'
import { views } from './finding.ts'
import { gridLevel, needDomain, severity } from './grid.ts'
import { informants } from './informant.ts'
import { levels } from '../cases/levels.ts'

const example = (digit: number) => `01900000-0000-7000-8000-00000000000${digit}`
const words = z.record(z.string(), z.string())
const level = z.enum(levels)
const language = z.string().regex(/^[a-z]{2,3}$/)

// ---------------------------------------------------------------- instruments

export const instrumentSummary = z.object({
  id,
  code: z.string(),
  edition: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  purpose: words,
  licence: words,
  source: z.string(),
  dataGroup: z.enum(dataGroups),
  translation: words,
  createdAt: instant,
  retiredAt: instant.nullable(),
  /** The newest edition that is not out of use: the one a new assessment is started with. */
  current: z.boolean(),
  scored: z.boolean(),
  version: z.int(),
})

export const listInstruments = endpoint({
  method: 'GET',
  path: '/instruments',
  who: ['staff'],
  about: 'agency',
  summary: 'Questionnaires of my agency, every edition, by title.',
  answer: z.object({ instruments: z.array(instrumentSummary) }),
  refusals: [],
})

export const readInstrument = endpoint({
  method: 'GET',
  path: '/instruments/:instrumentId',
  who: ['staff'],
  about: 'agency',
  summary: 'One edition with its questions (FHIR R4 Questionnaire) and how it is scored.',
  answer: instrumentSummary.extend({ questionnaire: z.unknown(), scoring: z.unknown() }),
  refusals: ['not_found'],
})

export const importInstrument = endpoint({
  method: 'POST',
  path: '/instruments',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary:
    'Import a FHIR R4 Questionnaire, or an instrument file that holds one with its scoring. A file with any fault imports nothing and lists every fault. A published edition never changes.',
  query: z.object({
    id,
    /** Where a bare Questionnaire does not say it itself. */
    code: z.string().trim().max(80).optional(),
    edition: z.string().trim().max(40).optional(),
    dataGroup: z.enum(dataGroups).optional(),
  }),
  accepts: { types: ['application/fhir+json'], maxBytes: 5_000_000 },
  answer: instrumentSummary.extend({ alreadyThere: z.boolean() }),
  refusals: ['role_not_allowed', 'import_has_errors', 'instrument_edition_published'],
  example: { query: { id: '01900000-0000-7000-8000-000000000001' } },
})

export const retireInstrument = endpoint({
  method: 'POST',
  path: '/instruments/:instrumentId/retire',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary: 'Take an edition out of use, or back into use; what was filled in with it stays.',
  input: z.strictObject({ version, retired: z.boolean() }),
  answer: instrumentSummary,
  refusals: ['role_not_allowed', 'not_found', 'stale_version'],
  example: { input: { version: 1, retired: true } },
})

// ---------------------------------------------------------------- assessments

export const scoreReport = z.object({
  scales: z.array(
    z.object({
      id: z.string(),
      title: words,
      range: z.object({ least: z.number(), most: z.number() }),
      value: z.number().optional(),
      missing: z.array(z.string()),
      prorated: z.boolean(),
      band: z
        .object({
          code: z.string(),
          title: words,
          level: level.optional(),
          population: words,
          source: z.string(),
          fromOtherLanguage: z.boolean(),
        })
        .optional(),
      source: z.string(),
    }),
  ),
  results: z.array(
    z.object({
      id: z.string(),
      title: words,
      finding: z.object({ code: z.string(), title: words, level: level.optional() }).optional(),
      missing: z.array(z.string()),
      source: z.string(),
    }),
  ),
  flags: z.array(
    z.object({ id: z.string(), protocol: z.string(), title: words, source: z.string() }),
  ),
  proposals: z.array(
    z.object({
      id: z.string(),
      need: z.object({ level: gridLevel, domain: needDomain, severity: severity.optional() }),
      because: words,
    }),
  ),
})

const informantFields = {
  informant: z.enum(informants),
  informantName: optionalText(120),
  language,
}

export const assessmentSummary = z.object({
  id,
  instrument: instrumentSummary.pick({
    id: true,
    code: true,
    edition: true,
    titleFa: true,
    titleEn: true,
    translation: true,
  }),
  dataGroup: z.enum(dataGroups),
  person: z.object({ id, givenName: z.string(), familyName: z.string() }),
  informant: z.enum(informants),
  informantName: z.string(),
  language: z.string(),
  status: z.enum(['draft', 'completed', 'amended', 'entered_in_error']),
  /** Questions answered, of those that are asked. */
  answered: z.int(),
  asked: z.int(),
  scores: scoreReport.nullable(),
  protocol: z.object({
    /** Codes of protocols that an answer opened. */
    opened: z.array(z.string()),
    words: z.string(),
    at: instant.nullable(),
    byName: z.string().nullable(),
  }),
  startedAt: instant,
  completedAt: instant.nullable(),
  byName: z.string(),
  amends: id.nullable(),
  version: z.int(),
})

const proposal = z.object({
  rule: z.string(),
  level: gridLevel,
  domain: needDomain,
  severity: severity.optional(),
  because: words,
  /** What a person made of it; absent while it waits. */
  needId: id.nullable(),
  declinedReason: z.string(),
})

export const assessmentDetail = assessmentSummary.extend({
  instrument: instrumentSummary.extend({ questionnaire: z.unknown(), scoring: z.unknown() }),
  answers: answersSchema,
  clientView: z.string(),
  clientViewMissing: z.string(),
  amendReason: z.string(),
  errorReason: z.string(),
  amendedBy: id.nullable(),
  /** Sex of the person, where cut-offs differ by it. */
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  proposals: z.array(proposal),
  /** Earlier completed ones of the same instrument and person, newest first. */
  earlier: z.array(
    z.object({
      id,
      edition: z.string(),
      completedAt: instant,
      informant: z.enum(informants),
      answers: answersSchema,
      scores: scoreReport.nullable(),
    }),
  ),
})

const ofCase = { who: ['staff'], about: 'case' } as const
const oneAssessment = '/cases/:caseId/assessments/:assessmentId'

export const listAssessments = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/assessments',
  summary: 'Assessments of the case that I may see, newest first, with scores and protocols.',
  answer: z.object({
    assessments: z.array(assessmentSummary),
    /** Who can be assessed or asked: the people of the case. */
    people: z.array(
      z.object({
        id,
        givenName: z.string(),
        familyName: z.string(),
        part: z.string(),
        languages: z.array(z.string()),
      }),
    ),
    /** Data groups I may write, and so instruments I may give. */
    writableGroups: z.array(z.enum(dataGroups)),
  }),
  refusals: ['not_found'],
})

export const readAssessment = endpoint({
  ...ofCase,
  method: 'GET',
  path: oneAssessment,
  summary: 'One assessment with its questions, answers, scores, and the answers of last time.',
  answer: assessmentDetail,
  refusals: ['not_found'],
})

export const startAssessment = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/assessments',
  writes: 'core',
  summary: 'Begin an assessment: with which instrument, about whom, answered by whom.',
  input: z.strictObject({ id, instrumentId: id, personId: id, ...informantFields }),
  answer: z.object({ id, version }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'instrument_unknown',
    'person_missing',
    'assessment_already_started',
  ],
  example: {
    input: {
      id: example(1),
      instrumentId: example(2),
      personId: example(3),
      informant: 'client',
      language: 'fa',
    },
  },
})

export const changeInformant = endpoint({
  ...ofCase,
  method: 'PUT',
  path: `${oneAssessment}/informant`,
  writes: 'core',
  summary: 'Correct who answers, and in which language, while it is a draft.',
  input: z.strictObject(informantFields),
  answer: z.object({ version }),
  refusals: ['not_found', 'may_not_write', 'assessment_completed'],
  example: { input: { informant: 'carer', informantName: 'Mina', language: 'fa' } },
})

export const saveAnswer = endpoint({
  ...ofCase,
  method: 'PUT',
  path: `${oneAssessment}/answers`,
  writes: 'core',
  summary:
    'Keep the answer to one question. It names the answer it replaces, so that two devices never overwrite one another unseen.',
  input: z.strictObject({
    linkId: z.string().min(1).max(255),
    values: z.array(answerValue).max(100),
    /** The answer this screen saw before: empty when there was none. */
    was: z.array(answerValue).max(100),
  }),
  answer: z.object({ version }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'assessment_completed',
    'answer_not_valid',
    'stale_version',
  ],
  example: { input: { linkId: '/44250-9', values: [{ option: 'LA6569-3' }], was: [] } },
})

export const completeAssessment = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneAssessment}/complete`,
  writes: 'core',
  summary:
    'Finish an assessment: answers are scored and stay as they are from then on. Asks for the client’s own view, or why it is missing.',
  input: z.strictObject({
    /** Every answer the worker saw when finishing. */
    answers: answersSchema,
    clientView: optionalText(5000),
    clientViewMissing: optionalText(1000),
  }),
  answer: assessmentDetail,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'assessment_completed',
    'assessment_not_complete',
    'client_view_missing',
    'stale_version',
  ],
  example: {
    input: {
      answers: { '/44250-9': [{ option: 'LA6569-3' }] },
      clientView: 'She says the nights are the worst.',
    },
  },
})

export const amendAssessment = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneAssessment}/amend`,
  writes: 'core',
  summary:
    'Correct a completed assessment by a new one that begins with its answers; the old one stays readable.',
  input: z.strictObject({ id, reason: text(1000) }),
  answer: z.object({ id, version }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'assessment_not_complete',
    'assessment_already_started',
  ],
  example: { input: { id: example(4), reason: 'Question 3 was misheard.' } },
})

export const withdrawAssessment = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneAssessment}/withdraw`,
  writes: 'core',
  summary: 'Say that it was begun or recorded in error; it counts nowhere and stays readable.',
  input: z.strictObject({ version, reason: text(1000) }),
  answer: z.object({ version }),
  refusals: [
    'not_found',
    'may_not_write',
    'stale_version',
    'assessment_completed',
    'assessment_already_started',
  ],
  example: { input: { version: 3, reason: 'Recorded in the wrong file.' } },
})

export const recordProtocol = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneAssessment}/protocol`,
  writes: 'core',
  summary:
    'What was asked and agreed when an answer opened a protocol. The meaning of the score is read after it.',
  input: z.strictObject({ words: text(5000) }),
  answer: z.object({ version }),
  refusals: ['not_found', 'may_not_write', 'protocol_not_open'],
  example: { input: { words: 'Asked plainly; no plan; sister stays tonight; 123 written down.' } },
})

export const declineProposal = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneAssessment}/proposals/:rule/decline`,
  params: { rule: z.string().regex(/^[a-z][a-z0-9_]{0,79}$/) },
  writes: 'core',
  summary: 'Answers suggested a need and a person sees none: why.',
  input: z.strictObject({ reason: text(1000) }),
  answer: done,
  refusals: ['not_found', 'may_not_write', 'proposal_unknown', 'already_exists'],
  example: {
    params: { rule: 'depression' },
    input: { reason: 'Already in treatment with Dr Amini.' },
  },
})

// ---------------------------------------------------------------- what was found

const view = z.enum(views)
const cell = { level: gridLevel, domain: needDomain }

export const problem = z.object({
  id,
  assessmentId: id.nullable(),
  ...cell,
  clientWords: z.string(),
  workerWords: z.string(),
  endedOn: day.nullable(),
  endedWords: z.string(),
  createdAt: instant,
  version: z.int(),
})

export const barrier = z.object({
  id,
  needId: id,
  kind: z.enum(barrierKinds),
  what: z.string(),
  action: z.string(),
  endedOn: day.nullable(),
  endedWords: z.string(),
  version: z.int(),
})

export const need = z.object({
  id,
  number: z.int(),
  assessmentId: id.nullable(),
  problemId: id.nullable(),
  personId: id.nullable(),
  ...cell,
  statement: z.string(),
  severity,
  urgency: z.enum(urgencies),
  whoseView: view,
  evidence: z.string(),
  foundOn: day,
  setAside: z
    .object({
      why: z.enum(setAsideReasons),
      reason: z.string(),
      meanwhile: z.string(),
      byName: z.string(),
      on: day,
    })
    .nullable(),
  outcome: z.enum(needOutcomes).nullable(),
  outcomeReason: z.string(),
  outcomeOn: day.nullable(),
  neededAmount: z.string(),
  receivedAmount: z.string(),
  barriers: z.array(barrier),
  version: z.int(),
})

export const strength = z.object({
  id,
  assessmentId: id.nullable(),
  ...cell,
  kind: z.enum(strengthKinds),
  what: z.string(),
  whoseView: view,
  endedOn: day.nullable(),
  endedWords: z.string(),
  version: z.int(),
})

export const readFindings = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/findings',
  summary: 'What was found: problems, needs with their barriers, strengths; ended ones too.',
  answer: z.object({
    problems: z.array(problem),
    needs: z.array(need),
    strengths: z.array(strength),
    mayWrite: z.boolean(),
  }),
  refusals: ['not_found'],
})

const found = { assessmentId: id.optional() }
const problemFields = { ...cell, clientWords: optionalText(2000), workerWords: optionalText(2000) }
const endFields = { version, words: text(1000) }
const changed = ['not_found', 'may_not_write', 'case_closed', 'stale_version'] as const

export const addProblem = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/problems',
  writes: 'core',
  summary: 'Record a problem, in the client’s words or the worker’s, best in both.',
  input: z.strictObject({ id, ...found, ...problemFields }),
  answer: problem,
  refusals: ['not_found', 'may_not_write', 'case_closed', 'reason_missing'],
  example: {
    input: {
      id: example(5),
      level: 'family',
      domain: 'food',
      clientWords: 'The last week of the month we eat bread.',
    },
  },
})

export const changeProblem = endpoint({
  ...ofCase,
  method: 'PUT',
  path: '/cases/:caseId/problems/:problemId',
  writes: 'core',
  summary: 'Correct a problem.',
  input: z.strictObject({ version, ...problemFields }),
  answer: problem,
  refusals: [...changed, 'reason_missing', 'finding_already_ended'],
  example: {
    input: { version: 1, level: 'family', domain: 'food', workerWords: 'Food runs out monthly.' },
  },
})

export const endProblem = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/problems/:problemId/end',
  writes: 'core',
  summary: 'The problem is over, or was none: in a few words.',
  input: z.strictObject(endFields),
  answer: problem,
  refusals: [...changed, 'finding_already_ended'],
  example: { input: { version: 1, words: 'Wages are paid in time again.' } },
})

const needFields = {
  ...cell,
  statement: text(500),
  severity,
  urgency: z.enum(urgencies).default('normal'),
  whoseView: view,
  evidence: optionalText(2000),
  personId: id.nullable().default(null),
  problemId: id.nullable().default(null),
}

export const addNeed = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/needs',
  writes: 'core',
  summary: 'Record a need; it gets the next number of the case.',
  input: z.strictObject({
    id,
    ...found,
    ...needFields,
    foundOn: day.optional(),
    /** The rule of the assessment that suggested it. */
    proposal: z.string().max(80).optional(),
  }),
  answer: need,
  refusals: ['not_found', 'may_not_write', 'case_closed', 'proposal_unknown', 'already_exists'],
  example: {
    input: {
      id: example(6),
      level: 'family',
      domain: 'food',
      statement: 'Enough food until the end of the month',
      severity: 2,
      whoseView: 'client',
    },
  },
})

export const changeNeed = endpoint({
  ...ofCase,
  method: 'PUT',
  path: '/cases/:caseId/needs/:needId',
  writes: 'core',
  summary: 'Correct a need, or judge it anew.',
  input: z.strictObject({ version, ...needFields }),
  answer: need,
  refusals: [...changed, 'need_already_ended'],
  example: {
    input: {
      version: 1,
      level: 'family',
      domain: 'food',
      statement: 'Enough food until the end of the month',
      severity: 3,
      whoseView: 'shared',
    },
  },
})

export const setNeedAside = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/needs/:needId/set-aside',
  writes: 'core',
  summary: 'No goal answers this need for now: why, and for scarcity what helps meanwhile.',
  input: z.strictObject({
    version,
    why: z.enum(setAsideReasons),
    reason: text(1000),
    meanwhile: optionalText(1000),
  }),
  answer: need,
  refusals: [...changed, 'need_already_ended', 'reason_missing'],
  example: {
    input: {
      version: 1,
      why: 'scarcity',
      reason: 'No parcel before spring.',
      meanwhile: 'The mosque’s kitchen on Thursdays.',
    },
  },
})

export const takeUpNeed = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/needs/:needId/take-up',
  writes: 'core',
  summary: 'A need that was set aside is worked on again.',
  input: z.strictObject({ version }),
  answer: need,
  refusals: [...changed, 'need_already_ended'],
  example: { input: { version: 2 } },
})

export const endNeed = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/needs/:needId/end',
  writes: 'core',
  summary:
    'The outcome of a need: met, partly met (how much of what was needed), or unmet and why.',
  input: z.strictObject({
    version,
    outcome: z.enum(needOutcomes),
    reason: optionalText(1000),
    neededAmount: optionalText(200),
    receivedAmount: optionalText(200),
  }),
  answer: need,
  refusals: [...changed, 'need_already_ended', 'reason_missing'],
  example: {
    input: {
      version: 1,
      outcome: 'partly_met',
      neededAmount: '4 parcels a month',
      receivedAmount: '2 parcels a month',
    },
  },
})

export const reopenNeed = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/needs/:needId/reopen',
  writes: 'core',
  summary: 'An ended need is there again, or was ended in error: why.',
  input: z.strictObject({ version, reason: text(1000) }),
  answer: need,
  refusals: changed,
  example: { input: { version: 3, reason: 'The kitchen closed.' } },
})

const barrierFields = {
  kind: z.enum(barrierKinds),
  what: text(500),
  action: optionalText(500),
}

export const addBarrier = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/needs/:needId/barriers',
  writes: 'core',
  summary: 'What stands between a need and its service, and what is done about it.',
  input: z.strictObject({ id, ...barrierFields }),
  answer: barrier,
  refusals: ['not_found', 'may_not_write', 'case_closed', 'need_already_ended'],
  example: { input: { id: example(7), kind: 'paper', what: 'No birth certificate' } },
})

export const changeBarrier = endpoint({
  ...ofCase,
  method: 'PUT',
  path: '/cases/:caseId/barriers/:barrierId',
  writes: 'core',
  summary: 'Correct a barrier, or write what is done about it.',
  input: z.strictObject({ version, ...barrierFields }),
  answer: barrier,
  refusals: [...changed, 'finding_already_ended'],
  example: {
    input: {
      version: 1,
      kind: 'paper',
      what: 'No birth certificate',
      action: 'Registry office, with her, on Monday',
    },
  },
})

export const endBarrier = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/barriers/:barrierId/end',
  writes: 'core',
  summary: 'The barrier is gone: how.',
  input: z.strictObject(endFields),
  answer: barrier,
  refusals: [...changed, 'finding_already_ended'],
  example: { input: { version: 2, words: 'The certificate was issued.' } },
})

const strengthFields = {
  ...cell,
  kind: z.enum(strengthKinds),
  what: text(500),
  whoseView: view,
}

export const addStrength = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/strengths',
  writes: 'core',
  summary: 'Record a strength, a resource or an aspiration.',
  input: z.strictObject({ id, ...found, ...strengthFields }),
  answer: strength,
  refusals: ['not_found', 'may_not_write', 'case_closed'],
  example: {
    input: {
      id: example(8),
      level: 'environment',
      domain: 'social_participation',
      kind: 'resource',
      what: 'The neighbours trust her and look after Baran',
      whoseView: 'client',
    },
  },
})

export const changeStrength = endpoint({
  ...ofCase,
  method: 'PUT',
  path: '/cases/:caseId/strengths/:strengthId',
  writes: 'core',
  summary: 'Correct a strength.',
  input: z.strictObject({ version, ...strengthFields }),
  answer: strength,
  refusals: [...changed, 'finding_already_ended'],
  example: {
    input: {
      version: 1,
      level: 'person',
      domain: 'work',
      kind: 'strength',
      what: 'Sews well and teaches others',
      whoseView: 'shared',
    },
  },
})

export const endStrength = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/strengths/:strengthId/end',
  writes: 'core',
  summary: 'It is not there any more: why.',
  input: z.strictObject(endFields),
  answer: strength,
  refusals: [...changed, 'finding_already_ended'],
  example: { input: { version: 1, words: 'The neighbours moved away.' } },
})
