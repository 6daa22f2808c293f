import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'
import { findNewestSeal, firstLink, hashRows, listRowsBetween, signSeal } from './seal.ts'
import type { Seal } from './seal.ts'

// Of an era that a restore ended, no transaction runs any more.
const afterAll = '18446744073709551615'

/**
 * Seals what no running transaction can add to any more, chained to the seal before it. Answers
 * the new seal, or nothing where there was nothing to seal. Rows that a backup held unsealed are
 * sealed in their own, ended era.
 */
export async function sealAudit(
  tx: Transaction,
  key: string,
): Promise<Omit<Seal, 'id'> | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('peyvand audit seal'))`.execute(tx)
  const newest = await findNewestSeal(tx)
  for (const range of await listOpenRanges(tx)) {
    const rows = await listRowsBetween(tx, range)
    if (rows.length === 0) continue
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
  return undefined
}

/** Of each era what lies behind its last seal and can change no more, the oldest era first. */
async function listOpenRanges(tx: Transaction) {
  const found = await sql<{ era: number; fromXid: string; toXid: string }>`
    select n.era, coalesce(max(s.to_xid)::text, '0') as from_xid,
      case when n.era < e.era then ${afterAll} else pg_snapshot_xmin(pg_current_snapshot())::text end as to_xid
    from audit_era e cross join generate_series(1, e.era) as n (era)
    left join audit_seal s on s.era = n.era
    group by n.era, e.era order by n.era`.execute(tx)
  return found.rows
}
