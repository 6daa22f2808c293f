import type { PersonFound } from '../people/look-up.tsx'
import { nothingTyped } from '../people/look-up-typed.ts'
import type { LookUpTyped } from '../people/look-up-typed.ts'
import type { PersonDetails } from '../people/person-details.ts'
import { v7 as newId } from 'uuid'
import { nothingAsked } from './asked-fields.tsx'
import type { Asked } from './asked-fields.tsx'

export const requestDraftSteps = ['who', 'person', 'problem', 'where'] as const
export type RequestDraftStep = (typeof requestDraftSteps)[number]

/** A request while it is being received; its ids are made once, so that a repeat is a repeat. */
export interface RequestDraft {
  step: RequestDraftStep
  requestId: string
  personId: string
  typed: LookUpTyped
  about: 'unsaid' | 'nobody' | 'known' | 'new'
  known: Pick<PersonFound, 'personId' | 'givenName' | 'familyName' | 'visible'> | null
  details: PersonDetails | null
  asked: Asked
  deskId: string
}

export function emptyRequestDraft(): RequestDraft {
  return {
    step: 'who',
    requestId: newId(),
    personId: newId(),
    typed: nothingTyped,
    about: 'unsaid',
    known: null,
    details: null,
    asked: nothingAsked,
    deskId: '',
  }
}
