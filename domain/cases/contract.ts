import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { day, endpoint, id, instant, pageQuery, text, version } from '../contract.ts'
import { elements, levels } from './levels.ts'

export const teamRoles = [
  'case_manager',
  'supervisor',
  'caseworker',
  'psychologist',
  'physician',
  'nurse',
  'psychiatrist',
  'teacher',
  'counsellor',
  'partner_worker',
  'carer',
  'advocate',
  'volunteer',
] as const

const personName = z.object({ id, givenName: z.string(), familyName: z.string() })
const level = z.enum(levels)

export const dueItem = z.object({
  key: z.string(),
  rule: z.string(),
  element: z.enum(elements),
  level,
  dueOn: day,
  facts: z.unknown(),
  act: z.string(),
  subjectId: id.nullable(),
})

export const caseRow = z.object({
  id,
  number: z.string(),
  client: personName,
  programme: z.object({ id, nameFa: z.string(), nameEn: z.string() }),
  status: z.enum(['open', 'closed']),
  episode: z.int(),
  riskLevel: level,
  openedOn: day,
  closedOn: day.nullable(),
  managerName: z.string().nullable(),
  lastContactAt: instant.nullable(),
  needsOpen: z.int(),
  /** Nobody sees it but the people named on it. */
  sealed: z.boolean(),
  /** The agency whose case it is, where another agency shares it with mine. */
  sharedBy: z.string().nullable(),
  next: dueItem.nullable(),
})

export const listCases = endpoint({
  method: 'GET',
  path: '/cases',
  who: ['staff'],
  about: 'self',
  summary: 'My cases, newest first, each with what is next; searched by name or case number.',
  query: pageQuery.extend({
    words: z.string().trim().max(120).optional(),
    status: z.enum(['open', 'closed', 'all']).default('open'),
    part: z.enum(['any', 'case_manager', 'supervisor', 'member']).default('any'),
    risk: level.optional(),
  }),
  answer: z.object({ cases: z.array(caseRow), before: id.nullable() }),
  refusals: [],
})

export const teamMember = z.object({
  id,
  workerId: id,
  fullName: z.string(),
  role: z.enum(teamRoles),
  groups: z.array(z.enum(dataGroups)),
  mayWrite: z.boolean(),
  since: day,
  until: day.nullable(),
  /** Of another agency, and on the team under this consent alone. */
  consentId: id.nullable(),
  /** Has left the agency since, and sees nothing: somebody else is to take this place. */
  hasLeft: z.boolean(),
})

export const needThread = z.object({
  id,
  number: z.int(),
  statement: z.string(),
  domain: z.string(),
  level: z.string(),
  severity: z.int(),
  foundOn: day,
  standing: z.string(),
  reached: z.enum(['need', 'goal', 'referral', 'outcome']),
  setAsideReason: z.string(),
  outcome: z.string().nullable(),
  outcomeReason: z.string(),
  barriers: z.array(z.object({ kind: z.string(), what: z.string() })),
  goals: z.array(
    z.object({
      id,
      number: z.int(),
      words: z.string(),
      refused: z.boolean(),
      levelNow: z.int().nullable(),
    }),
  ),
  referrals: z.array(
    z.object({
      id,
      serviceName: z.string(),
      organisationName: z.string(),
      status: z.string(),
      sentAt: instant.nullable(),
      outcome: z.string().nullable(),
    }),
  ),
})

export const caseFile = z.object({
  id,
  number: z.string(),
  status: z.enum(['open', 'closed']),
  episode: z.int(),
  openedOn: day,
  closedOn: day.nullable(),
  riskLevel: level,
  riskReason: z.string(),
  /** Nobody sees it but the people named on it. */
  sealed: z.boolean(),
  /** The agency whose case it is, where another agency shares it with mine. */
  sharedBy: z.string().nullable(),
  version: z.int(),
  programme: z.object({ id, nameFa: z.string(), nameEn: z.string() }),
  practiceModel: z.object({
    id,
    code: z.string(),
    nameFa: z.string(),
    nameEn: z.string(),
    reason: z.string(),
  }),
  client: personName.extend({
    otherNames: z.array(z.string()),
    fatherName: z.string(),
    sex: z.string(),
    bornOn: day.nullable(),
    bornPrecision: z.string(),
    diedOn: day.nullable(),
    safeContact: z.string(),
    interpreterNeeded: z.boolean(),
    languages: z.array(z.string()),
  }),
  household: z.array(
    personName.extend({
      role: z.string(),
      bornOn: day.nullable(),
      bornPrecision: z.string(),
      part: z.string(),
    }),
  ),
  team: z.array(teamMember),
  myGroups: z.array(z.enum(dataGroups)),
  mayWrite: z.boolean(),
  leadsTeam: z.boolean(),
  spine: z.array(
    z.object({
      element: z.enum(elements),
      state: z.enum(['late', 'due', 'under_way', 'done', 'ahead']),
      level,
      because: z.string().nullable(),
    }),
  ),
  next: z.array(dueItem),
  needs: z.array(needThread),
  strengths: z.array(z.object({ id, what: z.string(), kind: z.string(), whoseView: z.string() })),
  scores: z.array(
    z.object({
      assessmentId: id,
      personId: id,
      instrumentId: id,
      instrumentCode: z.string(),
      titleFa: z.string(),
      titleEn: z.string(),
      completedAt: instant,
      /** When the protocol that an answer opened was carried out. */
      protocolAt: instant.nullable(),
      scores: z.unknown(),
    }),
  ),
  contacts: z.array(
    z.object({
      id,
      kind: z.string(),
      reached: z.boolean(),
      happenedAt: instant,
      workerName: z.string(),
      purpose: z.string(),
    }),
  ),
  tasks: z.array(
    z.object({ id, title: z.string(), kind: z.string(), dueOn: day, workerName: z.string() }),
  ),
  plan: z.object({ id, edition: z.int(), status: z.string() }).nullable(),
})

const caseRoute = { who: ['staff'], about: 'case' } as const

export const readCase = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId',
  summary:
    'The whole case file in one answer: person, household, team, spine, needs and what is next.',
  answer: caseFile,
  refusals: ['not_found'],
})

export const readTimeline = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/timeline',
  summary: 'Everything that happened, newest first.',
  query: z.object({
    element: z.enum(elements).optional(),
    beforeAt: instant.optional(),
    beforeId: id.optional(),
  }),
  answer: z.object({
    events: z.array(
      z.object({
        id,
        at: instant,
        kind: z.string(),
        element: z.enum(elements).nullable(),
        subjectId: id,
        byName: z.string().nullable(),
        facts: z.unknown(),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: ['not_found'],
})

export const readNeedLife = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/needs/:needId/life',
  summary: 'The life of one need, from the answer that showed it to its outcome.',
  answer: z.object({
    need: needThread.extend({
      evidence: z.string(),
      whoseView: z.string(),
      assessmentId: id.nullable(),
    }),
    events: z.array(
      z.object({
        id,
        at: instant,
        kind: z.string(),
        subjectId: id,
        byName: z.string().nullable(),
        facts: z.unknown(),
      }),
    ),
  }),
  refusals: ['not_found'],
})

export const judgeRisk = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/risk',
  writes: 'core',
  summary: 'Record how great the risk is now, and why.',
  input: z.strictObject({ level, reason: text(1000), version }),
  answer: z.object({ version }),
  refusals: ['not_found', 'may_not_write', 'stale_version', 'case_closed'],
  example: { input: { level: 'urgent', reason: 'Threat by text on 12 November.', version: 1 } },
})

export const changePracticeModel = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/practice-model',
  writes: 'core',
  summary: 'Work under another practice model from now on, with the reason.',
  input: z.strictObject({ practiceModelId: id, reason: text(1000), version }),
  answer: z.object({ version }),
  refusals: [
    'not_found',
    'may_not_write',
    'stale_version',
    'practice_model_unknown',
    'case_closed',
  ],
  example: {
    input: {
      practiceModelId: '01900000-0000-7000-8000-000000000001',
      reason: 'Needs grew.',
      version: 1,
    },
  },
})

/** Whoever is on a team knows whom the case is about: without its core no other part opens. */
const withCore = z
  .array(z.enum(dataGroups))
  .max(dataGroups.length)
  .refine((groups) => groups.includes('core'), 'core_missing')

export const joinTeam = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/team',
  writes: 'core',
  summary: 'A colleague joins the team, with a role and the groups of data the work needs.',
  input: z.strictObject({
    id,
    workerId: id,
    role: z.enum(teamRoles),
    groups: withCore,
    mayWrite: z.boolean(),
    until: day.nullable().default(null),
  }),
  answer: z.object({ team: z.array(teamMember) }),
  refusals: [
    'not_found',
    'may_not_write',
    'not_for_oneself',
    'worker_unknown',
    'last_case_manager',
    'supervisor_stays',
  ],
  example: {
    input: {
      id: '01900000-0000-7000-8000-000000000002',
      workerId: '01900000-0000-7000-8000-000000000003',
      role: 'teacher',
      groups: ['core', 'school'],
      mayWrite: true,
    },
  },
})

export const leaveTeam = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/team/:memberId/leave',
  writes: 'core',
  summary: 'A member leaves the team; access ends at once.',
  answer: z.object({ team: z.array(teamMember) }),
  refusals: ['not_found', 'may_not_write', 'last_case_manager', 'supervisor_stays'],
})

export const admitPartner = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/partners',
  writes: 'core',
  summary:
    'A worker of another agency joins the team under a consent: reads what it covers, while it holds.',
  input: z.strictObject({
    id,
    /** The code that the worker reads out from his or her own account. */
    partnerCode: text(40),
    consentId: id,
    groups: withCore,
    until: day.nullable().default(null),
  }),
  answer: z.object({ team: z.array(teamMember) }),
  refusals: [
    'not_found',
    'may_not_write',
    'consent_missing',
    'consent_withdrawn',
    'consent_not_lawful',
    'partner_unknown',
  ],
  example: {
    input: {
      id: '01900000-0000-7000-8000-000000000002',
      partnerCode: 'K7M29QXT4B',
      consentId: '01900000-0000-7000-8000-000000000004',
      groups: ['core', 'plan'],
    },
  },
})

export const sealCase = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/seal',
  writes: 'core',
  summary:
    'Seal the case, so that only the people named on it see it: no supervision line, no look-up, no emergency; or unseal it.',
  input: z.strictObject({ sealed: z.boolean(), version }),
  answer: z.object({ version }),
  refusals: ['not_found', 'may_not_write', 'not_named_on_case', 'not_for_oneself', 'stale_version'],
  example: { input: { sealed: true, version: 1 } },
})

export const readWhoCanSee = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/who-can-see',
  summary: 'Who can see this case: whom, which groups, why and until when.',
  answer: z.object({
    people: z.array(
      z.object({
        workerId: id,
        fullName: z.string(),
        groups: z.array(z.enum(dataGroups)),
        mayWrite: z.boolean(),
        why: z.string(),
        until: instant.nullable(),
      }),
    ),
  }),
  refusals: ['not_found'],
})

export const readWhoLooked = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/who-looked',
  summary: 'Who looked at this case or changed it, newest first.',
  query: z.object({ before: z.coerce.number().int().positive().optional() }),
  answer: z.object({
    looks: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        workerId: id.nullable(),
        fullName: z.string().nullable(),
        verb: z.string(),
        outcome: z.string(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['not_found'],
})
