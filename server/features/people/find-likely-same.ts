import { judgeSame } from '@peyvand/domain/people/judge-same.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { keepPairs, loadSameFacts } from './likely-same-store.ts'

/** Keeps whoever may be the same as this person, for those who see both. Safe to run twice. */
export async function findLikelySame(tx: Transaction, personId: string): Promise<void> {
  const facts = await loadSameFacts(tx, personId)
  if (!facts) return
  const likely = facts.others.flatMap((other) => {
    const judged = judgeSame(facts.person, other)
    return judged ? [{ otherId: other.id, ...judged }] : []
  })
  await keepPairs(tx, facts.person, likely)
}
