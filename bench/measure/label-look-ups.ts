import { makeChance } from '../../server/demo/chance.ts'
import type { Chance } from '../../server/demo/chance.ts'
import { makePerson } from '../fill/make-person.ts'
import type { MadePerson } from '../fill/make-person.ts'

/** What somebody types, and whom she means. */
export interface LookUp {
  name: string
  /** A span of days, where a birth date is told. */
  born: readonly [string, string] | null
  meant: MadePerson
}

type Way = (person: MadePerson, chance: Chance) => LookUp | undefined

const letters = {
  fa: 'ابپتجچحخدرزسشصطعغفقکگلمنوهی',
  en: 'abcdefghijklmnopqrstuvwxyz',
}
const isPersian = (text: string) => /[\u0600-\u06ff]/.test(text)

/** One letter left out, doubled, changed, or changed places with the next; never the first one. */
function mistype(word: string, chance: Chance): string {
  if (word.length < 4) return word
  const at = chance.between(1, word.length - 2)
  const other = chance.pick((isPersian(word) ? letters.fa : letters.en).split(''))
  const [before, here, next, after] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ]
  switch (chance.between(0, 3)) {
    case 0:
      return before + next + after
    case 1:
      return before + here + here + next + after
    case 2:
      return before + other + next + after
    default:
      return before + next + here + after
  }
}

/** As another would spell a Persian name in Latin script. */
function respell(latin: string, chance: Chance): string {
  const ways: [RegExp, string][] = [
    [/ou/g, 'u'],
    [/ou/g, 'oo'],
    [/i$/, 'y'],
    [/gh/gi, 'q'],
    [/eh$/, 'e'],
    [/ss/g, 's'],
    [/mm/g, 'm'],
    [/zadeh$/, ' zade'],
  ]
  const fitting = ways.filter(([from]) => from.test(latin))
  if (fitting.length === 0) return latin
  const [from, to] = chance.pick(fitting)
  return latin.replace(from, to)
}

const joints = /^(.+)(زاده|پور|نژاد|نیا|فر|دوست|خواه|وند)$/
const compounds = /^(محمد|امیر|علی|ابوال|عبدال|غلام)(.{3,})$/

const spanOf = (person: MadePerson, shift: number): readonly [string, string] | null => {
  if (person.bornOn === null) return null
  const year = Number(person.bornOn.slice(0, 4)) + shift
  return [`${year}-01-01`, `${year}-12-31`]
}

const whole = ({ given, family }: { given: string; family: string }) => `${given} ${family}`

/** The ways in which people are looked up, as a worker at a desk types them. */
export const ways: Record<string, Way> = {
  exact: (person) => ({ name: whole(person), born: null, meant: person }),
  'one letter wrong': (person, chance) => {
    const inFamily = chance.in(0.5)
    const given = inFamily ? person.given : mistype(person.given, chance)
    const family = inFamily ? mistype(person.family, chance) : person.family
    return { name: whole({ given, family }), born: null, meant: person }
  },
  'other script': (person) =>
    person.otherScript && { name: whole(person.otherScript), born: null, meant: person },
  'other script, spelt otherwise': (person, chance) => {
    if (!person.otherScript || isPersian(person.otherScript.given)) return undefined
    const { given, family } = person.otherScript
    return {
      name: whole({ given: respell(given, chance), family: respell(family, chance) }),
      born: null,
      meant: person,
    }
  },
  'family name first': (person) => ({
    name: `${person.family} ${person.given}`,
    born: null,
    meant: person,
  }),
  'half-space': (person, chance) => {
    if (!isPersian(person.given)) return undefined
    const joint = chance.pick(['\u200c', ' '])
    const split = (name: string) => name.replace(joints, `$1${joint}$2`)
    const given = person.given.replace(compounds, `$1${joint}$2`)
    const name = whole({ given, family: split(person.family) })
    return name === whole(person) ? undefined : { name, born: null, meant: person }
  },
  'first name and part of the other, with the year': (person) => {
    const born = spanOf(person, 0)
    const part = (person.family.split(' ')[0] ?? '').slice(0, -1)
    return born ? { name: `${person.given} ${part}`, born, meant: person } : undefined
  },
  'family name alone, with birth date': (person) =>
    person.precision === 'day' && person.bornOn !== null
      ? { name: person.family, born: [person.bornOn, person.bornOn], meant: person }
      : undefined,
  'year one off': (person, chance) => {
    const born = spanOf(person, chance.pick([-1, 1]))
    return born ? { name: whole(person), born, meant: person } : undefined
  },
  'with birth date': (person) =>
    person.precision === 'day' && person.bornOn !== null
      ? { name: whole(person), born: [person.bornOn, person.bornOn], meant: person }
      : undefined,
  'one letter wrong, with birth date': (person, chance) =>
    person.precision === 'day' && person.bornOn !== null
      ? {
          name: whole({ given: person.given, family: mistype(person.family, chance) }),
          born: [person.bornOn, person.bornOn],
          meant: person,
        }
      : undefined,
}

/** So many look-ups of one way, of people drawn from all who are on file. */
export function labelLookUps(way: Way, size: number, today: string, count: number): LookUp[] {
  const chance = makeChance(2026)
  const made: LookUp[] = []
  for (let tries = 0; made.length < count && tries < count * 200; tries++) {
    const lookUp = way(makePerson(chance.between(0, size - 1), today), chance)
    if (lookUp) made.push(lookUp)
  }
  return made
}
