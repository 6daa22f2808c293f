import { z } from 'zod'
import { roles } from '../access/roles.ts'
import { done, endpoint, id, instant, text, version } from '../contract.ts'

export const readerSettings = z.strictObject({
  language: z.enum(['fa', 'en']),
  calendar: z.enum(['persian', 'gregory']),
  digits: z.enum(['fa', 'latin']),
  theme: z.enum(['system', 'light', 'dark']),
})

export const me = z.object({
  id,
  fullName: z.string(),
  roles: z.array(z.enum(roles)),
  agency: z.object({
    id,
    name: z.string(),
    timeZone: z.string(),
    clientTerm: z.string(),
    calendar: z.enum(['persian', 'gregory']),
  }),
  settings: readerSettings,
  today: z.string(),
  /** Named for emergency access. */
  emergency: z.boolean(),
  unseenNotices: z.int(),
})

export const readMe = endpoint({
  method: 'GET',
  path: '/me',
  who: ['staff'],
  about: 'self',
  summary: 'Who is signed in, in which agency, with which settings of the screen.',
  answer: me,
  refusals: [],
})

export const changeSettings = endpoint({
  method: 'PUT',
  path: '/me/settings',
  who: ['staff'],
  about: 'self',
  summary: 'Change language, calendar, digits or theme of one’s own screen.',
  input: readerSettings,
  answer: readerSettings,
  refusals: [],
  example: { input: { language: 'fa', calendar: 'persian', digits: 'fa', theme: 'system' } },
})

export const readDraftKey = endpoint({
  method: 'GET',
  path: '/me/draft-key',
  who: ['staff'],
  about: 'self',
  summary: 'The key that this device keeps in memory alone to encrypt what is not sent yet.',
  answer: z.object({ key: z.string() }),
  refusals: [],
})

const draftParams = { key: z.string().min(1).max(200) }

export const readDraft = endpoint({
  method: 'GET',
  path: '/drafts/:key',
  who: ['staff'],
  about: 'self',
  params: draftParams,
  summary: 'What I was writing here and have not finished.',
  answer: z.object({ body: z.unknown(), savedAt: instant }),
  refusals: ['not_found'],
})

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/drafts/:key',
  who: ['staff'],
  about: 'self',
  params: draftParams,
  summary: 'Keep what I am writing, as my own, until it is finished.',
  input: z.strictObject({ body: z.json() }),
  answer: z.object({ savedAt: instant }),
  refusals: [],
  example: { input: { body: { text: 'She said she slept better this week.' } } },
})

export const discardDraft = endpoint({
  method: 'POST',
  path: '/drafts/:key/discard',
  who: ['staff'],
  about: 'self',
  params: draftParams,
  summary: 'The draft was finished or is not wanted any more.',
  answer: done,
  refusals: [],
})

export const notice = z.object({
  id,
  kind: z.string(),
  facts: z.record(z.string(), z.unknown()),
  at: instant,
  seenAt: instant.nullable(),
})

export const listNotices = endpoint({
  method: 'GET',
  path: '/me/notices',
  who: ['staff'],
  about: 'self',
  summary: 'News for me: joined a team, roles changed, a partner answered.',
  answer: z.object({ notices: z.array(notice) }),
  refusals: [],
})

export const seeNotices = endpoint({
  method: 'POST',
  path: '/me/notices/seen',
  who: ['staff'],
  about: 'self',
  summary: 'I have read my news.',
  answer: done,
  refusals: [],
})

export const colleague = z.object({
  id,
  fullName: z.string(),
  title: z.string(),
  roles: z.array(z.enum(roles)),
})

export const listColleagues = endpoint({
  method: 'GET',
  path: '/colleagues',
  who: ['staff'],
  about: 'agency',
  summary: 'Workers of my agency who still work here, by name.',
  query: z.object({ role: z.enum(roles).optional() }),
  answer: z.object({ colleagues: z.array(colleague) }),
  refusals: [],
})

const named = { nameFa: text(120), nameEn: text(120) }

export const listPracticeModels = endpoint({
  method: 'GET',
  path: '/practice-models',
  who: ['staff'],
  about: 'agency',
  summary: 'Practice models of my agency, the newest edition of each.',
  answer: z.object({
    practiceModels: z.array(
      z.object({ id, code: z.string(), edition: z.int(), ...named, content: z.unknown() }),
    ),
  }),
  refusals: [],
})

export const listProgrammes = endpoint({
  method: 'GET',
  path: '/programmes',
  who: ['staff'],
  about: 'agency',
  summary: 'Programmes of my agency with their rules and desks.',
  answer: z.object({
    programmes: z.array(
      z.object({
        id,
        code: z.string(),
        ...named,
        rules: z.unknown(),
        capacity: z.int().nullable(),
        confidential: z.boolean(),
        practiceModelId: id.nullable(),
        desks: z.array(z.object({ id, name: z.string(), mine: z.boolean() })),
      }),
    ),
  }),
  refusals: [],
})

const organisationName = z.object({ id, name: z.string() })
const ownOrganisation = { who: ['staff'], about: 'agency', roles: ['administrator'] } as const

export const readOwnOrganisation = endpoint({
  ...ownOrganisation,
  method: 'GET',
  path: '/administration/organisation',
  summary:
    'Which organisation of the directory my agency is itself, and which of those it keeps it may be.',
  query: z.object({ words: z.string().trim().max(120).optional() }),
  answer: z.object({
    organisation: organisationName.nullable(),
    /** At most fifty, by name. */
    choices: z.array(organisationName),
    version,
  }),
  refusals: ['role_not_allowed'],
})

export const nameOwnOrganisation = endpoint({
  ...ownOrganisation,
  method: 'PUT',
  path: '/administration/organisation',
  summary:
    'Say which organisation of the directory my agency is: consents that name it let its workers in.',
  input: z.strictObject({ organisationId: id.nullable(), version }),
  answer: z.object({ version }),
  refusals: ['role_not_allowed', 'not_found', 'stale_version'],
  example: { input: { organisationId: null, version: 1 } },
})
