import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

export interface ComparedRow {
  id: string
  givenName: string
  familyName: string
  otherNames: string[]
  fatherName: string
  sex: string
  bornOn: string | null
  bornPrecision: string
  nationalId: string
  phones: string[]
  cases: { id: string; number: string }[]
}

/** A person as he or she is compared; what another's case is called stays with that case. */
function compared(personId: RawBuilder<unknown>): RawBuilder<ComparedRow> {
  return sql`(select jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name,
      'otherNames', p.other_names, 'fatherName', p.father_name, 'sex', p.sex, 'bornOn', p.born_on,
      'bornPrecision', p.born_precision, 'nationalId', coalesce(p.national_id, ''),
      'phones', coalesce((select jsonb_agg(n.number order by n.number) from phone_number n
        where n.person_id = p.id and n.ended_at is null), '[]'),
      'cases', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number) order by c.id desc)
        from case_person cp join case_file c on c.id = cp.case_id where cp.person_id = p.id), '[]'))
    from person p where p.id = ${personId})`
}

export interface PairRow {
  id: string
  reasons: string[]
  one: ComparedRow
  other: ComparedRow
  version: number
}

/** Open pairs of people I see, the likeliest first; the policy looks at each of them again. */
export async function listPairs(tx: Transaction, most: number): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`
    select l.id, l.reasons, l.version, ${compared(sql`l.person_id`)} as one, ${compared(sql`l.other_id`)} as other
    from likely_pair l where l.id = any (my_likely_pairs(${most})) and l.answer is null
    order by l.strength desc, l.id`.execute(tx)
  return rows
}

export interface Two {
  personId: string
  otherId: string
}

export interface SeenPair extends Two {
  answer: string | null
  version: number
}

/** A pair as I see it, whether or not I may judge it. */
export async function findPair(tx: Transaction, pairId: string): Promise<Two | undefined> {
  return await tx
    .selectFrom('likelyPair')
    .select(['personId', 'otherId'])
    .where('id', '=', pairId)
    .executeTakeFirst()
}

/** Whether I may write one of the two. */
export async function mayWriteOneOf(tx: Transaction, two: Two): Promise<boolean> {
  const found = await sql<{ may: boolean }>`
    select can_write_person(${two.personId}) or can_write_person(${two.otherId}) as may`.execute(tx)
  return found.rows[0]?.may ?? false
}

export async function lockPair(tx: Transaction, pairId: string): Promise<SeenPair | undefined> {
  return await tx
    .selectFrom('likelyPair')
    .select(['personId', 'otherId', 'answer', 'version'])
    .where('id', '=', pairId)
    .forUpdate()
    .executeTakeFirst()
}

interface Answer {
  answer: 'same' | 'different' | null
  answerReason: string
  answeredAt: string | null
  answeredBy: string | null
}

export async function answerPair(tx: Transaction, pairId: string, answer: Answer): Promise<void> {
  await tx.updateTable('likelyPair').set(answer).where('id', '=', pairId).execute()
}

/** The pair of these two, whichever comes first. */
export async function findPairOf(
  tx: Transaction,
  [personId, otherId]: readonly [string, string],
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('likelyPair')
    .select('id')
    .where('personId', '=', personId)
    .where('otherId', '=', otherId)
    .executeTakeFirst()
  return row?.id
}

/** Which of these people I see. */
export async function countSeen(tx: Transaction, people: readonly string[]): Promise<number> {
  const rows = await tx.selectFrom('person').select('id').where('id', 'in', people).execute()
  return rows.length
}

export async function insertSameAs(
  tx: Transaction,
  link: { id: string; agencyId: string; personId: string; otherId: string; reason: string },
): Promise<void> {
  await tx.insertInto('sameAs').values(link).execute()
}

/** A link that stands, as I see it, whether or not I may undo it. */
export async function findSameAs(tx: Transaction, linkId: string): Promise<Two | undefined> {
  return await tx
    .selectFrom('sameAs')
    .select(['personId', 'otherId'])
    .where('id', '=', linkId)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
}

export async function lockSameAs(
  tx: Transaction,
  linkId: string,
): Promise<{ personId: string; otherId: string; version: number } | undefined> {
  return await tx
    .selectFrom('sameAs')
    .select(['personId', 'otherId', 'version'])
    .where('id', '=', linkId)
    .where('undoneAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function undoSameAs(
  tx: Transaction,
  linkId: string,
  undone: { undoneAt: string; undoneBy: string; undoneReason: string },
): Promise<void> {
  await tx.updateTable('sameAs').set(undone).where('id', '=', linkId).execute()
}

export interface SameRow {
  linkId: string
  isDirect: boolean
  person: ComparedRow
  reason: string
  saidBy: string
  saidAt: string
  version: number
}

/** Everyone this row is linked with, also through another row, as far as I see each of them. */
export async function listSameAs(tx: Transaction, personId: string): Promise<SameRow[]> {
  const { rows } = await sql<SameRow>`
    with recursive chain as (
      select ${personId}::uuid as id, null::uuid as link_id, 0 as depth
      union
      select case when s.person_id = c.id then s.other_id else s.person_id end, s.id, c.depth + 1
      from chain c join same_as s on c.id in (s.person_id, s.other_id) and s.undone_at is null
      where c.depth < 6
    ), nearest as (
      select distinct on (c.id) c.id, c.link_id, c.depth from chain c
      where c.id <> ${personId} order by c.id, c.depth, c.link_id
    )
    select n.link_id, n.depth = 1 as is_direct, s.reason, coalesce(w.full_name, '') as said_by,
      s.created_at as said_at, s.version, ${compared(sql`n.id`)} as person
    from nearest n join same_as s on s.id = n.link_id left join worker w on w.id = s.created_by
    order by n.depth, s.created_at, n.id`.execute(tx)
  return rows
}
