import { makeChance } from '../../server/demo/chance.ts'
import { makeBirth, makeNationalId, makePhone } from './make-identity.ts'
import { makeName } from './make-name.ts'

/**
 * The n-th person of every made agency: each by a seed of her own, so that whoever knows the number
 * knows the person without asking the database.
 */
export function makePerson(n: number, today: string) {
  const chance = makeChance(Math.imul(n + 1, 0x9e3779b1) ^ 0x5eed)
  const name = makeName(chance)
  const birth = makeBirth(chance, today)
  // Fourteen of a hundred have no papers, or have not shown them.
  const nationalId = chance.in(0.86) ? makeNationalId(chance) : null
  return { ...name, ...birth, nationalId, phone: makePhone(chance) }
}

export type MadePerson = ReturnType<typeof makePerson>
