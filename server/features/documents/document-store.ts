import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

export interface DocumentRow {
  id: string
  caseId: string
  dataGroup: string
  kind: string
  name: string
  contentType: string
  bytes: number
  sha256: Buffer
  givenBy: string
  supersedes: string | null
  onlyFor: string | null
}

const chunkBytes = 1_048_576

export async function insertDocument(
  tx: Transaction,
  row: DocumentRow,
  content: Buffer,
): Promise<void> {
  await tx.insertInto('document').values(row).execute()
  for (let part = 0; part * chunkBytes < content.length; part++) {
    await tx
      .insertInto('documentChunk')
      .values({
        documentId: row.id,
        caseId: row.caseId,
        dataGroup: row.dataGroup,
        part,
        content: content.subarray(part * chunkBytes, (part + 1) * chunkBytes),
      })
      .execute()
  }
}

const presented = (tx: Transaction, caseId: string) =>
  tx
    .selectFrom('document as d')
    .innerJoin('worker as w', 'w.id', 'd.createdBy')
    .where('d.caseId', '=', caseId)
    .select([
      'd.id',
      'd.dataGroup',
      'd.kind',
      'd.name',
      'd.contentType',
      'd.bytes',
      'd.givenBy',
      'd.supersedes',
      'd.withdrawnAt',
      'd.withdrawnReason',
      'd.wallReason',
      'd.createdAt',
      'd.version',
      'w.fullName as byName',
    ])
    .select(
      sql<{ id: string; givenName: string; familyName: string } | null>`
        (select jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name)
          from person p where p.id = d.only_for)`.as('onlyFor'),
    )
    .select(
      sql<boolean>`exists (select from document later where later.supersedes = d.id and later.case_id = d.case_id)`.as(
        'superseded',
      ),
    )

export async function listDocumentsOf(tx: Transaction, caseId: string) {
  return await presented(tx, caseId).orderBy('d.createdAt', 'desc').orderBy('d.id').execute()
}

export async function findDocument(tx: Transaction, caseId: string, documentId: string) {
  return await presented(tx, caseId).where('d.id', '=', documentId).executeTakeFirst()
}

export async function readContent(
  tx: Transaction,
  caseId: string,
  documentId: string,
): Promise<Buffer> {
  const chunks = await tx
    .selectFrom('documentChunk')
    .select('content')
    .where('caseId', '=', caseId)
    .where('documentId', '=', documentId)
    .orderBy('part')
    .execute()
  return Buffer.concat(chunks.map(({ content }) => content))
}

export async function markWithdrawn(
  tx: Transaction,
  at: { caseId: string; documentId: string; version: number; now: string },
  reason: string,
): Promise<boolean> {
  const changed = await tx
    .updateTable('document')
    .set({ withdrawnAt: at.now, withdrawnReason: reason })
    .where('id', '=', at.documentId)
    .where('caseId', '=', at.caseId)
    .where('version', '=', at.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function moveWall(
  tx: Transaction,
  at: { caseId: string; documentId: string; version: number },
  wall: { onlyFor: string | null; wallReason: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('document')
    .set(wall)
    .where('id', '=', at.documentId)
    .where('caseId', '=', at.caseId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function lockDocument(
  tx: Transaction,
  caseId: string,
  documentId: string,
): Promise<void> {
  await sql`select from document where id = ${documentId} and case_id = ${caseId} for update`.execute(
    tx,
  )
}
