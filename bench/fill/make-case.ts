import { toJalali } from '@peyvand/domain/calendar/jalali.ts'
import { makeChance } from '../../server/demo/chance.ts'
import type { Chance } from '../../server/demo/chance.ts'
import { english, persian } from '../../server/demo/words.ts'
import { addAssessments } from './add-assessments.ts'
import { addContacts } from './add-contacts.ts'
import { addDue } from './add-due.ts'
import { addEnding } from './add-ending.ts'
import { addIntake } from './add-intake.ts'
import { addPlan } from './add-plan.ts'
import { addReferral } from './add-referral.ts'
import { addTasks } from './add-tasks.ts'
import { addTeam } from './add-team.ts'
import { span } from './case-story.ts'
import type { CaseStory } from './case-story.ts'
import { dayNumber, dayText, instantText, momentOf } from './days.ts'
import type { MadeAgency } from './make-agency.ts'
import { keepTrail } from './keep-trail.ts'
import { makeId } from './make-id.ts'
import { makePerson } from './make-person.ts'
import type { RowsByDay } from './rows-by-day.ts'

/** Writes the n-th case with all its rows, from its request to where it stands today. */
export class CaseMaker {
  readonly #agency: MadeAgency
  readonly #rows: RowsByDay
  readonly #size: number
  readonly #today: number
  readonly #todayText: string
  readonly #chance: Chance
  readonly #trail: boolean
  readonly #numbers = new Map<number, number>()
  #before: string | undefined

  constructor(
    agency: MadeAgency,
    rows: RowsByDay,
    { size, today, trail }: { size: number; today: string; trail: boolean },
  ) {
    this.#trail = trail
    this.#agency = agency
    this.#rows = rows
    this.#size = size
    this.#today = dayNumber(today)
    this.#todayText = today
    this.#chance = makeChance(1405 + size)
  }

  /** The last numbers given, by year. */
  get numbers(): ReadonlyMap<number, number> {
    return this.#numbers
  }

  openedOn(n: number): number {
    return this.#today - span + Math.floor((n / this.#size) * (span - 1))
  }

  make(n: number): void {
    const story = this.#begin(n)
    this.#before = story.personId
    const intake = addIntake(story)
    const risk = addTeam(story, intake, this.#number(story.opened))
    const findings = addAssessments(story)
    const plan = addPlan(story, findings)
    const linked = addReferral(story, findings)
    const contacts = addContacts(story, plan)
    const tasks = addTasks(story)
    const ending = addEnding(story, plan)
    addDue(story, { risk, tasks, ...findings, ...plan, ...linked, ...contacts, ...ending })
  }

  #begin(n: number): CaseStory {
    const agency = this.#agency
    const chance = this.#chance
    const today = this.#today
    const opened = this.openedOn(n)
    const { open, present, worker } = agency.caseload.standing(n)
    const closed = open
      ? undefined
      : opened + Math.min(chance.between(120, 400), Math.floor((today - opened) * 0.9))
    const ends = closed ?? today
    const person = makePerson(n, this.#todayText)
    const id = (day: number) => makeId(chance, momentOf(day, chance.next() * 500))
    const story = {
      agency,
      rows: this.#rows,
      chance,
      today,
      todayText: this.#todayText,
      opened,
      closed,
      open,
      ends,
      present,
      manager: (present ? agency.workers : agency.formerWorkers)[worker] ?? '',
      supervisor:
        (present
          ? agency.supervisors[agency.caseload.supervisorOf(worker)]
          : agency.formerSupervisors[agency.caseload.formerSupervisorOf(worker)]) ?? '',
      programme: agency.pickProgramme(chance),
      person,
      words: person.language === 'fa' ? persian : english,
      personId: id(opened),
      caseId: id(opened),
      spouse: chance.in(0.5) ? this.#before : undefined,
      id,
      at: (day: number) => instantText(momentOf(day, chance.next() * 500)),
      within: (day: number) => Math.max(opened, Math.min(day, ends)),
    }
    return this.#trail ? { ...story, rows: keepTrail(this.#rows, story) } : story
  }

  #number(opened: number): string {
    const year = toJalali(dayText(opened)).year
    const number = (this.#numbers.get(year) ?? 0) + 1
    this.#numbers.set(year, number)
    return `${year}-${String(number).padStart(4, '0')}`
  }
}
