import { english, persian } from '../../server/demo/words.ts'
import type { DemoWords } from '../../server/demo/words.ts'
import type { Planned } from './add-plan.ts'
import type { CaseStory } from './case-story.ts'
import { jsonCell } from './copy-line.ts'
import { dayText, instantText, momentOf } from './days.ts'

const contactKinds = [
  'call',
  'call',
  'home_visit',
  'office_visit',
  'office_visit',
  'message',
] as const

/** The sections of a note: the same few texts over and over, as long as notes are. */
const noteTexts = (words: DemoWords) =>
  words.notes.map(({ s, o, a, p }) =>
    jsonCell({ subjective: s, objective: o, assessment: a, plan: p }),
  )
const notesOf = { fa: noteTexts(persian), en: noteTexts(english) }

/** Three contacts, each with a signed note; at the last of an open case the goals are judged. */
export function addContacts(story: CaseStory, { planned, goals }: Planned) {
  const {
    rows,
    chance,
    opened,
    ends,
    open,
    today,
    manager,
    programme,
    person,
    words,
    personId,
    caseId,
    id,
    within,
  } = story
  const last = open
    ? within(today - Math.floor(chance.next() * 1.1 * programme.contactEveryDays))
    : ends
  const contacts: { on: string; reached: boolean; moment: number }[] = []
  const days = [within(opened + chance.between(0, 4)), chance.between(opened, last), last]
  for (const [index, day] of days.entries()) {
    const contactId = id(day)
    const kind = chance.pick(contactKinds)
    const reached = chance.in(0.92)
    const moment = momentOf(day, chance.next() * 480)
    rows.add(
      day,
      'contact',
      contactId,
      caseId,
      kind,
      reached,
      instantText(moment),
      reached ? chance.between(10, 75) : 2,
      kind === 'home_visit' ? chance.between(15, 60) : 0,
      reached ? `{${personId}}` : '{}',
      chance.pick(words.purposes),
      manager,
      instantText(moment),
      manager,
    )
    contacts.push({ on: dayText(day), reached, moment })
    const signed = instantText(moment + 3_600_000)
    rows.add(
      day,
      'note',
      id(day),
      caseId,
      contactId,
      'soap',
      chance.pick(notesOf[person.language]),
      'signed',
      signed,
      manager,
      manager,
      signed,
    )
    if (index === 2 && open && day >= planned) {
      for (const goal of goals) {
        rows.add(
          day,
          'goal_progress',
          id(day),
          caseId,
          goal.id,
          contactId,
          dayText(day),
          chance.between(-1, 1),
          '',
          'shared',
          signed,
          manager,
        )
      }
    }
  }
  return { contacts, last }
}

export type Contacts = ReturnType<typeof addContacts>
