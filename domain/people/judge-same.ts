import type { Day } from '../calendar/day.ts'
import { toGregorian } from '../calendar/day.ts'
import type { ImpreciseDay } from '../calendar/day-precision.ts'
import { daySpan } from '../calendar/day-precision.ts'
import { hasJalaliDate, toJalali } from '../calendar/jalali.ts'
import { isPersian, nameSound } from '../text/name-sound.ts'
import { normaliseName } from '../text/normalise-name.ts'
import { oneLetterOff } from '../text/one-letter-off.ts'

/** What tells two people apart, or shows that they are one. */
export interface SameFacts {
  givenName: string
  familyName: string
  otherNames: readonly string[]
  fatherName: string
  sex: 'female' | 'male' | 'other' | 'unknown'
  born: ImpreciseDay | undefined
  /** Ten digits, or nothing. */
  nationalId: string
  /** E.164. */
  phones: readonly string[]
}

/** Why two people are likely one, the surest first. */
export const sameReasons = [
  'national_id',
  'name',
  'name_near',
  'name_sound',
  'born_on',
  'birth_near',
  'phone',
  'father_name',
] as const
export type SameReason = (typeof sameReasons)[number]

const weights: Readonly<Record<SameReason, number>> = {
  national_id: 9,
  name: 5,
  name_near: 4,
  name_sound: 4,
  born_on: 3,
  birth_near: 2,
  phone: 3,
  father_name: 2,
}
const against = { national_id: 6, born: 5, sex: 4, name: 3, father_name: 1 }
const enough = 6

/**
 * Whether two rows are likely one person, and why; nothing when they are not. A shared name alone
 * never is enough, nor a phone that a family shares. The weights are our own convention: what is
 * offered is looked at by somebody who sees both.
 */
export function judgeSame(
  one: SameFacts,
  other: SameFacts,
): { strength: number; reasons: SameReason[] } | undefined {
  const reasons: SameReason[] = []
  let doubt = 0
  if (one.nationalId !== '' && other.nationalId !== '') {
    if (one.nationalId === other.nationalId) reasons.push('national_id')
    else doubt += against.national_id
  }
  const names = compareFullNames(one, other)
  if (names) reasons.push(names)
  else doubt += against.name
  const birth = compareBirth(one.born, other.born)
  if (birth === 'born_on' || birth === 'birth_near') reasons.push(birth)
  else if (birth === 'far') doubt += against.born
  if (one.phones.some((phone) => other.phones.includes(phone))) reasons.push('phone')
  if (one.fatherName !== '' && other.fatherName !== '') {
    if (compareWords([one.fatherName], [other.fatherName])) reasons.push('father_name')
    else doubt += against.father_name
  }
  if (one.sex !== 'unknown' && other.sex !== 'unknown' && one.sex !== other.sex) {
    doubt += against.sex
  }
  const strength = reasons.reduce((sum, reason) => sum + weights[reason], 0) - doubt
  return strength >= enough ? { strength, reasons } : undefined
}

type NameLikeness = 'name' | 'name_near' | 'name_sound'
type Named = Pick<SameFacts, 'givenName' | 'familyName' | 'otherNames'>

/** The surest likeness of any name of the one with any name of the other. */
function compareFullNames(one: Named, other: Named): NameLikeness | undefined {
  const found = new Set<NameLikeness>()
  for (const a of namesOf(one)) {
    for (const b of namesOf(other)) {
      const likeness = compareWords(a, b)
      if (likeness) found.add(likeness)
    }
  }
  return (['name', 'name_near', 'name_sound'] as const).find((likeness) => found.has(likeness))
}

function namesOf({ givenName, familyName, otherNames }: Named): string[][] {
  return [[givenName, familyName], ...otherNames.map((name) => [name])].filter(
    (name) => normaliseName(name.join(' ')).includes(' ') || name.length === 1,
  )
}

/** How alike two names are, whatever their spaces and whichever part comes first. */
function compareWords(one: readonly string[], other: readonly string[]): NameLikeness | undefined {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0) return undefined
  if (a.join('') === b.join('') || a.toSorted().join(' ') === b.toSorted().join(' ')) return 'name'
  // Where spaces differ, the parts as they are kept are compared whole.
  const [c, d] = a.length === b.length ? [a, b] : [partsOf(one), partsOf(other)]
  if (c.length !== d.length) return undefined
  const kinds = pairUp(c, d)
  if (!kinds) return undefined
  return kinds.includes('name_sound')
    ? 'name_sound'
    : kinds.includes('name_near')
      ? 'name_near'
      : 'name'
}

function pairUp(one: readonly string[], other: readonly string[]): NameLikeness[] | undefined {
  const left = [...other]
  const kinds: NameLikeness[] = []
  for (const word of one) {
    const at = (['name', 'name_near', 'name_sound'] as const)
      .map((kind) => [kind, left.findIndex((each) => wordLikeness(word, each) === kind)] as const)
      .find(([, index]) => index >= 0)
    if (!at) return undefined
    kinds.push(at[0])
    left.splice(at[1], 1)
  }
  return kinds
}

function wordLikeness(one: string, other: string): NameLikeness | undefined {
  if (one === other) return 'name'
  if (oneLetterOff(one, other)) return 'name_near'
  const [a, b] = [nameSound(one), nameSound(other)]
  if (a === b && (isPersian(one) !== isPersian(other) || a.length > 2)) return 'name_sound'
  return isPersian(one) !== isPersian(other) && oneLetterOff(a, b) ? 'name_sound' : undefined
}

const wordsOf = (names: readonly string[]) =>
  names.flatMap((name) => normaliseName(name).split(' ').filter(Boolean))
const partsOf = (names: readonly string[]) =>
  names.map((name) => normaliseName(name).replaceAll(' ', '')).filter(Boolean)

function compareBirth(
  one: ImpreciseDay | undefined,
  other: ImpreciseDay | undefined,
): 'born_on' | 'birth_near' | 'far' | undefined {
  if (!one || !other) return undefined
  if (one.precision === 'day' && other.precision === 'day' && one.on === other.on) return 'born_on'
  const [a, b] = [daySpan(one), daySpan(other)]
  if (a.earliest <= b.latest && b.earliest <= a.latest) return 'birth_near'
  if (one.precision === 'day' && other.precision === 'day') {
    return isSlip(one.on, other.on)
      ? 'birth_near'
      : yearsApart(one.on, other.on) > 1
        ? 'far'
        : undefined
  }
  return yearsApart(one.on, other.on) > 4 ? 'far' : 'birth_near'
}

/** One part of the date is wrong, or day and month changed places, in either calendar. */
function isSlip(one: Day, other: Day): boolean {
  const inBoth = [[toGregorian(one), toGregorian(other)] as const]
  if (hasJalaliDate(one) && hasJalaliDate(other)) inBoth.push([toJalali(one), toJalali(other)])
  return inBoth.some(([a, b]) => {
    const wrong = Number(a.year !== b.year) + Number(a.month !== b.month) + Number(a.day !== b.day)
    const swapped = a.year === b.year && a.month === b.day && a.day === b.month
    return swapped || (wrong === 1 && Math.abs(a.year - b.year) <= 1)
  })
}

function yearsApart(one: Day, other: Day): number {
  return Math.abs(toGregorian(one).year - toGregorian(other).year)
}
