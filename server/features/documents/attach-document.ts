import { createHash } from 'node:crypto'
import type { InputOf, QueryOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/documents/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { checkWall } from '../cases/check-wall.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import {
  findDocument,
  insertDocument,
  lockDocument,
  markWithdrawn,
  moveWall,
} from './document-store.ts'
import { readUpload } from './read-upload.ts'

export async function attachDocument(
  act: Act,
  caseId: string,
  about: QueryOf<typeof contract.attachDocument>,
  bytes: Buffer,
) {
  await lockOpenCase(act.tx, caseId)
  let onlyFor = about.onlyFor ?? null
  if (about.supersedes) {
    const before = orNotFound(await findDocument(act.tx, caseId, about.supersedes))
    if (before.superseded || before.withdrawnAt) throw new Refused('document_superseded')
    onlyFor = before.onlyFor?.id ?? onlyFor
    if (!before.onlyFor) await checkWall(act.tx, { caseId, onlyFor })
  } else {
    await checkWall(act.tx, { caseId, onlyFor })
  }
  const { contentType, content } = await readUpload(bytes)
  act.audited.records.add(about.id)
  await insertDocument(
    act.tx,
    {
      ...about,
      caseId,
      contentType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest(),
      supersedes: about.supersedes ?? null,
      onlyFor,
    },
    content,
  )
  return orNotFound(await findDocument(act.tx, caseId, about.id))
}

export async function withdrawDocument(
  act: Act,
  caseId: string,
  documentId: string,
  input: InputOf<typeof contract.withdrawDocument>,
) {
  act.audited.records.add(documentId)
  const at = { caseId, documentId, version: input.version, now: act.now }
  const done = await markWithdrawn(act.tx, at, input.reason)
  const present = orNotFound(await findDocument(act.tx, caseId, documentId))
  if (!done) throw new Refused('stale_version', { current: present })
  return present
}

/** Keeps a document for one person of the case alone, or for all of them again. */
export async function moveDocumentWall(
  act: Act,
  at: { caseId: string; documentId: string },
  { onlyFor, reason, version }: InputOf<typeof contract.moveDocumentWall>,
) {
  const { caseId, documentId } = at
  act.audited.records.add(documentId)
  await lockDocument(act.tx, caseId, documentId)
  const present = orNotFound(await findDocument(act.tx, caseId, documentId))
  await checkWall(act.tx, { caseId, onlyFor, before: present.onlyFor?.id ?? null, reason })
  const done = await moveWall(act.tx, { ...at, version }, { onlyFor, wallReason: reason })
  if (!done) throw new Refused('stale_version', { current: present })
  return orNotFound(await findDocument(act.tx, caseId, documentId))
}
