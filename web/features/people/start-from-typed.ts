import { whyNotNationalId } from '@peyvand/domain/people/national-id.ts'
import { readFindWords } from '@peyvand/domain/people/read-find-words.ts'
import type { LookUpTyped } from './look-up-typed.ts'
import { newPhone, nobodyYet } from './person-details.ts'
import type { PersonDetails } from './person-details.ts'

/**
 * A new person begun with what was typed to look for her. The first word of a name is taken as the
 * given name; the writer sees both and mends them. A number or a date that was typed into the box
 * of the name goes where it belongs; the number of a file that was not found is let go.
 */
export function startFromTyped(typed: LookUpTyped): PersonDetails {
  const read = readFindWords(typed.name)
  const [givenName = '', ...rest] = read.name.split(' ')
  const born = typed.bornOn === null ? read.born : undefined
  const nationalId = typed.nationalId || (read.nationalId ?? '')
  const phone = typed.phone.trim() || (read.phone ?? '')
  return {
    ...nobodyYet(),
    givenName,
    familyName: rest.join(' '),
    fatherName: typed.fatherName,
    bornOn: born?.on ?? typed.bornOn,
    bornPrecision: born?.precision ?? typed.bornPrecision,
    nationalId: whyNotNationalId(nationalId) ? '' : nationalId,
    phones: phone === '' ? [] : [newPhone(phone)],
  }
}
