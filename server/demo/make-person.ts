import { addDays, addMonths } from '@peyvand/domain/calendar/day.ts'
import { at } from './telling.ts'
import type { Telling } from './telling.ts'

interface Somebody {
  given: string
  family: string
  sex: 'female' | 'male'
  age: number
}

/** Somebody of this name and age, born on a day or, for some, in a year. */
export function makePerson(
  { rows, chance, agency, newId }: Telling,
  day: string,
  told: Somebody,
): string {
  const id = newId(day)
  const exact = chance.in(0.8)
  const born = addDays(addMonths(day, -12 * told.age), -chance.between(1, 360))
  rows.add('person', {
    id,
    agency_id: agency.id,
    given_name: told.given,
    family_name: told.family,
    sex: told.sex,
    born_on: exact ? born : `${born.slice(0, 4)}-01-01`,
    born_precision: exact ? 'day' : 'year',
    father_name: agency.words.language === 'fa' ? chance.pick(agency.words.male) : '',
    languages: [agency.words.language],
    other_names: [],
    national_id_missing: '',
    interpreter_needed: chance.in(0.04),
    literacy: told.age < 7 ? 'none' : 'reads',
    disability: '',
    safe_contact: '',
    mentioned_only: false,
    created_at: at(day),
    created_by: agency.supervisor,
    version: 1,
  })
  return id
}
