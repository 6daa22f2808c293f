import type { ImpreciseDay } from '../calendar/day-precision.ts'
import { daySpan } from '../calendar/day-precision.ts'
import type { Refusal } from '../refusals.ts'

/** What one person is to another; the row is kept once and read from both ends. */
export const relationshipKinds = [
  'parent',
  'adoptive_parent',
  'step_parent',
  'foster_parent',
  'grandparent',
  'sibling',
  'twin',
  'spouse',
  'partner',
  'former_spouse',
  'aunt_uncle',
  'cousin',
  'guardian',
  'carer',
  'friend',
  'other',
] as const
export type RelationshipKind = (typeof relationshipKinds)[number]

export const sexes = ['female', 'male', 'other', 'unknown'] as const
export type Sex = (typeof sexes)[number]

/** The word for a woman, for a man, and for anyone. */
type BySex<W extends string = string> = readonly [female: W, male: W, anyone: W]

const same = <const W extends string>(word: W): BySex<W> => [word, word, word]

/** How the first person of a relationship stands to the second, and the second to the first. */
const words = {
  parent: [
    ['mother', 'father', 'parent'],
    ['daughter', 'son', 'child'],
  ],
  adoptive_parent: [
    ['adoptive_mother', 'adoptive_father', 'adoptive_parent'],
    ['adopted_daughter', 'adopted_son', 'adopted_child'],
  ],
  step_parent: [
    ['stepmother', 'stepfather', 'step_parent'],
    ['stepdaughter', 'stepson', 'stepchild'],
  ],
  foster_parent: [
    ['foster_mother', 'foster_father', 'foster_parent'],
    ['foster_daughter', 'foster_son', 'foster_child'],
  ],
  grandparent: [
    ['grandmother', 'grandfather', 'grandparent'],
    ['granddaughter', 'grandson', 'grandchild'],
  ],
  sibling: [
    ['sister', 'brother', 'sibling'],
    ['sister', 'brother', 'sibling'],
  ],
  twin: [
    ['twin_sister', 'twin_brother', 'twin'],
    ['twin_sister', 'twin_brother', 'twin'],
  ],
  spouse: [
    ['wife', 'husband', 'spouse'],
    ['wife', 'husband', 'spouse'],
  ],
  partner: [same('partner'), same('partner')],
  former_spouse: [
    ['former_wife', 'former_husband', 'former_spouse'],
    ['former_wife', 'former_husband', 'former_spouse'],
  ],
  aunt_uncle: [
    ['aunt', 'uncle', 'aunt_or_uncle'],
    ['niece', 'nephew', 'niece_or_nephew'],
  ],
  cousin: [same('cousin'), same('cousin')],
  guardian: [same('guardian'), same('ward')],
  carer: [same('carer'), same('cared_for')],
  friend: [same('friend'), same('friend')],
  other: [same('other_tie'), same('other_tie')],
} as const satisfies Record<RelationshipKind, readonly [BySex, BySex]>

export type KinWord = (typeof words)[RelationshipKind][number][number]

/** The word for one end of a relationship, by the sex of the person who stands there. */
export function kinWord(kind: RelationshipKind, end: 'person' | 'other', sex: Sex): KinWord {
  const [female, male, anyone] = words[kind][end === 'person' ? 0 : 1]
  return sex === 'female' ? female : sex === 'male' ? male : anyone
}

/** Whether both ends mean the same, so that it does not matter who is named first. */
export function isMutual(kind: RelationshipKind): boolean {
  return words[kind][0][2] === words[kind][1][2]
}

export interface KnownRelationship {
  personId: string
  otherId: string
  kind: RelationshipKind
  /** Absent or null while it lasts. */
  until?: string | null
}

export interface RelationshipFacts {
  personId: string
  otherId: string
  kind: RelationshipKind
  born?: ImpreciseDay | undefined
  otherBorn?: ImpreciseDay | undefined
  present: readonly KnownRelationship[]
}

const elders: readonly RelationshipKind[] = [
  'parent',
  'adoptive_parent',
  'step_parent',
  'foster_parent',
  'grandparent',
]

/**
 * Why two people may not be related like this: with oneself; twice over; each the parent of the
 * other; or a parent by birth or a grandparent who is certainly not older than the child, however
 * vague the birth dates are.
 */
export function whyNotRelate(facts: RelationshipFacts): Refusal | undefined {
  const { personId, otherId, kind } = facts
  if (personId === otherId) return { code: 'relationship_with_oneself' }
  const stated = facts.present.some(
    (known) =>
      known.until == null &&
      known.kind === kind &&
      ((known.personId === personId && known.otherId === otherId) ||
        (isMutual(kind) && known.personId === otherId && known.otherId === personId)),
  )
  if (stated) return { code: 'already_exists' }
  const turnedRound = facts.present.some(
    (known) => known.kind === kind && known.personId === otherId && known.otherId === personId,
  )
  if (turnedRound && elders.includes(kind)) {
    return { code: 'relationship_not_possible', facts: { kind } }
  }
  if ((kind === 'parent' || kind === 'grandparent') && facts.born && facts.otherBorn) {
    if (daySpan(facts.born).earliest >= daySpan(facts.otherBorn).latest) {
      return { code: 'relationship_not_possible', facts: { kind } }
    }
  }
  return undefined
}
