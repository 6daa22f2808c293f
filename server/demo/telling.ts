import type { Chance } from './chance.ts'
import { idAt } from './chance.ts'
import type { DemoInstrument } from './instruments.ts'
import type { DemoRows } from './rows.ts'
import type { DemoNeed, DemoWords } from './words.ts'

export interface DemoAgency {
  id: string
  words: DemoWords
  programmes: readonly {
    id: string
    deskId: string
    practiceModelId: string
    contactEveryDays: number
    reviewEveryDays: number
  }[]
  managers: readonly string[]
  supervisor: string
  services: readonly {
    id: string
    name: string
    organisationId: string
    organisation: string
    domain: string
  }[]
  instruments: { phq9: DemoInstrument; hunger: DemoInstrument }
  calendarYear: (day: string) => number
  today: string
}

/** What the stories of one agency are told with. */
export interface Telling {
  rows: DemoRows
  chance: Chance
  agency: DemoAgency
  /** The id of something written down on that day. */
  newId: (day: string) => string
  /** The next number of a case opened on that day, counted in the agency's own years. */
  nextNumber: (day: string) => string
}

/** A case as the parts of its story know it. */
export interface Story {
  caseId: string
  clientId: string
  manager: string
  openedOn: string
  sex: 'female' | 'male'
  contactEveryDays: number
  reviewEveryDays: number
}

/** Something in the story that stands for a need: the need itself, or the goal that answers it. */
export interface Told {
  id: string
  need: DemoNeed
}

export function startTelling(rows: DemoRows, chance: Chance, agency: DemoAgency): Telling {
  const numbers = new Map<number, number>()
  return {
    rows,
    chance,
    agency,
    newId: (day) => idAt(chance, at(day, chance.between(5, 11), chance.between(0, 59))),
    nextNumber: (day) => {
      const year = agency.calendarYear(day)
      const number = (numbers.get(year) ?? 0) + 1
      numbers.set(year, number)
      return `${year}-${String(number).padStart(4, '0')}`
    },
  }
}

/** A moment of that day during office hours, in UTC of Tehran's morning. */
export const at = (day: string, hour = 6, minute = 30) =>
  `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`
