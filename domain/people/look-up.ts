import { z } from 'zod'
import { dayPrecisions } from '../calendar/day-precision.ts'
import { day, id, optionalText } from '../contract.ts'
import type { Refusal } from '../refusals.ts'
import { normaliseNameJoined } from '../text/normalise-name.ts'
import { readNationalId } from './national-id.ts'
import { whyNotPhoneNumber } from './phone-number.ts'

/** What is typed before anyone is registered: whatever is at hand, in any script. */
export const lookUpInput = z.strictObject({
  id,
  name: optionalText(120),
  fatherName: optionalText(100),
  born: z
    .strictObject({ on: day, precision: z.enum(dayPrecisions) })
    .nullable()
    .default(null),
  nationalId: optionalText(20),
  phone: optionalText(40),
  /** As it stands on the file: year, hyphen, number. */
  caseNumber: optionalText(20),
})
export type LookUpInput = z.output<typeof lookUpInput>

/** In how many ways a person found is like the one asked for, the surest first. */
export const matchKinds = [
  'national_id',
  'phone',
  'case_number',
  'name',
  'name_near',
  'born_on',
  'birth_near',
  'father_name',
] as const
export type MatchKind = (typeof matchKinds)[number]

/**
 * Why this cannot be looked up: too little to tell one person from another (a name of at least two
 * letters, a national ID, a phone number or a case number), or a number that cannot be right.
 */
export function whyNotLookUp(
  typed: Pick<LookUpInput, 'name' | 'nationalId' | 'phone' | 'caseNumber'>,
): Refusal | undefined {
  if (typed.nationalId !== '') {
    const { fault } = readNationalId(typed.nationalId)
    if (fault) return { code: 'national_id_wrong', facts: { fault } }
  }
  if (typed.phone !== '') {
    const fault = whyNotPhoneNumber(typed.phone)
    if (fault) return { code: 'phone_number_wrong', facts: { fault } }
  }
  const letters = Array.from(normaliseNameJoined(typed.name)).length
  const isNumbered = [typed.nationalId, typed.phone, typed.caseNumber].some((each) => each !== '')
  return isNumbered || letters >= 2 ? undefined : { code: 'look_up_too_little' }
}
