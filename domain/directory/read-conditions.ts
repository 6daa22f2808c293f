import { toLatinDigits } from '../text/digits.ts'

export type EligibilityReading =
  | { kind: 'nothing_written' }
  | { kind: 'everybody' }
  /** `alone` where the text says nothing besides the age. */
  | { kind: 'age'; minimum: number; maximum: number | null; alone: boolean }
  | { kind: 'text' }

const everybody = new Set([
  'none',
  'no restrictions',
  'no requirements',
  'anyone',
  'everyone',
  'open to all',
  'all ages',
  'any age',
  'ندارد',
  'بدون شرط',
  'شرطی ندارد',
  'همه',
  'برای همه',
  'عموم',
])

const free = new Set([
  'none',
  'free',
  'no fee',
  'no fees',
  'no charge',
  'no cost',
  'رایگان',
  'بدون هزینه',
  'ندارد',
])

const ages: readonly RegExp[] = [
  /^(?:for )?(?:ages?|aged) (?<from>\d{1,3}) (?:or|and) (?:over|older|above)$/,
  /^(?:for )?(?:ages?|aged) (?<from>\d{1,3}) ?(?:-|–|to) ?(?<to>\d{1,3})$/,
  /^(?:از )?(?<from>\d{1,3}) سال (?:به بالا|و بالاتر|و بیشتر)$/,
  /^(?:از )?(?<from>\d{1,3}) تا (?<to>\d{1,3}) سال(?:ه)?$/,
]

/**
 * What a written condition says beyond doubt: that there is none, or an age with which it begins.
 * What else it says must be read, and asked about, by a person.
 */
export function readEligibility(text: string): EligibilityReading {
  const written = plain(text)
  if (written === '') return { kind: 'nothing_written' }
  if (everybody.has(written)) return { kind: 'everybody' }
  const [first = '', ...others] = latinMarks(text).split(/[,;]/)
  const rest = others.join(',').trim()
  const age = ages.map((pattern) => pattern.exec(plain(first))?.groups).find((found) => found)
  // «21–60, or younger with a parent» takes the age back again.
  if (!age || /^(?:or|unless|except|but|یا|مگر|جز|ولی)(?=\s|$)/i.test(rest)) return { kind: 'text' }
  const minimum = Number(age['from'])
  const maximum = age['to'] === undefined ? null : Number(age['to'])
  if (maximum !== null && maximum < minimum) return { kind: 'text' }
  return {
    kind: 'age',
    minimum,
    maximum,
    alone: rest === '',
  }
}

function latinMarks(text: string): string {
  return text.replaceAll('،', ',').replaceAll('؛', ';')
}

/** Whether a written fee says beyond doubt that nothing is asked. */
export function saysFree(text: string): boolean {
  return free.has(plain(text))
}

function plain(text: string): string {
  return toLatinDigits(text)
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replace(/[.،؛;\s\u200c]+/g, ' ')
    .trim()
}
