import { sql } from 'kysely'
import type { SameFacts } from '@peyvand/domain/people/judge-same.ts'
import { bornOf } from '@peyvand/domain/people/person.ts'
import type { Transaction } from '../../platform/db/database.ts'

interface FactsRow extends Omit<SameFacts, 'born'> {
  id: string
  agencyId: string
  bornOn: string | null
  bornPrecision: string
}

export type FactsOf = SameFacts & { id: string; agencyId: string }

/** A person and whoever may be the same, as the rule judges them; nobody who is only mentioned. */
export async function loadSameFacts(
  tx: Transaction,
  personId: string,
): Promise<{ person: FactsOf; others: FactsOf[] } | undefined> {
  const { rows } = await sql<FactsRow>`
    select p.id, p.agency_id, p.given_name, p.family_name, p.other_names, p.father_name, p.sex, p.born_on,
      p.born_precision, coalesce(p.national_id, '') as national_id,
      array(select n.number from phone_number n where n.person_id = p.id and n.ended_at is null) as phones
    from person p
    where (p.id = ${personId} and not p.mentioned_only)
      or p.id in (select w from who_may_be_same(${personId}) w)`.execute(tx)
  const facts = rows.map(({ bornOn, bornPrecision, ...row }) => ({
    ...row,
    born: bornOf({ bornOn, bornPrecision }),
  }))
  const person = facts.find(({ id }) => id === personId)
  return person && { person, others: facts.filter(({ id }) => id !== personId) }
}

interface Likely {
  otherId: string
  strength: number
  reasons: string[]
}

/** Keeps the pairs; one that was answered already stays answered. */
export async function keepPairs(
  tx: Transaction,
  { id, agencyId }: FactsOf,
  likely: readonly Likely[],
): Promise<void> {
  for (const { otherId, strength, reasons } of likely) {
    const [personId, second] = id < otherId ? [id, otherId] : [otherId, id]
    await sql`insert into likely_pair (agency_id, person_id, other_id, reasons, strength)
      values (${agencyId}, ${personId}, ${second}, ${reasons}, ${strength})
      on conflict (person_id, other_id) do update set reasons = excluded.reasons, strength = excluded.strength
      where likely_pair.answer is null
        and (likely_pair.reasons, likely_pair.strength) is distinct from (excluded.reasons, excluded.strength)`.execute(
      tx,
    )
  }
}
