import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { emergencyCategories } from '../access/contract.ts'
import { email } from '../access/user-name.ts'
import {
  day,
  done,
  endpoint,
  id,
  instant,
  optionalText,
  pageQuery,
  text,
  version,
} from '../contract.ts'
import { referralStatusCodes } from './referral-steps.ts'

export const referralOutcomes = [
  'got_help',
  'partly',
  'not_eligible',
  'no_capacity',
  'not_reached',
  'no_longer_wanted',
  'referred_elsewhere',
] as const

export const standings = [
  'self',
  'natural_guardian',
  'custody',
  'appointed_guardian',
  'trustee',
  'host_family',
] as const

const groups = z.array(z.enum(dataGroups)).min(1).max(dataGroups.length)
const status = z.enum(referralStatusCodes)
const outcome = z.enum(referralOutcomes)

export const consent = z.object({
  id,
  personId: id,
  personName: z.string(),
  givenById: id.nullable(),
  givenByName: z.string().nullable(),
  standing: z.enum(standings),
  childAssent: z.string(),
  discloser: z.string(),
  groups: z.array(z.enum(dataGroups)),
  recipientId: id.nullable(),
  recipientName: z.string(),
  purpose: z.string(),
  fromOn: day,
  untilOn: day,
  how: z.enum(['signed', 'spoken', 'link']),
  witness: z.string(),
  signature: z.string(),
  withdrawHow: z.string(),
  notDepending: z.string(),
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string(),
  createdAt: instant,
  version,
})

const step = z.object({
  id,
  from: status,
  to: status,
  bySide: z.enum(['us', 'partner']),
  byName: z.string().nullable(),
  reason: z.string(),
  at: instant,
})

const link = z.object({
  id,
  recipientName: z.string(),
  expiresAt: instant,
  openedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  tries: z.int(),
  /** Empty where the link is on paper. */
  email: z.string(),
  mail: z.enum(['waiting', 'sent', 'refused', 'late', 'not_needed']).nullable(),
})

export const referral = z.object({
  id,
  needId: id,
  needStatement: z.string(),
  serviceId: id,
  serviceName: z.string(),
  organisationName: z.string(),
  consentId: id.nullable(),
  status,
  statusReason: z.string(),
  note: z.string(),
  basis: z.enum(['consent', 'law', 'court', 'vital_interest']),
  basisWords: z.string(),
  sharedGroups: z.array(z.enum(dataGroups)),
  doNotContactClient: z.boolean(),
  clientChoice: z.string(),
  sentAt: instant.nullable(),
  seenAt: instant.nullable(),
  answerExpectedOn: day.nullable(),
  outcome: outcome.nullable(),
  outcomeNote: z.string(),
  outcomeBy: z.enum(['client', 'partner']).nullable(),
  outcomeOn: day.nullable(),
  steps: z.array(step),
  links: z.array(link),
  nextSteps: z.array(z.object({ to: status, needsReason: z.boolean() })),
  version,
})

const caseRoute = { who: ['staff'], about: 'case' } as const
const sampleId = '01900000-0000-7000-8000-000000000001'
/** What opens a link: 256 random bits made by the browser, and the six digits that go with them. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const secrets = { token, code: z.string().regex(/^\d{6}$/) }

export const listConsents = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/consents',
  summary: 'Consents of this case, newest first, withdrawn ones too.',
  answer: z.object({ consents: z.array(consent) }),
  refusals: ['not_found'],
})

export const giveConsent = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/consents',
  writes: 'core',
  summary: 'Record a consent: whose, what, to whom, for what, until when, and how it was given.',
  input: z.strictObject({
    id,
    personId: id,
    givenById: id.nullable().default(null),
    standing: z.enum(standings).default('self'),
    childAssent: optionalText(500),
    discloser: text(200),
    groups,
    recipientId: id,
    purpose: text(500),
    fromOn: day,
    untilOn: day,
    how: z.enum(['signed', 'spoken']),
    witness: optionalText(200),
    signature: optionalText(20_000),
    withdrawHow: text(500),
    notDepending: optionalText(500),
  }),
  answer: consent,
  refusals: ['not_found', 'may_not_write', 'consent_not_lawful', 'service_unknown', 'case_closed'],
  example: {
    input: {
      id: sampleId,
      personId: sampleId,
      discloser: 'Koy-e Bahar centre',
      groups: ['core'],
      recipientId: sampleId,
      purpose: 'Food parcels',
      fromOn: '2026-11-21',
      untilOn: '2027-05-21',
      how: 'spoken',
      witness: 'Nahid Farahmand',
      withdrawHow: 'By a call or a word to the case manager.',
    },
  },
})

export const withdrawConsent = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/consents/:consentId/withdraw',
  writes: 'core',
  summary: 'Withdraw a consent: sharing and referrals not yet started end with it, at once.',
  input: z.strictObject({
    reason: optionalText(500),
    /** Of services already begun: the client’s choice for each. */
    stop: z.array(id).max(200).default([]),
    version,
  }),
  answer: z.object({ consent, cancelled: z.array(id), stopped: z.array(id) }),
  refusals: ['not_found', 'may_not_write', 'stale_version', 'consent_withdrawn'],
  example: { input: { reason: 'She changed her mind.', version: 1 } },
})

export const listReferrals = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/referrals',
  summary: 'Referrals of this case with their steps and the steps lawful now.',
  answer: z.object({ referrals: z.array(referral) }),
  refusals: ['not_found'],
})

export const referClient = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/referrals',
  writes: 'core',
  summary: 'Refer the client to a service for one need: as a draft, or sent at once.',
  input: z.strictObject({
    id,
    needId: id,
    serviceId: id,
    consentId: id.nullable().default(null),
    basis: z.enum(['consent', 'law', 'court', 'vital_interest']).default('consent'),
    basisWords: optionalText(500),
    sharedGroups: groups,
    note: optionalText(2000),
    doNotContactClient: z.boolean().default(false),
    clientChoice: optionalText(500),
    send: z.boolean(),
  }),
  answer: referral,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'need_already_ended',
    'service_unknown',
    'service_not_accepting',
    'referral_already_open',
    'consent_missing',
    'consent_withdrawn',
    'reason_missing',
  ],
  example: {
    input: {
      id: sampleId,
      needId: sampleId,
      serviceId: sampleId,
      consentId: sampleId,
      sharedGroups: ['core'],
      send: true,
    },
  },
})

export const stepReferral = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/referrals/:referralId/steps',
  writes: 'core',
  summary: 'Take a referral one lawful step further, as we heard it.',
  input: z.strictObject({
    id,
    to: status,
    reason: optionalText(1000),
    /** On sending a draft: the consent it rests on, where one was taken since. */
    consentId: id.nullable().default(null),
    version,
  }),
  answer: referral,
  refusals: [
    'not_found',
    'may_not_write',
    'stale_version',
    'referral_step_not_lawful',
    'reason_missing',
    'consent_missing',
    'consent_withdrawn',
    'service_not_accepting',
    'service_unknown',
    'referral_already_open',
    'need_already_ended',
    'case_closed',
  ],
  example: { input: { id: sampleId, to: 'accepted', version: 1 } },
})

export const recordOutcome = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/referrals/:referralId/outcome',
  writes: 'core',
  summary: 'What came of a referral, told by the client or the partner; apart from its status.',
  input: z.strictObject({
    outcome,
    by: z.enum(['client', 'partner']),
    note: optionalText(1000),
    on: day,
    version,
  }),
  answer: referral,
  refusals: ['not_found', 'may_not_write', 'stale_version', 'referral_step_not_lawful'],
  example: { input: { outcome: 'got_help', by: 'client', on: '2026-11-20', version: 3 } },
})

export const makeAnswerLink = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/referrals/:referralId/links',
  writes: 'core',
  summary:
    'Let the partner answer without an account: the browser makes the secret, we keep its hash.',
  input: z.strictObject({
    id,
    recipientName: text(200),
    ...secrets,
    expiresOn: day,
  }),
  answer: referral,
  refusals: [
    'not_found',
    'may_not_write',
    'referral_step_not_lawful',
    'consent_withdrawn',
    'link_day_not_lawful',
  ],
  example: {
    input: {
      id: sampleId,
      recipientName: 'Intake desk',
      token: 'A'.repeat(43),
      code: '402913',
      expiresOn: '2026-12-21',
    },
  },
})

export const mailAnswerLink = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/referrals/:referralId/links/mail',
  writes: 'core',
  summary:
    'Send the partner an answer link by mail; its code is sent to the same address at each opening.',
  input: z.strictObject({
    id,
    recipientName: text(200),
    email,
    language: z.enum(['fa', 'en']),
    expiresOn: day,
  }),
  answer: referral,
  refusals: [
    'not_found',
    'may_not_write',
    'referral_step_not_lawful',
    'consent_withdrawn',
    'link_day_not_lawful',
    'mail_off',
  ],
  example: {
    input: {
      id: sampleId,
      recipientName: 'Intake desk',
      email: 'intake@example.org',
      language: 'en',
      expiresOn: '2026-12-21',
    },
  },
})

export const withdrawAnswerLink = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/referrals/:referralId/links/:linkId/withdraw',
  writes: 'core',
  summary: 'Make an answer link useless from now on.',
  answer: referral,
  refusals: ['not_found', 'may_not_write'],
})

export const listSightLinks = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/sight-links',
  summary: 'Links by which the client sees who can see the case, newest first.',
  answer: z.object({ links: z.array(link) }),
  refusals: ['not_found'],
})

const sightRefusals = [
  'not_found',
  'may_not_write',
  'sight_not_theirs',
  'person_died',
  'link_day_not_lawful',
] as const

export const makeSightLink = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/sight-links',
  writes: 'core',
  summary:
    'Let the client see, without an account, who can see the case: the browser makes the secret, we keep its hash.',
  input: z.strictObject({ id, personId: id, ...secrets, expiresOn: day }),
  answer: z.object({ links: z.array(link) }),
  refusals: sightRefusals,
  example: {
    input: {
      id: sampleId,
      personId: sampleId,
      token: 'A'.repeat(43),
      code: '402913',
      expiresOn: '2026-12-21',
    },
  },
})

export const mailSightLink = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/sight-links/mail',
  writes: 'core',
  summary:
    'Send the client such a link by mail; its code is sent to the same address at each opening.',
  input: z.strictObject({
    id,
    personId: id,
    email,
    language: z.enum(['fa', 'en']),
    expiresOn: day,
  }),
  answer: z.object({ links: z.array(link) }),
  refusals: [...sightRefusals, 'mail_off'],
  example: {
    input: {
      id: sampleId,
      personId: sampleId,
      email: 'reyhaneh@example.org',
      language: 'fa',
      expiresOn: '2026-12-21',
    },
  },
})

export const withdrawSightLink = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/sight-links/:linkId/withdraw',
  writes: 'core',
  summary: 'Make a link of the client’s useless from now on.',
  answer: z.object({ links: z.array(link) }),
  refusals: ['not_found', 'may_not_write'],
})

export const listMyReferrals = endpoint({
  who: ['staff'],
  about: 'self',
  method: 'GET',
  path: '/referrals',
  summary: 'Referrals of all my cases that wait for something, the silent ones first.',
  query: pageQuery.extend({ show: z.enum(['open', 'silent', 'ended']).default('open') }),
  answer: z.object({
    referrals: z.array(
      z.object({
        id,
        caseId: id,
        clientName: z.string(),
        needStatement: z.string(),
        serviceName: z.string(),
        organisationName: z.string(),
        status,
        sentAt: instant.nullable(),
        seenAt: instant.nullable(),
        answerExpectedOn: day.nullable(),
        outcome: outcome.nullable(),
      }),
    ),
    before: id.nullable(),
  }),
  refusals: [],
})

// ---------------------------------------------------------------- the holder of a link

export const linkedReferral = z.object({
  agencyName: z.string(),
  agencyLanguage: z.enum(['fa', 'en']),
  agencyCalendar: z.enum(['persian', 'gregory']),
  recipientName: z.string(),
  serviceName: z.string(),
  sentAt: instant.nullable(),
  answerExpectedOn: day.nullable(),
  note: z.string(),
  need: z.string().nullable(),
  doNotContactClient: z.boolean(),
  worker: z.object({ fullName: z.string(), phone: z.string() }),
  client: z.object({
    givenName: z.string(),
    familyName: z.string(),
    bornOn: day.nullable(),
    bornPrecision: z.string(),
    safeContact: z.string(),
    languages: z.array(z.string()),
    interpreterNeeded: z.boolean(),
    phones: z.array(z.string()),
  }),
  consent: z.object({ purpose: z.string(), groups: z.array(z.string()), untilOn: day }).nullable(),
  status,
  steps: z.array(
    z.object({ to: status, bySide: z.enum(['us', 'partner']), at: instant, reason: z.string() }),
  ),
  nextSteps: z.array(z.object({ to: status, needsReason: z.boolean() })),
  outcome: outcome.nullable(),
  version,
})

const linkRoute = { who: ['partner'], about: 'link', method: 'POST' } as const

export const askLinkCode = endpoint({
  ...linkRoute,
  who: ['partner', 'client'],
  path: '/links/code',
  summary:
    'Send a fresh code to the address a mailed link was registered for; good for ten minutes.',
  input: z.strictObject({ token }),
  answer: done,
  refusals: ['link_not_usable', 'mail_off', 'too_many'],
  example: { input: { token: 'A'.repeat(43) } },
})

export const openLink = endpoint({
  ...linkRoute,
  path: '/links/open',
  summary:
    'Open an answer link with the code that came with it; five tries, then the link is closed.',
  input: z.strictObject(secrets),
  answer: z.object({ session: z.string(), referral: linkedReferral }),
  refusals: ['link_not_usable', 'link_code_wrong', 'link_code_expired', 'too_many'],
  example: { input: { token: 'A'.repeat(43), code: '402913' } },
})

const session = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const answerByLink = endpoint({
  ...linkRoute,
  path: '/links/answer',
  summary: 'The partner’s answer: a lawful step, an outcome, or both.',
  input: z.strictObject({
    session,
    id,
    to: status.nullable().default(null),
    reason: optionalText(1000),
    outcome: outcome.nullable().default(null),
    outcomeNote: optionalText(1000),
    version,
  }),
  answer: z.object({ referral: linkedReferral }),
  refusals: ['link_not_usable', 'referral_step_not_lawful', 'reason_missing', 'stale_version'],
  example: { input: { session: 'A'.repeat(43), id: sampleId, to: 'accepted', version: 2 } },
})

// ---------------------------------------------------------------- a partner's system

const systemRoute = { who: ['partner'], about: 'referral' } as const
const systemRefusals = ['role_not_allowed', 'too_many'] as const
const partnerSteps = z.array(z.object({ to: status, needsReason: z.boolean() }))

export const listSentReferrals = endpoint({
  ...systemRoute,
  method: 'GET',
  path: '/partner/referrals',
  summary:
    'For a partner’s system: the referrals sent to its organisation and shared now, newest first; no person’s data.',
  query: pageQuery,
  answer: z.object({
    referrals: z.array(
      z.object({
        id,
        serviceName: z.string(),
        status,
        sentAt: instant,
        /** When the partner first read it. */
        seenAt: instant.nullable(),
        answerExpectedOn: day.nullable(),
        outcome: outcome.nullable(),
        nextSteps: partnerSteps,
        version,
      }),
    ),
    before: id.nullable(),
  }),
  refusals: systemRefusals,
})

export const readSentReferral = endpoint({
  ...systemRoute,
  method: 'GET',
  path: '/partner/referrals/:referralId',
  summary:
    'For a partner’s system: one referral, as the holder of an answer link reads it; from then on it has been seen.',
  answer: linkedReferral,
  refusals: [...systemRefusals, 'not_found'],
})

export const answerSentReferral = endpoint({
  ...systemRoute,
  method: 'POST',
  path: '/partner/referrals/:referralId/answer',
  summary: 'For a partner’s system: a lawful step, an outcome, or both.',
  input: z
    .strictObject({
      id,
      to: status.nullable().default(null),
      reason: optionalText(1000),
      outcome: outcome.nullable().default(null),
      outcomeNote: optionalText(1000),
      version,
    })
    .refine(({ to, outcome }) => to !== null || outcome !== null, {
      path: ['to'],
      message: 'answer_missing',
    }),
  answer: z.object({
    status,
    outcome: outcome.nullable(),
    nextSteps: partnerSteps,
    version,
  }),
  refusals: [
    ...systemRefusals,
    'not_found',
    'referral_step_not_lawful',
    'reason_missing',
    'stale_version',
    'command_reused',
    'done_before',
  ],
  example: { input: { id: sampleId, to: 'accepted', version: 2 } },
})

/** What a client sees of who can see the case: names and kinds, nothing that is kept in it. */
export const sight = z.object({
  agencyName: z.string(),
  agencyLanguage: z.enum(['fa', 'en']),
  timeZone: z.string(),
  caseNumber: z.string(),
  expiresAt: instant,
  people: z.array(
    z.object({
      fullName: z.string(),
      /** Of somebody who works elsewhere. */
      agencyName: z.string().nullable(),
      groups: z.array(z.enum(dataGroups)),
      mayWrite: z.boolean(),
      why: z.string(),
      until: instant.nullable(),
    }),
  ),
  /** Who holds a link to a referral that still opens. */
  partners: z.array(
    z.object({
      recipientName: z.string(),
      organisationName: z.string(),
      serviceName: z.string(),
      groups: z.array(z.enum(dataGroups)),
      until: instant,
    }),
  ),
  emergencies: z.array(
    z.object({
      fullName: z.string(),
      category: z.enum(emergencyCategories),
      beganAt: instant,
      endedAt: instant,
      finding: z.enum(['justified', 'not_justified']).nullable(),
    }),
  ),
  visits: z.array(
    z.object({
      fullName: z.string().nullable(),
      by: z.enum(['worker', 'partner', 'client']),
      from: instant,
      until: instant,
      changed: z.boolean(),
      inEmergency: z.boolean(),
    }),
  ),
})

export const openSight = endpoint({
  ...linkRoute,
  who: ['client'],
  path: '/links/sight',
  summary:
    'Open a client’s own link with its code: who can see the case and why, who came in an emergency, who looked.',
  input: z.strictObject(secrets),
  answer: z.object({ session: z.string(), sight }),
  refusals: ['link_not_usable', 'link_code_wrong', 'link_code_expired', 'too_many'],
  example: { input: { token: 'A'.repeat(43), code: '402913' } },
})

export const closeLink = endpoint({
  ...linkRoute,
  who: ['partner', 'client'],
  path: '/links/close',
  summary: 'Leave: the short session ends.',
  input: z.strictObject({ session }),
  answer: done,
  refusals: [],
  example: { input: { session: 'A'.repeat(43) } },
})
