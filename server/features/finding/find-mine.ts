import { sql } from 'kysely'
import { addDays } from '@peyvand/domain/calendar/day.ts'
import { daySpan } from '@peyvand/domain/calendar/day-precision.ts'
import { bornOf } from '@peyvand/domain/people/person.ts'
import { readFindWords } from '@peyvand/domain/people/read-find-words.ts'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'
import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import type { Act } from '../../platform/access/act.ts'
import type { Transaction } from '../../platform/db/database.ts'

const mostPeople = 12
const mostCases = 8

interface PersonRow {
  id: string
  givenName: string
  familyName: string
  otherNames: string[]
  bornOn: string | null
  bornPrecision: string
}

interface CaseRow {
  id: string
  number: string
  status: string
  client: { givenName: string; familyName: string }
}

/** People and cases of mine, by whatever was typed; the policies decide who is mine. */
export async function findMine(act: Act, typed: string) {
  const words = readFindWords(typed)
  const people = (await listPeople(act.tx, words)).filter((person) => bornAbout(person, words.born))
  const cases = await listCasesOf(
    act.tx,
    people.map((person) => person.id),
  )
  const numbered = await listCasesNumbered(act.tx, toLatinDigits(typed).trim())
  for (const one of [...cases, ...numbered]) act.audited.cases.add(one.id)
  for (const person of people) act.audited.records.add(person.id)
  return {
    people: people.slice(0, mostPeople).map((person) => ({
      ...person,
      cases: cases
        .filter(({ personId }) => personId === person.id)
        .map(({ personId: _personId, ...one }) => one),
    })),
    cases: numbered,
  }
}

async function listPeople(
  tx: Transaction,
  { name, nationalId, phone }: ReturnType<typeof readFindWords>,
): Promise<PersonRow[]> {
  const key = normaliseName(name)
  const { rows } = await sql<PersonRow>`
    with found as (
      select l.person_id as id, l.likeness from my_people_like(${key.length > 1 ? key : ''}, 30) l
      union all
      select p.id, 2 from person p where p.agency_id = my_agency() and p.national_id = ${nationalId ?? null}
      union all
      select n.person_id, 2 from phone_number n where n.number = ${phone ?? null} and n.ended_at is null
    )
    select p.id, p.given_name, p.family_name, p.other_names, p.born_on, p.born_precision
    from (select id, max(likeness) as likeness from found group by id) f join person p on p.id = f.id
    order by f.likeness desc, p.id limit 30`.execute(tx)
  return rows
}

function bornAbout(person: PersonRow, typed: ReturnType<typeof readFindWords>['born']): boolean {
  const born = bornOf(person)
  if (!typed || !born) return true
  const [asked, known] = [daySpan(typed), daySpan(born)]
  return (
    known.earliest <= addDays(asked.latest, 366) && known.latest >= addDays(asked.earliest, -366)
  )
}

async function listCasesOf(tx: Transaction, people: readonly string[]) {
  if (people.length === 0) return []
  const { rows } = await sql<CaseRow & { personId: string; isClient: boolean }>`
    select c.id, cp.person_id, c.number, c.status, cp.person_id = c.client_id as is_client,
      jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name) as client
    from case_person cp join case_file c on c.id = cp.case_id join person p on p.id = c.client_id
    where cp.person_id = any (${people}::uuid[])
    order by c.status desc, c.id desc limit 100`.execute(tx)
  return rows
}

async function listCasesNumbered(tx: Transaction, typed: string) {
  if (!/^[\d-]{2,}$/.test(typed)) return []
  const { rows } = await sql<CaseRow>`
    select c.id, c.number, c.status,
      jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name) as client
    from case_file c join person p on p.id = c.client_id
    where c.number like ${`%${typed}%`}
    order by c.number = ${typed} desc, c.status desc, c.id desc limit ${mostCases}`.execute(tx)
  return rows
}
