import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'
import { asKept, firstLink, hashRows, listRowsBetween, listSealsAfter, signSeal } from './seal.ts'
import type { AuditRow, Seal } from './seal.ts'

export type AuditFault =
  | { kind: 'row_changed' | 'row_missing' | 'row_added'; seq: number }
  | { kind: 'seal_forged' | 'chain_broken'; seal: number }
  | { kind: 'tail_cut'; expected: string }

export interface AuditVerdict {
  fault?: AuditFault
  rows: number
  seals: number
  unsealed: number
  /** The newest seal; keep it elsewhere, and a tail that is cut off shows. */
  newest?: string
}

/**
 * Reads the whole audit and names the first thing that is wrong: a row changed, missing or added
 * after it was sealed, a seal that our key did not sign, a chain that does not fit, or a tail cut
 * off before the seal one remembers.
 */
export async function verifyAudit(
  tx: Transaction,
  key: string,
  remembered?: string,
): Promise<AuditVerdict> {
  let previous: Seal | undefined
  const counted = { rows: 0, seals: 0, unsealed: 0 }
  let isRememberedSeen = remembered === undefined
  for (;;) {
    const seals = await listSealsAfter(tx, previous?.id ?? 0, 100)
    if (seals.length === 0) break
    for (const seal of seals) {
      const rows = await listRowsBetween(tx, seal)
      const fault = whyNotSealed(seal, previous, rows, key)
      if (fault) return { ...counted, fault }
      counted.rows += rows.length
      counted.seals += 1
      isRememberedSeen ||= seal.signature.toString('base64url') === remembered
      previous = seal
    }
  }
  const newest = previous && { newest: previous.signature.toString('base64url') }
  const unsealed = await listUnsealed(tx)
  const changed = unsealed.find(isChanged)
  const found = { ...counted, rows: counted.rows + unsealed.length, unsealed: unsealed.length }
  if (changed) return { ...found, ...newest, fault: { kind: 'row_changed', seq: changed.seq } }
  if (!isRememberedSeen) {
    return { ...found, ...newest, fault: { kind: 'tail_cut', expected: remembered ?? '' } }
  }
  return { ...found, ...newest }
}

function whyNotSealed(
  seal: Seal,
  previous: Seal | undefined,
  rows: readonly AuditRow[],
  key: string,
): AuditFault | undefined {
  if (!seal.previous.equals(previous?.signature ?? firstLink)) {
    return { kind: 'chain_broken', seal: seal.id }
  }
  const signature = signSeal(key, seal)
  if (signature.length !== seal.signature.length || !timingSafeEqual(signature, seal.signature)) {
    return { kind: 'seal_forged', seal: seal.id }
  }
  const present = new Set(rows.map(({ seq }) => seq))
  const sealed = new Set(seal.seqs)
  const missing = seal.seqs.find((seq) => !present.has(seq))
  if (missing !== undefined) return { kind: 'row_missing', seq: missing }
  const added = rows.find(({ seq }) => !sealed.has(seq))
  if (added) return { kind: 'row_added', seq: added.seq }
  const changed = rows.find(isChanged)
  if (changed) return { kind: 'row_changed', seq: changed.seq }
  // Every row fits its own hash, yet together they are not what was sealed: one was rewritten whole.
  return hashRows(rows).equals(seal.rowsHash) ? undefined : { kind: 'seal_forged', seal: seal.id }
}

const isChanged = (row: AuditRow) => !row.hash.equals(row.reckoned)

async function listUnsealed(tx: Transaction): Promise<AuditRow[]> {
  const found = await sql<AuditRow>`
    select a.seq, a.hash, audit_row_hash(a) as reckoned from audit a
    where a.xid >= (select ${asKept(sql`coalesce(max(s.to_xid)::text, '0')`)} from audit_seal s where s.era = a.era)
    order by a.era, a.xid, a.seq`.execute(tx)
  return found.rows
}
