import { whyNotNationalId } from '@peyvand/domain/people/national-id.ts'
import type { LookUpTyped } from './look-up-typed.ts'
import { newPhone, nobodyYet } from './person-details.ts'
import type { PersonDetails } from './person-details.ts'

/**
 * A new person begun with what was typed to look for her. The first word of a name is taken as the
 * given name; the writer sees both and mends them.
 */
export function startFromTyped(typed: LookUpTyped): PersonDetails {
  const [givenName = '', ...rest] = typed.name.trim().split(/\s+/)
  return {
    ...nobodyYet(),
    givenName,
    familyName: rest.join(' '),
    fatherName: typed.fatherName,
    bornOn: typed.bornOn,
    bornPrecision: typed.bornPrecision,
    nationalId: whyNotNationalId(typed.nationalId) ? '' : typed.nationalId,
    phones: typed.phone.trim() === '' ? [] : [newPhone(typed.phone)],
  }
}
