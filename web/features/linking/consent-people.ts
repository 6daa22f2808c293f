import { assentFrom, majority } from '@peyvand/domain/linking/consent.ts'
import { ageOn } from '@peyvand/domain/people/age.ts'
import { useLocale } from '../../platform/locale.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { nameOf } from '../cases/names.ts'

export interface ConsentPerson {
  id: string
  name: string
  /** Completed years, the least they may be; undefined where the birth date is unknown. */
  age: number | undefined
  isChild: boolean
  /** Old enough for a word of his or her own beside the guardian's. */
  isAsked: boolean
}

/** The people of a case, the client first, with the age on which consent depends. */
export function useConsentPeople(file: CaseFile): readonly ConsentPerson[] {
  const { today, settings } = useLocale()
  return [file.client, ...file.household].map((person) => {
    const { bornOn, bornPrecision: precision } = person
    const age =
      bornOn &&
      (precision === 'day' ||
        precision === 'month' ||
        precision === 'year' ||
        precision === 'about')
        ? ageOn({ on: bornOn, precision }, today, settings.calendar)?.least
        : undefined
    const isChild = age !== undefined && age < majority
    return {
      id: person.id,
      name: nameOf(person),
      age,
      isChild,
      isAsked: isChild && age >= assentFrom,
    }
  })
}
