import type { Chance } from '../../server/demo/chance.ts'
import * as english from '../names/english.ts'
import * as persian from '../names/persian.ts'
import { skewed } from './pick-skewed.ts'

export interface MadeName {
  given: string
  family: string
  father: string
  otherNames: readonly string[]
  sex: 'female' | 'male'
  language: 'fa' | 'en'
  /** The same name in the other script, where its list tells one. */
  otherScript?: { given: string; family: string }
}

const pickFemale = skewed(persian.female, 0.9, 2)
const pickMale = skewed(persian.male, 0.9, 2)
const pickFamily = skewed(persian.families, 0.85, 6)
const pickEnglishFemale = skewed(english.female, 0.7, 3)
const pickEnglishMale = skewed(english.male, 0.7, 3)
const pickEnglishFamily = skewed(english.families, 0.7, 3)

/** How names are spread: in Persian script, Persian ones in Latin script, English ones. */
export const shares = { persian: 0.8, persianInLatin: 0.08, alsoInLatin: 0.01 } as const

/** A name of one of the three kinds; of those in Persian script a few are kept in Latin as well. */
export function makeName(chance: Chance): MadeName {
  const sex = chance.in(0.6) ? 'female' : 'male'
  const kind = chance.next()
  if (kind >= shares.persian + shares.persianInLatin) {
    return {
      given: sex === 'female' ? pickEnglishFemale(chance) : pickEnglishMale(chance),
      family: pickEnglishFamily(chance),
      father: pickEnglishMale(chance),
      otherNames: [],
      sex,
      language: 'en',
    }
  }
  const given = sex === 'female' ? pickFemale(chance) : pickMale(chance)
  const family = pickFamily(chance)
  const father = pickMale(chance)
  const inPersian = { given: given.persian, family: family.persian }
  const inLatin = { given: given.latin, family: family.latin }
  if (kind >= shares.persian) {
    return {
      ...inLatin,
      father: father.latin,
      otherNames: [],
      sex,
      language: 'fa',
      otherScript: inPersian,
    }
  }
  const otherNames = chance.in(shares.alsoInLatin) ? [`${inLatin.given} ${inLatin.family}`] : []
  return {
    ...inPersian,
    father: father.persian,
    otherNames,
    sex,
    language: 'fa',
    otherScript: inLatin,
  }
}
