import { at } from './telling.ts'
import type { Story, Telling } from './telling.ts'

/** What the worker wrote after a contact, signed the same day. */
export function writeNote(
  { rows, chance, agency, newId }: Telling,
  story: Story,
  contactId: string,
  day: string,
): void {
  const text = chance.pick(agency.words.notes)
  const isSoap = chance.in(0.6)
  rows.add('note', {
    id: newId(day),
    case_id: story.caseId,
    data_group: 'notes',
    contact_id: contactId,
    format: isSoap ? 'soap' : 'free',
    sections: isSoap
      ? { subjective: text.s, objective: text.o, assessment: text.a, plan: text.p }
      : { text: `${text.s} ${text.p}` },
    status: 'signed',
    signed_at: at(day, 14),
    signed_by: story.manager,
    amends: null,
    amend_reason: '',
    author_id: story.manager,
    created_at: at(day, 13),
    version: 1,
  })
}
