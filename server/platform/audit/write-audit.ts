import type { Transaction } from '../db/database.ts'

export interface AuditEntry {
  agencyId?: string | undefined
  userId?: string | undefined
  verb: string
  cases?: Iterable<string>
  records?: Iterable<string>
  outcome: string
  reason?: string | undefined
  requestId: string
}

/** Who, which ids, when, what code; never content, so that erasure leaves the chain whole. */
export async function writeAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      agencyId: entry.agencyId ?? null,
      userId: entry.userId ?? null,
      verb: entry.verb,
      cases: [...(entry.cases ?? [])],
      records: [...(entry.records ?? [])],
      outcome: entry.outcome,
      reason: entry.reason ?? null,
      requestId: entry.requestId,
    })
    .execute()
}
