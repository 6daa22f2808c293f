import type { ImpreciseDay } from '../calendar/day-precision.ts'
import { parseTypedDay } from '../calendar/parse-typed-day.ts'
import { toLatinDigits } from '../text/digits.ts'
import { readNationalId } from './national-id.ts'
import { readPhoneNumber } from './phone-number.ts'

/** What somebody typed into one box to find a person, told apart. */
export interface FindWords {
  name: string
  born?: ImpreciseDay
  /** Ten digits that check. */
  nationalId?: string
  /** E.164. */
  phone?: string
  /** As it stands on the file: year, hyphen, number. */
  caseNumber?: string
}

/**
 * Tells apart what was typed into one box: names in any script, a national ID, a phone number, a
 * case number, a birth date in either calendar with as much of it as is known.
 */
export function readFindWords(typed: string): FindWords {
  const read: FindWords = { name: '' }
  const latin = toLatinDigits(typed).trim()
  if (/^[+\d]/.test(latin) && !/\p{L}/u.test(latin)) {
    const phone = readPhoneNumber(latin).phoneNumber
    const { nationalId } = readNationalId(latin)
    const figures = latin.replace(/\D/g, '').length
    if (figures >= 10 && nationalId !== undefined) read.nationalId = nationalId
    // Ten digits that begin with 9 may be either.
    if (figures >= 10 && phone !== undefined && (!nationalId || /^[+9]/.test(latin))) {
      read.phone = phone
    }
    if (read.nationalId || read.phone) return read
  }
  let words = latin.split(/\s+/).filter(Boolean)
  words = words.filter((word) => {
    const { phoneNumber } = /\d{7}/.test(word) ? readPhoneNumber(word) : {}
    const { nationalId } = /^\d{10}$/.test(word) ? readNationalId(word) : {}
    if (/^\d{4}[-‐–]\d{4,}$/.test(word) && !read.caseNumber) {
      read.caseNumber = word.replace(/[‐–]/, '-')
    } else if (nationalId) read.nationalId = nationalId
    else if (phoneNumber) read.phone = phoneNumber
    else return true
    return false
  })
  for (const length of [3, 2, 1]) {
    for (let start = 0; !read.born && start + length <= words.length; start += 1) {
      const part = words.slice(start, start + length)
      if (!/\d/.test(part[0] ?? '') || !/\d/.test(part.at(-1) ?? '')) continue
      const typedDay = parseTypedDay(part.join(' '))
      if (typedDay.fault) continue
      read.born = { on: typedDay.day, precision: typedDay.precision }
      words.splice(start, length)
    }
  }
  read.name = words.join(' ')
  return read
}
