import { sql } from 'kysely'
import { daySpan } from '@peyvand/domain/calendar/day-precision.ts'
import type { LookUpInput } from '@peyvand/domain/people/look-up.ts'
import { whyNotLookUp } from '@peyvand/domain/people/look-up.ts'
import { readNationalId } from '@peyvand/domain/people/national-id.ts'
import { readPhoneNumber } from '@peyvand/domain/people/phone-number.ts'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'

interface FoundRow {
  personId: string | null
  givenName: string
  familyName: string
  fatherName: string
  birthYear: number | null
  birthYearJalali: number | null
  visible: boolean
  desk: string | null
  deskPhone: string | null
  matched: string[]
  withheld: boolean
  more: boolean
}

/** Search before create: the database masks, limits and remembers; here its rows get their shape. */
export async function lookUpPerson(act: Act, typed: LookUpInput) {
  const refusal = whyNotLookUp(typed)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  const born = typed.born && daySpan(typed.born)
  const { rows } = await sql<FoundRow>`select * from look_up_person(${typed.id}, ${typed.name},
    ${typed.fatherName}, ${born?.earliest ?? null}, ${born?.latest ?? null},
    ${readNationalId(typed.nationalId).nationalId ?? null},
    ${readPhoneNumber(typed.phone).phoneNumber ?? null},
    ${toLatinDigits(typed.caseNumber).trim() || null})`.execute(act.tx)
  const withheld = rows.find((row) => row.withheld)
  const found = rows.flatMap((row) =>
    row.personId === null ? [] : [presentFound(row, row.personId)],
  )
  for (const { personId } of found) act.audited.records.add(personId)
  return {
    found,
    more: rows.some((row) => row.more),
    withheld: withheld ? { desk: deskOf(withheld) } : null,
  }
}

function presentFound(row: FoundRow, personId: string) {
  return {
    personId,
    givenName: row.givenName,
    familyName: row.familyName,
    fatherName: row.fatherName,
    birthYear:
      row.birthYear === null || row.birthYearJalali === null
        ? null
        : { gregory: row.birthYear, persian: row.birthYearJalali },
    visible: row.visible,
    desk: deskOf(row),
    matched: row.matched,
  }
}

function deskOf(row: FoundRow) {
  return row.desk === null ? null : { name: row.desk, phone: row.deskPhone ?? '' }
}
