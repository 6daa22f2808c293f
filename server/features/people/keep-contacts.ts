import type { PersonInput } from '@peyvand/domain/people/person.ts'
import { readPhoneNumber } from '@peyvand/domain/people/phone-number.ts'
import type { Act } from '../../platform/access/act.ts'
import {
  endAddress,
  endPhone,
  insertAddress,
  insertPhone,
  updateAddress,
  updatePhone,
} from './person-store.ts'
import type { PersonRow } from './person-store.ts'

type Known = Pick<PersonRow, 'phones' | 'address'>
type Wanted = Pick<PersonInput, 'phones' | 'address'>

/**
 * Brings phone numbers and address to what was written: new ones added, known ones corrected in
 * place, the missing ended but kept. A new address ends the former one today.
 */
export async function keepContacts(
  { tx, now, today }: Act,
  personId: string,
  known: Known,
  wanted: Wanted,
): Promise<void> {
  for (const phone of wanted.phones) {
    const kept = { ...phone, number: readPhoneNumber(phone.number).phoneNumber ?? phone.number }
    const before = known.phones.find(({ id }) => id === phone.id)
    if (!before) await insertPhone(tx, personId, kept)
    else if (!isSame(before, kept)) await updatePhone(tx, personId, kept)
  }
  for (const { id } of known.phones) {
    if (!wanted.phones.some((phone) => phone.id === id)) await endPhone(tx, personId, id, now)
  }
  if (known.address && known.address.id !== wanted.address?.id) {
    await endAddress(tx, personId, known.address.id, today)
  }
  if (!wanted.address) return
  if (known.address?.id !== wanted.address.id) {
    await insertAddress(tx, personId, wanted.address, today)
  } else if (!isSame(known.address, wanted.address)) {
    await updateAddress(tx, personId, wanted.address)
  }
}

function isSame<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key])
}
