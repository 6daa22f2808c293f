import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'
import { findNewestSeal, firstLink, hashRows, listRowsBetween, signSeal } from './seal.ts'
import type { Seal } from './seal.ts'

/**
 * Seals what no running transaction can add to any more, chained to the seal before it. Answers
 * the new seal, or nothing where there was nothing to seal.
 */
export async function sealAudit(
  tx: Transaction,
  key: string,
): Promise<Omit<Seal, 'id'> | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('peyvand audit seal'))`.execute(tx)
  const settled = await sql<{ era: number; xid: string }>`
    select e.era, pg_snapshot_xmin(pg_current_snapshot())::text as xid from audit_era e`.execute(tx)
  const now = settled.rows[0]
  if (!now) return undefined
  const newest = await findNewestSeal(tx)
  const range = {
    era: now.era,
    fromXid: newest?.era === now.era ? newest.toXid : '0',
    toXid: now.xid,
  }
  const rows = await listRowsBetween(tx, range)
  if (rows.length === 0) return undefined
  const unsigned = {
    ...range,
    seqs: rows.map(({ seq }) => seq),
    rowsHash: hashRows(rows),
    previous: newest?.signature ?? firstLink,
  }
  const seal = { ...unsigned, signature: signSeal(key, unsigned) }
  await tx.insertInto('auditSeal').values(seal).execute()
  return seal
}
