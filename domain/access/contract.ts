import { z } from 'zod'
import { done, endpoint, id, instant, optionalText, text, version } from '../contract.ts'
import { longestPassword } from './password.ts'
import { roles } from './roles.ts'
import { partnerScopes } from './token-scopes.ts'
import { email, userName } from './user-name.ts'

// What is typed to prove who one is: never trimmed, and long enough for any honest answer.
const password = z
  .string()
  .min(1)
  .max(longestPassword * 4)
const typedName = z.string().trim().min(1).max(200)
const typedCode = z.string().trim().min(1).max(40)
const role = z.enum(roles)

const timeZone = z
  .string()
  .max(60)
  .refine(
    (zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone),
    'unknown_time_zone',
  )

// ---------------------------------------------------------------- first set-up

export const readSetUp = endpoint({
  method: 'GET',
  path: '/set-up',
  who: ['anyone'],
  about: 'nobody',
  summary: 'Whether this installation still waits for its first agency.',
  answer: z.object({ needed: z.boolean(), offersDemo: z.boolean() }),
  refusals: [],
})

export const setUp = endpoint({
  method: 'POST',
  path: '/set-up',
  who: ['anyone'],
  about: 'nobody',
  summary:
    'Make the first agency and its first administrator, with the code printed in the terminal.',
  input: z.strictObject({
    code: typedCode,
    language: z.enum(['fa', 'en']),
    agency: z.strictObject({ name: text(200), timeZone }),
    administrator: z.strictObject({
      fullName: text(200),
      userName,
      email: email.optional(),
      password,
      /** In a small agency the administrator works with clients as well. */
      worksWithClients: z.boolean().default(true),
    }),
    start: z.enum(['demo', 'empty']),
  }),
  answer: z.object({ agencyId: id, workerId: id }),
  refusals: ['set_up_done', 'set_up_code_wrong', 'password_too_weak', 'too_many'],
  example: {
    input: {
      code: '7H3K-Q9TM-2XWB',
      language: 'fa',
      agency: { name: 'مرکز مددکاری کوی بهار', timeZone: 'Asia/Tehran' },
      administrator: {
        fullName: 'لیلا عظیمی',
        userName: 'leila.azimi',
        password: 'a walk by the river',
        worksWithClients: true,
      },
      start: 'empty',
    },
  },
})

// ---------------------------------------------------------------- signing in

const signInStep = z.object({ next: z.enum(['signed_in', 'second_factor']) })

export const signIn = endpoint({
  method: 'POST',
  path: '/sign-in',
  who: ['anyone'],
  about: 'nobody',
  summary: 'Sign in with user name or e-mail address and password.',
  input: z.strictObject({ name: typedName, password }),
  answer: signInStep,
  refusals: ['sign_in_failed', 'too_many'],
  example: { input: { name: 'leila.azimi', password: 'a walk by the river' } },
})

export const signInByCode = endpoint({
  method: 'POST',
  path: '/sign-in/code',
  who: ['anyone'],
  about: 'nobody',
  summary:
    'The second step: the code of the authenticator, or a back-up code, which is then used up.',
  input: z.strictObject({ kind: z.enum(['authenticator', 'backup']), code: typedCode }),
  answer: signInStep,
  refusals: ['second_factor_wrong', 'sign_in_step_expired', 'too_many'],
  example: { input: { kind: 'authenticator', code: '482913' } },
})

export const readSignInWays = endpoint({
  method: 'GET',
  path: '/sign-in/ways',
  who: ['anyone'],
  about: 'nobody',
  summary: 'Whether this installation sends mail: codes for a new password, links and their codes.',
  answer: z.object({ mails: z.boolean() }),
  refusals: [],
})

export const askResetCode = endpoint({
  method: 'POST',
  path: '/sign-in/reset/mail',
  who: ['anyone'],
  about: 'nobody',
  summary:
    'Ask for a code for a new password by mail; the answer is the same whether there is such an account.',
  input: z.strictObject({ name: typedName }),
  answer: done,
  refusals: ['mail_off', 'too_many'],
  example: { input: { name: 'omid.sadeghi' } },
})

export const resetPassword = endpoint({
  method: 'POST',
  path: '/sign-in/reset',
  who: ['anyone'],
  about: 'nobody',
  summary: 'Choose a new password with the code an administrator has printed, or a mailed one.',
  input: z.strictObject({ name: typedName, code: typedCode, password }),
  answer: done,
  refusals: ['reset_code_wrong', 'password_too_weak', 'too_many'],
  example: {
    input: { name: 'omid.sadeghi', code: '7H3K-Q9TM-2XWB-58RD', password: 'rain on a tin roof' },
  },
})

export const signOut = endpoint({
  method: 'POST',
  path: '/sign-out',
  who: ['anyone'],
  about: 'nobody',
  summary: 'End this session.',
  answer: done,
  refusals: [],
})

export const proveAgain = endpoint({
  method: 'POST',
  path: '/sign-in/again',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'Show the password once more, for acts that ask for it.',
  input: z.strictObject({ password }),
  answer: done,
  refusals: ['password_wrong', 'too_many'],
  example: { input: { password: 'a walk by the river' } },
})

// ---------------------------------------------------------------- my account

export const readAccount = endpoint({
  method: 'GET',
  path: '/me/account',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'How I sign in, where I am signed in, and which machines act as me.',
  answer: z.object({
    userName: z.string(),
    email: z.string().nullable(),
    secondFactor: z.boolean(),
    backupCodesLeft: z.int(),
    sessions: z.array(
      z.object({
        id,
        current: z.boolean(),
        signedInAt: instant,
        seenAt: instant,
        /** What the browser says it is; empty when it says nothing. */
        userAgent: z.string(),
        address: z.string(),
      }),
    ),
    tokens: z.array(
      z.object({
        id,
        name: z.string(),
        scopes: z.array(z.string()),
        madeAt: instant,
        until: instant,
        usedAt: instant.nullable(),
      }),
    ),
  }),
  refusals: [],
})

export const endSession = endpoint({
  method: 'POST',
  path: '/me/sessions/:sessionId/end',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'Sign out one of my other devices.',
  answer: done,
  refusals: ['not_found'],
})

export const endOtherSessions = endpoint({
  method: 'POST',
  path: '/me/sessions/end-others',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'Sign out everywhere but here.',
  answer: z.object({ ended: z.int() }),
  refusals: [],
})

export const changePassword = endpoint({
  method: 'POST',
  path: '/me/password',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'Choose a new password; every other session ends.',
  input: z.strictObject({ current: password, next: password }),
  answer: done,
  refusals: ['password_wrong', 'password_too_weak', 'too_many'],
  example: { input: { current: 'a walk by the river', next: 'rain on a tin roof' } },
})

export const startSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary:
    'A new secret for an authenticator, and back-up codes; they count once a code was shown.',
  input: z.strictObject({ password }),
  answer: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
  refusals: ['password_wrong', 'second_factor_on', 'too_many'],
  example: { input: { password: 'a walk by the river' } },
})

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor/confirm',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'The first code of the new authenticator; from now on signing in asks for one.',
  input: z.strictObject({ code: typedCode }),
  answer: done,
  refusals: ['second_factor_wrong', 'too_many'],
  example: { input: { code: '482913' } },
})

export const endSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor/end',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'Sign in with the password alone again.',
  input: z.strictObject({ password }),
  answer: done,
  refusals: ['password_wrong', 'too_many'],
  example: { input: { password: 'a walk by the river' } },
})

export const renewBackupCodes = endpoint({
  method: 'POST',
  path: '/me/second-factor/backup-codes',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'New back-up codes; the old ones open nothing any more.',
  input: z.strictObject({ password }),
  answer: z.object({ backupCodes: z.array(z.string()) }),
  refusals: ['password_wrong', 'second_factor_off', 'too_many'],
  example: { input: { password: 'a walk by the river' } },
})

export const revokeOwnToken = endpoint({
  method: 'POST',
  path: '/me/tokens/:tokenId/revoke',
  who: ['staff'],
  browser: true,
  about: 'self',
  summary: 'A machine acts as me no longer.',
  answer: done,
  refusals: ['not_found'],
})

// ---------------------------------------------------------------- workers

const workerRoles = z
  .array(role)
  .min(1)
  .max(roles.length)
  .transform((given) => [...new Set(given)])

export const worker = z.object({
  id,
  fullName: z.string(),
  title: z.string(),
  phone: z.string(),
  userName: z.string(),
  roles: z.array(role),
  supervisorId: id.nullable(),
  /** Named for emergency access. */
  emergency: z.boolean(),
  deskIds: z.array(id),
  secondFactor: z.boolean(),
  /** A printed code waits to be used. */
  codeUntil: instant.nullable(),
  endedAt: instant.nullable(),
  version: z.int(),
})

export const listWorkers = endpoint({
  method: 'GET',
  path: '/workers',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary: 'Everybody who works or has worked here, with roles, supervisor and desks.',
  answer: z.object({ workers: z.array(worker) }),
  refusals: ['role_not_allowed'],
})

export const addWorker = endpoint({
  method: 'POST',
  path: '/workers',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary: 'Add a worker. The first password is the worker’s own: print a code for it afterwards.',
  input: z.strictObject({
    id,
    fullName: text(200),
    title: optionalText(120),
    phone: optionalText(40),
    userName,
    email: email.optional(),
    roles: workerRoles,
    supervisorId: id.nullable(),
    deskIds: z.array(id).max(200).default([]),
    language: z.enum(['fa', 'en']),
  }),
  answer: z.object({ id, version: z.int() }),
  refusals: [
    'role_not_allowed',
    'user_name_taken',
    'email_taken',
    'worker_unknown',
    'desk_unknown',
    'already_exists',
  ],
  example: {
    input: {
      id: '01987f3e-0000-7000-8000-00000000a001',
      fullName: 'سمانه کریم‌پور',
      title: '',
      phone: '',
      userName: 'samaneh.karimpour',
      roles: ['caseworker'],
      supervisorId: null,
      deskIds: [],
      language: 'fa',
    },
  },
})

export const changeWorker = endpoint({
  method: 'PUT',
  path: '/workers/:workerId',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary: 'Correct name, title or telephone of a worker, the supervisor, or the desks.',
  input: z.strictObject({
    version,
    fullName: text(200),
    title: optionalText(120),
    phone: optionalText(40),
    supervisorId: id.nullable(),
    deskIds: z.array(id).max(200),
  }),
  answer: z.object({ version: z.int() }),
  refusals: [
    'role_not_allowed',
    'not_for_oneself',
    'not_found',
    'stale_version',
    'worker_unknown',
    'desk_unknown',
  ],
  example: {
    input: {
      version: 1,
      fullName: 'سمانه کریم‌پور',
      title: '',
      phone: '',
      supervisorId: null,
      deskIds: [],
    },
  },
})

export const changeRoles = endpoint({
  method: 'PUT',
  path: '/workers/:workerId/roles',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary: 'Change the roles of a worker, who is told, as is the supervisor, and signs in again.',
  input: z.strictObject({ version, roles: workerRoles }),
  answer: z.object({ version: z.int() }),
  refusals: ['role_not_allowed', 'not_for_oneself', 'not_found', 'stale_version'],
  example: { input: { version: 1, roles: ['caseworker', 'intake'] } },
})

export const endWorker = endpoint({
  method: 'POST',
  path: '/workers/:workerId/end',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary:
    'A worker has left: sessions, tokens, codes, desks and every access end at once, the record stays.',
  input: z.strictObject({ version }),
  answer: z.object({ version: z.int() }),
  refusals: ['role_not_allowed', 'not_for_oneself', 'not_found', 'stale_version'],
  example: { input: { version: 1 } },
})

export const returnWorker = endpoint({
  method: 'POST',
  path: '/workers/:workerId/return',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary:
    'A worker is back; a printed code opens the account again, and no former case, desk or line does.',
  input: z.strictObject({ version }),
  answer: z.object({ version: z.int() }),
  refusals: ['role_not_allowed', 'not_for_oneself', 'not_found', 'stale_version'],
  example: { input: { version: 2 } },
})

export const printResetCode = endpoint({
  method: 'POST',
  path: '/workers/:workerId/reset-code',
  who: ['staff'],
  browser: true,
  about: 'agency',
  roles: ['administrator'],
  summary:
    'A one-time code for the worker to choose a password with; the worker and the supervisor are told.',
  input: z.strictObject({
    /** The authenticator and the back-up codes are lost as well. */
    alsoSecondFactor: z.boolean().default(false),
  }),
  answer: z.object({
    userName: z.string(),
    fullName: z.string(),
    code: z.string(),
    until: instant,
  }),
  refusals: [
    'role_not_allowed',
    'not_for_oneself',
    'not_found',
    'worker_unknown',
    'fresh_sign_in_needed',
  ],
  example: { input: { alsoSecondFactor: false } },
})

// ---------------------------------------------------------------- partners and emergencies

export const readPartnerCode = endpoint({
  method: 'GET',
  path: '/me/partner-code',
  who: ['staff'],
  about: 'self',
  summary:
    'The code I read out to a case manager of another agency who wants to share a case with me.',
  answer: z.object({ code: z.string() }),
  refusals: [],
})

export const emergencyCategories = [
  'danger_to_life',
  'child_in_danger',
  'violence',
  'health_crisis',
  'missing_person',
  'disaster',
] as const

export const nameForEmergency = endpoint({
  method: 'POST',
  path: '/workers/:workerId/emergency',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  fresh: true,
  summary:
    'Name a worker for emergency access, or no longer; the worker and the supervisor are told.',
  input: z.strictObject({ may: z.boolean(), version }),
  answer: z.object({ version: z.int() }),
  refusals: [
    'role_not_allowed',
    'fresh_sign_in_needed',
    'not_for_oneself',
    'not_found',
    'worker_unknown',
    'stale_version',
  ],
  example: { input: { may: true, version: 1 } },
})

export const breakGlass = endpoint({
  method: 'POST',
  path: '/people/:personId/emergency',
  who: ['staff'],
  about: 'person',
  fresh: true,
  summary:
    'Open the cases of somebody in danger to read, for some hours; the supervisors are told at once and it is reviewed.',
  input: z.strictObject({
    /** One for each case that may be opened. */
    ids: z.array(id).min(1).max(10),
    category: z.enum(emergencyCategories),
    reason: z.string().trim().min(10).max(2000),
    hours: z.int().min(1).max(12),
  }),
  answer: z.object({ caseIds: z.array(id) }),
  refusals: [
    'not_named_for_emergency',
    'fresh_sign_in_needed',
    'not_found',
    'nothing_to_open',
    'too_many',
  ],
  example: {
    input: {
      ids: ['01900000-0000-7000-8000-000000000001'],
      category: 'danger_to_life',
      reason: 'Found unconscious; the ambulance asks about medicines.',
      hours: 4,
    },
  },
})

export const emergencyAccess = z.object({
  id,
  caseId: id,
  caseNumber: z.string(),
  /** Whether I see the case itself. */
  caseVisible: z.boolean(),
  workerId: id,
  fullName: z.string(),
  category: z.enum(emergencyCategories),
  reason: z.string(),
  beganAt: instant,
  until: instant,
  endedAt: instant.nullable(),
  finding: z.enum(['justified', 'not_justified']).nullable(),
  findingNote: z.string(),
  reviewerName: z.string().nullable(),
  reviewedAt: instant.nullable(),
  version: z.int(),
  mine: z.boolean(),
  /** How often the case was opened or read under it. */
  looks: z.int(),
})

export const listEmergencies = endpoint({
  method: 'GET',
  path: '/emergencies',
  who: ['staff'],
  about: 'self',
  summary: 'Emergency access that I used, and what waits for my review.',
  query: z.object({
    show: z.enum(['waiting', 'all']).default('all'),
    before: instant.optional(),
  }),
  answer: z.object({ emergencies: z.array(emergencyAccess) }),
  refusals: [],
})

export const endEmergency = endpoint({
  method: 'POST',
  path: '/emergencies/:emergencyId/end',
  who: ['staff'],
  about: 'self',
  summary: 'I need this emergency access no longer.',
  answer: done,
  refusals: ['not_found'],
})

export const reviewEmergency = endpoint({
  method: 'POST',
  path: '/emergencies/:emergencyId/review',
  who: ['staff'],
  about: 'self',
  summary: 'Judge an emergency access; never one’s own.',
  input: z.strictObject({
    finding: z.enum(['justified', 'not_justified']),
    note: text(2000),
    version,
  }),
  answer: z.object({ version: z.int() }),
  refusals: ['not_found', 'stale_version'],
  example: {
    input: {
      finding: 'justified',
      note: 'Called back the ward; the entry was needed.',
      version: 1,
    },
  },
})

// ---------------------------------------------------------------- machines

export const listTokens = endpoint({
  method: 'GET',
  path: '/tokens',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary: 'Every machine let into this agency: who it acts as, what it may do, until when.',
  answer: z.object({
    tokens: z.array(
      z.object({
        id,
        kind: z.enum(['person', 'partner_system']),
        name: z.string(),
        workerId: id.nullable(),
        /** Whose referrals a partner's system reaches; without one it reaches nothing. */
        organisation: z.object({ id, name: z.string() }).nullable(),
        scopes: z.array(z.string()),
        madeAt: instant,
        until: instant,
        usedAt: instant.nullable(),
      }),
    ),
  }),
  refusals: ['role_not_allowed'],
})

export const addPartnerToken = endpoint({
  method: 'POST',
  path: '/tokens',
  who: ['staff'],
  browser: true,
  about: 'agency',
  roles: ['administrator'],
  summary:
    'A token for the system of a partner, bound to one organisation of the directory; it is shown this once.',
  input: z.strictObject({
    name: text(120),
    organisationId: id,
    scopes: z.array(z.enum(partnerScopes)).min(1).max(partnerScopes.length),
    days: z.int().min(1).max(730),
  }),
  answer: z.object({ id, token: z.string(), until: instant }),
  refusals: ['role_not_allowed', 'fresh_sign_in_needed', 'not_found'],
  example: {
    input: {
      name: 'Omid Counselling',
      organisationId: '01939f6e-1c6a-7000-8000-000000000001',
      scopes: ['referral.read', 'referral.answer'],
      days: 365,
    },
  },
})

export const revokeToken = endpoint({
  method: 'POST',
  path: '/tokens/:tokenId/revoke',
  who: ['staff'],
  about: 'agency',
  roles: ['administrator'],
  summary: 'A machine is let in no longer; where it acted as a worker, the worker is told.',
  answer: done,
  refusals: ['role_not_allowed', 'not_found'],
})
