import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import type { ImpreciseDay } from '../calendar/day-precision.ts'
import { dayPrecisions, daySpan } from '../calendar/day-precision.ts'
import { day, id, optionalText, text } from '../contract.ts'
import type { Refusal } from '../refusals.ts'
import { sexes } from './kinship.ts'
import { readNationalId } from './national-id.ts'
import { whyNotPhoneNumber } from './phone-number.ts'

export const bornPrecisions = [...dayPrecisions, 'unknown'] as const
export type BornPrecision = (typeof bornPrecisions)[number]

export const literacies = ['reads', 'some', 'none', 'unknown'] as const

/** Languages offered first, as BCP 47 tags; any other may be told too. */
export const spokenLanguages = [
  'fa',
  'az',
  'ckb',
  'kmr',
  'lrc',
  'glk',
  'mzn',
  'ar',
  'bal',
  'tk',
  'prs',
  'ps',
  'ur',
  'hy',
  'en',
  'es',
  'vi',
  'zh',
  'tl',
] as const

const phone = z.strictObject({
  id,
  /** As typed; kept as E.164. */
  number: text(40),
  /** Whose it is: “mother's”, “shop”. */
  label: optionalText(60),
  safeToCall: z.boolean().default(true),
})

const address = z
  .strictObject({
    id,
    lines: optionalText(300),
    /** Town, district or quarter, as people say it; eligibility by area reads it. */
    area: optionalText(120),
    postalCode: optionalText(20),
  })
  .refine((kept) => kept.lines !== '' || kept.area !== '', {
    path: ['lines'],
    error: 'an address has lines or at least an area',
  })

/**
 * Everything kept of a person, in one place: at the intake desk, in a household and on the card.
 * Nationality, religion and offences are not among it.
 */
export const personInput = z
  .strictObject({
    givenName: optionalText(100),
    familyName: optionalText(100),
    /** Other spellings and names, in any script. */
    otherNames: z.array(text(100)).max(10).default([]),
    fatherName: optionalText(100),
    sex: z.enum(sexes).default('unknown'),
    bornOn: day.nullable().default(null),
    bornPrecision: z.enum(bornPrecisions).default('unknown'),
    diedOn: day.nullable().default(null),
    nationalId: optionalText(20),
    /** Why there is no national ID, in the worker's words. */
    nationalIdMissing: optionalText(300),
    phones: z.array(phone).max(10).default([]),
    address: address.nullable().default(null),
    languages: z
      .array(
        z
          .string()
          .max(35)
          .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
      )
      .max(10)
      .default([]),
    interpreterNeeded: z.boolean().default(false),
    literacy: z.enum(literacies).default('unknown'),
    disability: optionalText(500),
    /** How to reach this person without doing harm. */
    safeContact: optionalText(1000),
  })
  .refine((person) => person.givenName !== '' || person.familyName !== '', {
    path: ['givenName'],
    error: 'a person has at least one name',
  })
  .refine((person) => (person.bornOn === null) === (person.bornPrecision === 'unknown'), {
    path: ['bornPrecision'],
    error: 'a birth date has a precision, and only a birth date has one',
  })

export type PersonInput = z.output<typeof personInput>

/** A new person; the id is made by whoever registers. */
export const newPerson = z.strictObject({ id, details: personInput })
export type NewPerson = z.output<typeof newPerson>

/** The birth date of a person, where one is known. */
export function bornOf(person: {
  bornOn: string | null
  bornPrecision: string
}): ImpreciseDay | undefined {
  const precision = dayPrecisions.find((known) => known === person.bornPrecision)
  return person.bornOn !== null && precision ? { on: person.bornOn, precision } : undefined
}

type Checked = Pick<
  PersonInput,
  'nationalId' | 'nationalIdMissing' | 'phones' | 'bornOn' | 'bornPrecision' | 'diedOn'
>

/**
 * Why a person may not be kept like this. A national ID is checked when given; when there is none
 * the reason is asked, never the number.
 */
export function whyNotKeepPerson(person: Checked, today: Day): Refusal | undefined {
  if (person.nationalId !== '') {
    const { fault } = readNationalId(person.nationalId)
    if (fault) return { code: 'national_id_wrong', facts: { fault } }
  } else if (person.nationalIdMissing === '') {
    return { code: 'national_id_reason_missing' }
  }
  for (const [index, { number }] of person.phones.entries()) {
    const fault = whyNotPhoneNumber(number)
    if (fault) return { code: 'phone_number_wrong', facts: { index, fault } }
  }
  const born = bornOf(person)
  if (born && (born.precision === 'day' ? born.on : daySpan(born).earliest) > today) {
    return { code: 'day_in_future', facts: { of: 'bornOn' } }
  }
  if (person.diedOn !== null) {
    if (person.diedOn > today) return { code: 'day_in_future', facts: { of: 'diedOn' } }
    if (born && daySpan(born).earliest > person.diedOn) return { code: 'died_before_birth' }
  }
  return undefined
}

/** A name as it is read: given and family name, or the one there is. */
export function fullName(person: { givenName: string; familyName: string }): string {
  return [person.givenName, person.familyName].filter(Boolean).join(' ')
}
