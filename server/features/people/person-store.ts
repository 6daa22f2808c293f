import { sql } from 'kysely'
import type { PersonInput } from '@peyvand/domain/people/person.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface PersonRow {
  id: string
  givenName: string
  familyName: string
  otherNames: string[]
  fatherName: string
  sex: string
  bornOn: string | null
  bornPrecision: string
  diedOn: string | null
  nationalId: string
  nationalIdMissing: string
  languages: string[]
  interpreterNeeded: boolean
  literacy: string
  disability: string
  safeContact: string
  version: number
  mayChange: boolean
  phones: { id: string; number: string; label: string; safeToCall: boolean }[]
  address: { id: string; lines: string; area: string; postalCode: string } | null
}

/** A person as he or she is known today: ended numbers and former addresses are left out. */
export async function findPerson(
  tx: Transaction,
  personId: string,
): Promise<PersonRow | undefined> {
  const found = await sql<PersonRow>`
    select p.id, p.given_name, p.family_name, p.other_names, p.father_name, p.sex, p.born_on, p.born_precision,
      p.died_on, coalesce(p.national_id, '') as national_id, p.national_id_missing, p.languages,
      p.interpreter_needed, p.literacy, p.disability, p.safe_contact, p.version,
      can_write_person(p.id) as may_change,
      coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'number', n.number, 'label', n.label,
          'safeToCall', n.safe_to_call) order by n.created_at, n.id)
        from phone_number n where n.person_id = ${personId} and n.ended_at is null), '[]') as phones,
      (select jsonb_build_object('id', a.id, 'lines', a.lines, 'area', a.area, 'postalCode', a.postal_code)
        from address a where a.person_id = ${personId} and a.until is null
        order by a.created_at desc, a.id desc limit 1) as address
    from person p where p.id = ${personId}`.execute(tx)
  return found.rows[0]
}

type Kept = Omit<PersonInput, 'phones' | 'address' | 'nationalId'> & { nationalId: string | null }

export async function insertPerson(
  tx: Transaction,
  person: Kept & { id: string; agencyId: string; mentionedOnly: boolean },
): Promise<void> {
  await tx.insertInto('person').values(person).execute()
}

/** Answers whether the row was still as the writer saw it. */
export async function updatePerson(
  tx: Transaction,
  personId: string,
  seen: number,
  person: Kept,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set(person)
    .where('id', '=', personId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

interface Phone {
  id: string
  number: string
  label: string
  safeToCall: boolean
}

export async function insertPhone(tx: Transaction, personId: string, phone: Phone): Promise<void> {
  await tx
    .insertInto('phoneNumber')
    .values({ ...phone, personId })
    .execute()
}

export async function updatePhone(tx: Transaction, personId: string, phone: Phone): Promise<void> {
  const { id, ...change } = phone
  await tx
    .updateTable('phoneNumber')
    .set(change)
    .where('id', '=', id)
    .where('personId', '=', personId)
    .execute()
}

export async function endPhone(
  tx: Transaction,
  personId: string,
  phoneId: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('phoneNumber')
    .set({ endedAt: now })
    .where('id', '=', phoneId)
    .where('personId', '=', personId)
    .execute()
}

interface Address {
  id: string
  lines: string
  area: string
  postalCode: string
}

export async function insertAddress(
  tx: Transaction,
  personId: string,
  address: Address,
  since: string,
): Promise<void> {
  await tx
    .insertInto('address')
    .values({ ...address, personId, since })
    .execute()
}

export async function updateAddress(
  tx: Transaction,
  personId: string,
  address: Address,
): Promise<void> {
  const { id, ...change } = address
  await tx
    .updateTable('address')
    .set(change)
    .where('id', '=', id)
    .where('personId', '=', personId)
    .execute()
}

export async function endAddress(
  tx: Transaction,
  personId: string,
  addressId: string,
  today: string,
): Promise<void> {
  await tx
    .updateTable('address')
    .set({ until: today })
    .where('id', '=', addressId)
    .where('personId', '=', personId)
    .execute()
}

export async function tieToRequest(
  tx: Transaction,
  requestId: string,
  personId: string,
  part: string,
): Promise<void> {
  await sql`select tie_person_to_request(${requestId}, ${personId}, ${part})`.execute(tx)
}

export async function tieToCase(
  tx: Transaction,
  caseId: string,
  personId: string,
  part: string,
): Promise<void> {
  await sql`select tie_person_to_case(${caseId}, ${personId}, ${part})`.execute(tx)
}
