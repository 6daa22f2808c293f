import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readFamily } from '@peyvand/domain/people/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'

export type Family = AnswerOf<typeof readFamily>
export type FamilyPerson = Family['people'][number]
export type Member = NonNullable<Family['household']>['members'][number]
export type Relationship = Family['relationships'][number]
export type Quality = Family['qualities'][number]
export type Tie = Family['ties'][number]

export function personOf(family: Family, personId: string): FamilyPerson | undefined {
  return family.people.find(({ id }) => id === personId)
}

export function nameOfPerson(family: Family, personId: string): string {
  const person = personOf(family, personId)
  return person ? fullName(person) : ''
}

/** Who a form can be about, as its options. */
export function peopleOptions(family: Family) {
  return family.people.map((person) => ({ value: person.id, label: fullName(person) }))
}

/** How a relationship is felt now, if this case has heard it. */
export function presentQuality(family: Family, relationshipId: string): Quality | undefined {
  return family.qualities.find(
    (quality) => quality.relationshipId === relationshipId && quality.until === null,
  )
}
