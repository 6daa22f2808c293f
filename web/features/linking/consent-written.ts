import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import type { standings } from '@peyvand/domain/linking/contract.ts'
import type { ConsentPerson } from './consent-people.ts'
import type { Recipient } from './recipient-field.tsx'

type Standing = (typeof standings)[number]

/** A consent as it is being written. */
export interface WrittenConsent {
  recipient: Recipient | undefined
  personId: string
  /** Nobody: the person speaks for himself or herself. */
  givenById: string | null
  standing: Standing | null
  childAssent: string
  groups: DataGroup[]
  purpose: string
  fromOn: string | null
  untilOn: string | null
  discloser: string
  withdrawHow: string
  notDepending: string
  how: 'signed' | 'spoken'
  witness: string
}

/** Who speaks, with what standing, and what the child said: only what the person's age asks for. */
export function giverOf(
  person: ConsentPerson,
  { givenById, standing, childAssent }: WrittenConsent,
) {
  const isSelf = givenById === null || givenById === person.id
  return {
    givenById: isSelf ? null : givenById,
    standing: isSelf ? ('self' as const) : (standing ?? ('self' as const)),
    childAssent: person.isAsked ? childAssent.trim() : '',
  }
}
