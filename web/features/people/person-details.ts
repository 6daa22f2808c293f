import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { DayPrecision } from '@peyvand/domain/calendar/day-precision.ts'
import { fromGregorian, toGregorian } from '@peyvand/domain/calendar/day.ts'
import { fromJalali, toJalali } from '@peyvand/domain/calendar/jalali.ts'
import type { readPerson } from '@peyvand/domain/people/contract.ts'
import type { PersonInput } from '@peyvand/domain/people/person.ts'
import { v7 as newId } from 'uuid'
import type { CalendarName } from '../../platform/settings.ts'

/** A person while being written. */
export type PersonDetails = PersonInput
export type PersonCardAnswer = AnswerOf<typeof readPerson>
export type PhoneDetails = PersonDetails['phones'][number]

export function nobodyYet(): PersonDetails {
  return {
    givenName: '',
    familyName: '',
    otherNames: [],
    fatherName: '',
    sex: 'unknown',
    bornOn: null,
    bornPrecision: 'unknown',
    diedOn: null,
    nationalId: '',
    nationalIdMissing: '',
    phones: [],
    address: null,
    languages: [],
    interpreterNeeded: false,
    literacy: 'unknown',
    disability: '',
    safeContact: '',
  }
}

export function detailsOf(card: PersonCardAnswer): PersonDetails {
  const { id: _id, version: _version, mayChange: _mayChange, ...details } = card
  return details
}

export function newPhone(number = ''): PhoneDetails {
  return { id: newId(), number, label: '', safeToCall: true }
}

/** What is sent: empty lines of names and numbers, and an address without words, fall away. */
export function withoutEmptyLines(details: PersonDetails): PersonDetails {
  const { address } = details
  return {
    ...details,
    otherNames: details.otherNames.map((name) => name.trim()).filter(Boolean),
    phones: details.phones.filter(({ number }) => number.trim() !== ''),
    address: address && (address.lines.trim() || address.area.trim()) ? address : null,
  }
}

/**
 * A month or year as it is kept: its first day in the calendar in which it was told, which is how
 * its span is read later.
 */
export function asKept(
  day: string | null,
  precision: DayPrecision,
  calendar: CalendarName,
): string | null {
  if (day === null || precision === 'day' || precision === 'about') return day
  if (calendar === 'persian') {
    const { year, month } = toJalali(day)
    return fromJalali({ year, month: precision === 'year' ? 1 : month, day: 1 })
  }
  const { year, month } = toGregorian(day)
  return fromGregorian({ year, month: precision === 'year' ? 1 : month, day: 1 })
}
