import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'

/** A batch of audit rows sealed together: those of every transaction from one number to another. */
export interface Seal {
  id: number
  era: number
  fromXid: string
  toXid: string
  seqs: number[]
  rowsHash: Buffer
  previous: Buffer
  signature: Buffer
}

/** A row of the audit, with its hash as kept and as it is reckoned now. */
export interface AuditRow {
  seq: number
  hash: Buffer
  reckoned: Buffer
}

/** The chain's beginning. */
export const firstLink = Buffer.alloc(32)

export function hashRows(rows: readonly { hash: Buffer }[]): Buffer {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(row.hash)
  return hash.digest()
}

/** Signed with a key that is not in the database: who can change rows cannot sign them. */
export function signSeal(key: string, seal: Omit<Seal, 'id' | 'signature'>): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(
      JSON.stringify([
        seal.era,
        seal.fromXid,
        seal.toXid,
        seal.seqs,
        seal.rowsHash.toString('hex'),
        seal.previous.toString('hex'),
      ]),
    )
    .digest()
}

export async function listSealsAfter(
  tx: Transaction,
  after: number,
  limit: number,
): Promise<Seal[]> {
  return await tx
    .selectFrom('auditSeal')
    .select(['id', 'era', 'fromXid', 'toXid', 'seqs', 'rowsHash', 'previous', 'signature'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, seqs: row.seqs.map(Number) })))
}

export async function findNewestSeal(tx: Transaction): Promise<Seal | undefined> {
  const row = await tx
    .selectFrom('auditSeal')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, seqs: row.seqs.map(Number) }
}

/** A transaction's number as audit rows keep it; the one after all others is more than they can hold. */
export const asKept = (xid: unknown) =>
  sql`least(${xid}::text::numeric, 9223372036854775807)::bigint`

/** Rows whose transactions have numbers from `fromXid` up to, not including, `toXid`. */
export async function listRowsBetween(
  tx: Transaction,
  range: { era: number; fromXid: string; toXid: string },
): Promise<AuditRow[]> {
  const found = await sql<AuditRow>`
    select a.seq, a.hash, audit_row_hash(a) as reckoned from audit a
    where a.era = ${range.era} and a.xid >= ${asKept(range.fromXid)} and a.xid < ${asKept(range.toXid)}
    order by a.xid, a.seq`.execute(tx)
  return found.rows
}
