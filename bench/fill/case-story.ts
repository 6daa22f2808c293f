import type { Chance } from '../../server/demo/chance.ts'
import type { DemoWords } from '../../server/demo/words.ts'
import type { MadeAgency } from './make-agency.ts'
import type { MadePerson } from './make-person.ts'
import type { Rows } from './keep-trail.ts'

/** What every part of a case is told from; days are numbers since 1970. */
export interface CaseStory {
  agency: MadeAgency
  rows: Rows
  chance: Chance
  today: number
  todayText: string
  opened: number
  closed: number | undefined
  open: boolean
  /** The day it closed, or today. */
  ends: number
  /** Whether its team still works here; what the others could see ended with it. */
  present: boolean
  manager: string
  supervisor: string
  programme: ReturnType<MadeAgency['pickProgramme']>
  person: MadePerson
  words: DemoWords
  personId: string
  caseId: string
  /** Another client of the agency in the household, by her id. */
  spouse: string | undefined
  id: (day: number) => string
  at: (day: number) => string
  /** That day, or the nearest on which the case was open. */
  within: (day: number) => number
}

/** How long the agency has been at work, in days. */
export const span = 3650
