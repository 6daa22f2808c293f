import { toLatinDigits } from '../text/digits.ts'

export type EligibilityReading =
  | { kind: 'nothing_written' }
  | { kind: 'everybody' }
  | { kind: 'age'; minimum: number | null; maximum: number | null }
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

/**
 * What a written condition says beyond doubt. Only a text that is nothing else but an age, or that
 * says there is no condition, is understood; any other must be read, and asked about, by a person.
 */
export function readEligibility(text: string): EligibilityReading {
  const written = plain(text)
  if (written === '') return { kind: 'nothing_written' }
  if (everybody.has(written)) return { kind: 'everybody' }
  const over = /^(?:for )?(?:ages?|aged) (\d{1,3}) (?:or|and) (?:over|older|above)$/.exec(written)
  if (over) return { kind: 'age', minimum: Number(over[1]), maximum: null }
  const between = /^(?:for )?(?:ages?|aged) (\d{1,3}) ?(?:-|–|to) ?(\d{1,3})$/.exec(written)
  if (between) return { kind: 'age', minimum: Number(between[1]), maximum: Number(between[2]) }
  const overFa = /^(?:از )?(\d{1,3}) سال (?:به بالا|و بالاتر|و بیشتر)$/.exec(written)
  if (overFa) return { kind: 'age', minimum: Number(overFa[1]), maximum: null }
  const betweenFa = /^(?:از )?(\d{1,3}) تا (\d{1,3}) سال(?:ه)?$/.exec(written)
  if (betweenFa)
    return { kind: 'age', minimum: Number(betweenFa[1]), maximum: Number(betweenFa[2]) }
  return { kind: 'text' }
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
