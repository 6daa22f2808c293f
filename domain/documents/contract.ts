import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { endpoint, id, instant, optionalText, text, version } from '../contract.ts'

export const documentKinds = [
  'identity',
  'medical',
  'school',
  'court',
  'income',
  'housing',
  'letter',
  'photo',
  'report',
  'other',
] as const

/** What may be attached; the kind is read from the bytes, never from the name. */
export const documentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
] as const

export const maxDocumentBytes = 25 * 1024 * 1024

export const document = z.object({
  id,
  dataGroup: z.enum(dataGroups),
  kind: z.enum(documentKinds),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  givenBy: z.string(),
  supersedes: id.nullable(),
  superseded: z.boolean(),
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string(),
  /** Whom it is kept for, where the others of the case never see it. */
  onlyFor: z.object({ id, givenName: z.string(), familyName: z.string() }).nullable(),
  /** Why its wall was last moved. */
  wallReason: z.string(),
  createdAt: instant,
  byName: z.string(),
  version,
})

const caseRoute = { who: ['staff'], about: 'case' } as const

export const listDocuments = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/documents',
  summary: 'Documents of the case that my groups let me see, newest first.',
  answer: z.object({ documents: z.array(document) }),
  refusals: ['not_found'],
})

export const attachDocument = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/documents',
  writes: 'core',
  summary: 'Attach a document: its bytes as the body, what it is in the query.',
  query: z.strictObject({
    id,
    name: text(200),
    kind: z.enum(documentKinds),
    dataGroup: z.enum(dataGroups),
    givenBy: optionalText(200),
    supersedes: id.optional(),
    /** A newer version stays behind the wall of the one it replaces. */
    onlyFor: id.optional(),
  }),
  accepts: { types: documentTypes, maxBytes: maxDocumentBytes },
  answer: document,
  refusals: [
    'not_found',
    'may_not_write',
    'file_type_not_allowed',
    'file_too_large',
    'document_superseded',
    'wall_not_theirs',
    'case_closed',
  ],
  example: {
    query: {
      id: '01900000-0000-7000-8000-000000000004',
      name: 'birth certificate.pdf',
      kind: 'identity',
      dataGroup: 'core',
    },
  },
})

export const readDocument = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/documents/:documentId/file',
  summary: 'The document itself, as a download.',
  answers: 'file',
  answer: z.object({}),
  refusals: ['not_found'],
})

export const withdrawDocument = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/documents/:documentId/withdraw',
  writes: 'core',
  summary:
    'Take a document that does not belong here out of the list, with the reason; it stays in history.',
  input: z.strictObject({ reason: text(500), version }),
  answer: document,
  refusals: ['not_found', 'may_not_write', 'stale_version'],
  example: { input: { reason: 'Belongs to another person.', version: 1 } },
})

export const moveDocumentWall = endpoint({
  ...caseRoute,
  method: 'POST',
  path: '/cases/:caseId/documents/:documentId/wall',
  writes: 'core',
  summary:
    'Keep a document for one person of the case alone, or take that wall down with the reason.',
  input: z.strictObject({ onlyFor: id.nullable(), reason: optionalText(500), version }),
  answer: document,
  refusals: ['not_found', 'may_not_write', 'wall_not_theirs', 'reason_missing', 'stale_version'],
  example: { input: { onlyFor: null, reason: 'She wants her son to read it.', version: 1 } },
})
