import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

export async function findDraft(tx: Transaction, key: string) {
  return await tx
    .selectFrom('draft')
    .select(['body', 'savedAt'])
    .where('key', '=', key)
    .where('discardedAt', 'is', null)
    .executeTakeFirst()
}

export async function upsertDraft(
  tx: Transaction,
  key: string,
  body: unknown,
  now: string,
): Promise<void> {
  const kept = { body: json(body), savedAt: now, discardedAt: null }
  await tx
    .insertInto('draft')
    .values({ key, ...kept })
    .onConflict((conflict) => conflict.columns(['workerId', 'key']).doUpdateSet(kept))
    .execute()
}

/** Nothing of a finished draft stays behind. */
export async function clearDraft(tx: Transaction, key: string, now: string): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ body: json({}), discardedAt: now })
    .where('key', '=', key)
    .execute()
}
