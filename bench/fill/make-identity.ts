import { addDays } from '@peyvand/domain/calendar/day.ts'
import type { Chance } from '../../server/demo/chance.ts'

/** Nine digits and the check digit that belongs to them. */
export function makeNationalId(chance: Chance): string {
  const nine = String(chance.between(1_000_000, 999_999_999)).padStart(9, '0')
  if (nine.slice(3) === '000000') return makeNationalId(chance)
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(nine[i]) * (10 - i)
  const rest = sum % 11
  const made = `${nine}${rest < 2 ? rest : 11 - rest}`
  return /^(\d)\1{9}$/.test(made) ? makeNationalId(chance) : made
}

/** A mobile number of Iran, in the form in which it is kept. */
export function makePhone(chance: Chance): string {
  return `+989${chance.pick(['12', '13', '19', '35', '01', '36'])}${String(chance.between(0, 9_999_999)).padStart(7, '0')}`
}

const precisions = [
  'day',
  'day',
  'day',
  'day',
  'day',
  'day',
  'day',
  'year',
  'about',
  'unknown',
] as const

/** A birth date as it is known: 70 % to the day, 10 % each by year, roughly, or not at all. */
export function makeBirth(
  chance: Chance,
  on: string,
): { bornOn: string | null; precision: (typeof precisions)[number] } {
  const precision = chance.pick(precisions)
  if (precision === 'unknown') return { bornOn: null, precision }
  const day = addDays(on, -Math.floor(365.25 * (1 + 85 * chance.next() ** 1.4)))
  return { bornOn: precision === 'day' ? day : `${day.slice(0, 4)}-01-01`, precision }
}
