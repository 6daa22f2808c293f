import { z } from 'zod'
import { needDomain, needDomains, severity } from '../assessment/grid.ts'
import { day, done, endpoint, id, instant, optionalText, text, version } from '../contract.ts'
import {
  accessCodes,
  areaLevels,
  directoryFormats,
  phoneKinds,
  serviceStatuses,
  weekdays,
} from './directory.ts'
import { importErrorCodes, importNoticeCodes } from './import-problem.ts'
import { directoryLimits } from './limits.ts'
import { reasonCodes } from './rank-services.ts'

const kind = z.enum(['formal', 'informal'])
const language = z.string().regex(/^[a-z]{2,3}$/)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const domainsFrom = z.enum(['nobody', 'taxonomy', 'keywords', 'steward'])

export const confirmationParts = [
  'hours',
  'phones',
  'address',
  'eligibility',
  'cost',
  'languages',
  'papers',
  'capacity',
  'status',
] as const

export const confirmationWays = ['phone', 'visit', 'website', 'letter', 'provider'] as const

/** A service as it stands in a list. */
export const serviceLine = z.object({
  id,
  kind,
  name: z.string(),
  alternateName: z.string(),
  organisation: z.object({ id, name: z.string() }),
  status: z.enum(serviceStatuses),
  summary: z.string(),
  alert: z.string(),
  needDomains: z.array(needDomain),
  cities: z.array(z.string()),
  languages: z.array(z.string()),
  free: z.boolean().nullable(),
  lastConfirmedOn: day.nullable(),
})

export const listServices = endpoint({
  method: 'GET',
  path: '/services',
  who: ['staff'],
  about: 'directory',
  summary: 'Services of the directory by name, need, place or language; a page at a time.',
  query: z.object({
    words: z.string().trim().max(200).optional(),
    domain: needDomain.optional(),
    area: z.string().trim().max(200).optional(),
    language: language.optional(),
    free: z.stringbool().optional(),
    kind: kind.optional(),
    /** Also those that are closed. */
    closed: z.stringbool().default(false),
    /** The last service of the page you have. */
    before: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({
    services: z.array(serviceLine),
    /** Ask with it for the next page; nothing on the last. */
    before: id.nullable(),
  }),
  refusals: [],
})

const phone = z.object({
  id,
  number: z.string(),
  extension: z.string(),
  line: z.enum(phoneKinds),
  description: z.string(),
})

const schedule = z.object({
  id,
  weekdays: z.array(z.enum(weekdays)),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  closed: z.boolean(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  everyYear: z.boolean(),
  description: z.string(),
})

const place = z.object({
  id,
  version,
  place: z.enum(['physical', 'postal', 'virtual']),
  name: z.string(),
  description: z.string(),
  transport: z.string(),
  website: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  addresses: z.array(
    z.object({
      place: z.enum(['physical', 'postal', 'virtual']),
      attention: z.string(),
      lines: z.string(),
      city: z.string(),
      region: z.string(),
      province: z.string(),
      postalCode: z.string(),
      country: z.string(),
    }),
  ),
  access: z.array(
    z.object({
      code: z.enum(accessCodes).nullable(),
      description: z.string(),
      details: z.string(),
    }),
  ),
})

export const serviceDetail = z.object({
  id,
  version,
  kind,
  name: z.string(),
  alternateName: z.string(),
  organisation: z.object({
    id,
    name: z.string(),
    description: z.string(),
    website: z.string(),
    email: z.string(),
  }),
  programme: z.string(),
  description: z.string(),
  website: z.string(),
  email: z.string(),
  status: z.enum(serviceStatuses),
  alert: z.string(),
  audience: z.string(),
  eligibility: z.string(),
  minimumAge: z.number().nullable(),
  maximumAge: z.number().nullable(),
  acceptsSex: z.enum(['female', 'male']).nullable(),
  free: z.boolean().nullable(),
  fees: z.string(),
  costs: z.array(
    z.object({
      option: z.string(),
      amount: z.number().nullable(),
      currency: z.string(),
      description: z.string(),
      validFrom: day.nullable(),
      validTo: day.nullable(),
    }),
  ),
  applicationProcess: z.string(),
  waitTime: z.string(),
  interpretation: z.string(),
  accreditations: z.string(),
  licences: z.string(),
  needDomains: z.array(needDomain),
  domainsFrom,
  categories: z.array(z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string() })),
  keywords: z.array(z.string()),
  languages: z.array(z.object({ code: z.string(), name: z.string(), note: z.string() })),
  areas: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      level: z.enum(areaLevels).nullable(),
    }),
  ),
  papers: z.array(z.object({ document: z.string(), link: z.string() })),
  phones: z.array(phone),
  contacts: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      department: z.string(),
      email: z.string(),
    }),
  ),
  schedules: z.array(schedule),
  places: z.array(place),
  /** Places of the organisation that stand in no list, map or export: that they are, not where. */
  secretPlaces: z.array(z.object({ id, version })),
  lastConfirmedOn: day.nullable(),
  confirmations: z.array(
    z.object({
      confirmedOn: day,
      how: z.enum(confirmationWays),
      parts: z.array(z.enum(confirmationParts)),
      note: z.string(),
      by: z.string().nullable(),
    }),
  ),
  /** My agency keeps this row and may confirm, categorise and, where it is its own, change it. */
  mine: z.boolean(),
  /** Where the row came from; absent for a row an agency wrote itself. */
  source: z
    .object({
      name: z.string(),
      licence: z.string(),
      attribution: z.string(),
      importedAt: instant,
    })
    .nullable(),
})

export const readService = endpoint({
  method: 'GET',
  path: '/services/:serviceId',
  who: ['staff'],
  about: 'directory',
  summary: 'Everything the directory knows of one service; nothing of a place that is secret.',
  answer: serviceDetail,
  refusals: ['not_found'],
})

export const reason = z.object({
  code: z.enum(reasonCodes),
  direction: z.enum(['for', 'against', 'ask']),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

export const findServicesForNeed = endpoint({
  method: 'GET',
  path: '/cases/:caseId/needs/:needId/services',
  who: ['staff'],
  about: 'case',
  summary:
    'Services that may answer a need, in the order in which to look at them, each with its reasons; those that are out of question say why.',
  query: z.object({
    mustBeFree: z.stringbool().default(false),
    needsStepFree: z.stringbool().default(false),
    /** Where the client lives, in place of the address of record. */
    area: z.string().trim().max(200).optional(),
    language: language.optional(),
  }),
  answer: z.object({
    need: z.object({
      id,
      number: z.int(),
      domain: needDomain,
      statement: z.string(),
      severity,
    }),
    /** What was known of the person and used. */
    person: z.object({
      id,
      givenName: z.string(),
      familyName: z.string(),
      age: z.object({ least: z.int(), most: z.int() }).nullable(),
      sex: z.enum(['female', 'male', 'other', 'unknown']),
      languages: z.array(z.string()),
      area: z.string(),
      disability: z.string(),
    }),
    services: z.array(
      z.object({
        rank: z.int(),
        fit: z.enum(['eligible', 'unknown', 'not_eligible']),
        reasons: z.array(reason),
        service: serviceLine.extend({
          fees: z.string(),
          waitTime: z.string(),
          eligibility: z.string(),
          phones: z.array(phone),
        }),
      }),
    ),
    /** There are more services than one answer holds; the directory itself must be searched. */
    more: z.boolean(),
  }),
  refusals: ['not_found', 'need_unknown'],
})

export const confirmService = endpoint({
  method: 'POST',
  path: '/services/:serviceId/confirmations',
  who: ['staff'],
  about: 'directory',
  summary: 'I asked, and these details of the service are right today.',
  input: z.strictObject({
    id,
    confirmedOn: day,
    how: z.enum(confirmationWays),
    parts: z.array(z.enum(confirmationParts)).min(1).max(confirmationParts.length),
    note: optionalText(1000),
    version,
  }),
  answer: z.object({ version }),
  refusals: ['not_found', 'may_not_write', 'stale_version', 'confirmed_in_future'],
  example: {
    input: {
      id: '01939f6e-1c6a-7000-8000-000000000000',
      confirmedOn: '2026-11-20',
      how: 'phone',
      parts: ['hours', 'phones'],
      version: 1,
    },
  },
})

export const categoriseService = endpoint({
  method: 'PUT',
  path: '/services/:serviceId/need-domains',
  who: ['staff'],
  about: 'directory',
  summary: 'Say which needs the service answers; what its source says is kept out from then on.',
  input: z.strictObject({
    needDomains: z.array(needDomain).min(1).max(needDomains.length),
    version,
  }),
  answer: z.object({ version }),
  refusals: ['not_found', 'may_not_write', 'stale_version'],
  example: { input: { needDomains: ['food'], version: 1 } },
})

/** What a worker writes of a service the agency itself keeps. */
export const ownService = z.strictObject({
  kind,
  organisation: z.strictObject({ id, name: text(500) }),
  name: text(500),
  description: optionalText(20_000),
  needDomains: z.array(needDomain).min(1).max(needDomains.length),
  status: z.enum(serviceStatuses),
  alert: optionalText(2000),
  minimumAge: z.int().min(0).max(130).nullable(),
  maximumAge: z.int().min(0).max(130).nullable(),
  acceptsSex: z.enum(['female', 'male']).nullable(),
  eligibility: optionalText(5000),
  free: z.boolean().nullable(),
  fees: optionalText(2000),
  applicationProcess: optionalText(5000),
  waitTime: optionalText(500),
  interpretation: optionalText(500),
  website: optionalText(500),
  languages: z.array(language).max(40),
  areas: z
    .array(z.strictObject({ name: text(200), level: z.enum(areaLevels).nullable() }))
    .max(200),
  papers: z.array(text(500)).max(40),
  phones: z
    .array(
      z.strictObject({
        number: text(60),
        extension: optionalText(20),
        line: z.enum(phoneKinds),
        description: optionalText(500),
      }),
    )
    .max(20),
  schedules: z
    .array(
      z.strictObject({
        weekdays: z.array(z.enum(weekdays)).min(1).max(weekdays.length),
        opensAt: time,
        closesAt: time,
        description: optionalText(500),
      }),
    )
    .max(40),
  place: z
    .strictObject({
      lines: optionalText(500),
      city: optionalText(200),
      province: optionalText(200),
      postalCode: optionalText(20),
      transport: optionalText(1000),
      /** A safe house: the address is taken in and shown to nobody. */
      secret: z.boolean(),
      access: z.array(z.enum(accessCodes)).max(accessCodes.length),
    })
    .nullable(),
})

const ownServiceExample = {
  kind: 'informal' as const,
  organisation: { id: '01939f6e-1c6a-7000-8000-000000000001', name: 'مادران کوچهٔ یاس' },
  name: 'نگهداری کودک پس از مدرسه',
  needDomains: ['caregiving' as const],
  status: 'active' as const,
  minimumAge: null,
  maximumAge: 12,
  acceptsSex: null,
  free: true,
  languages: ['fa'],
  areas: [{ name: 'کوی بهار', level: 'district' as const }],
  papers: [],
  phones: [{ number: '021 5500 0000', line: 'voice' as const }],
  schedules: [{ weekdays: ['SA' as const, 'MO' as const], opensAt: '12:00', closesAt: '16:00' }],
  place: null,
}

export const addService = endpoint({
  method: 'POST',
  path: '/services',
  who: ['staff'],
  about: 'directory',
  summary:
    'Add a service the agency itself knows; an informal one is seen by the agency alone and never published.',
  input: ownService.extend({ id }),
  answer: z.object({ id, version }),
  refusals: ['organisation_unknown', 'already_exists', 'ages_reversed'],
  example: {
    input: { id: '01939f6e-1c6a-7000-8000-000000000002', ...ownServiceExample },
  },
})

const { kind: _kind, organisation: _organisation, ...unchanging } = ownServiceExample
const changedServiceExample = { ...unchanging, version: 1 }

export const changeService = endpoint({
  method: 'PUT',
  path: '/services/:serviceId',
  who: ['staff'],
  about: 'directory',
  summary: 'Change a service the agency wrote itself; one that came from a file changes there.',
  input: ownService
    .omit({ kind: true, organisation: true })
    // Left out, the place stays as it is: a secret address cannot be read to be sent again.
    .extend({ place: ownService.shape.place.optional(), version }),
  answer: z.object({ version }),
  refusals: ['not_found', 'may_not_write', 'stale_version', 'service_from_source', 'ages_reversed'],
  example: { input: changedServiceExample },
})

export const keepPlaceSecret = endpoint({
  method: 'PUT',
  path: '/places/:locationId/secrecy',
  who: ['staff'],
  about: 'directory',
  roles: ['administrator'],
  summary:
    'Make a place secret, as a safe house is, or open again: a secret one stands in no list, map or export.',
  input: z.strictObject({ secret: z.boolean(), version }),
  answer: done,
  refusals: ['not_found', 'may_not_write', 'stale_version'],
  example: { input: { secret: true, version: 1 } },
})

const sourceFiles = z
  .array(z.strictObject({ name: text(200), text: z.string().max(directoryLimits.webBytes) }))
  .min(1)
  .max(directoryLimits.files)

const importSource = {
  /** By this name the next import of the same directory is known. */
  source: text(120),
  /** Language in which the directory is written and which all its services speak. */
  language,
  files: sourceFiles,
}

const problem = z.object({
  file: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const importError = problem.extend({ code: z.enum(importErrorCodes) })
export const importNotice = problem.extend({ code: z.enum(importNoticeCodes) })

/** What an import does, table by table. */
export const importChanges = z.record(
  z.string(),
  z.object({ added: z.int(), changed: z.int(), same: z.int(), withdrawn: z.int() }),
)

const importResult = {
  format: z.enum(directoryFormats),
  changes: importChanges,
  /** Services the source names no longer: kept, and out of every search. */
  withdrawnServices: z.array(z.object({ id, name: z.string() })),
  notices: z.array(importNotice),
}

const importExample = {
  source: 'county-directory',
  language: 'en',
  files: [{ name: 'organizations.csv', text: 'id,name,description\n1,Food bank,Parcels' }],
}

export const checkDirectory = endpoint({
  method: 'POST',
  path: '/directory/check',
  who: ['staff'],
  about: 'directory',
  roles: ['administrator'],
  maxBytes: directoryLimits.webBytes,
  summary: 'Read files of a directory and say every error in them, or what importing would change.',
  input: z.strictObject(importSource),
  answer: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), ...importResult }),
    z.object({
      ok: z.literal(false),
      errors: z.array(importError),
      /** All errors there are; the list holds the first of them. */
      total: z.int(),
      notices: z.array(importNotice),
    }),
  ]),
  refusals: ['file_too_large'],
  example: { input: importExample },
})

export const importDirectory = endpoint({
  method: 'POST',
  path: '/directory/imports',
  who: ['staff'],
  about: 'directory',
  roles: ['administrator'],
  maxBytes: directoryLimits.webBytes,
  summary:
    'Import HSDS 3.0 (tabular CSV or JSON) or Ohana CSV, whole or not at all; again brings it up to date.',
  input: z.strictObject({
    id,
    ...importSource,
    licence: text(200),
    attribution: text(500),
  }),
  answer: z.object({ id, ...importResult }),
  refusals: ['import_has_errors', 'file_too_large'],
  example: {
    input: {
      ...importExample,
      id: '01939f6e-1c6a-7000-8000-000000000003',
      licence: 'CC BY-SA 4.0',
      attribution: 'County of San Mateo',
    },
  },
})

export const listImports = endpoint({
  method: 'GET',
  path: '/directory/imports',
  who: ['staff'],
  about: 'directory',
  roles: ['administrator'],
  summary: 'Directories my agency imported, the newest first.',
  answer: z.object({
    imports: z.array(
      z.object({
        id,
        source: z.string(),
        format: z.enum(directoryFormats),
        licence: z.string(),
        attribution: z.string(),
        language: z.string(),
        importedAt: instant,
        changes: importChanges,
      }),
    ),
  }),
  refusals: [],
})
