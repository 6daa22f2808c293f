import { sql } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { noteColumns } from './note-store.ts'
import { progressPairs } from './progress-store.ts'

export type ContactRow = AnswerOf<typeof contract.recordContact>
type ContactPage = Omit<AnswerOf<typeof contract.listContacts>, 'contacts' | 'before'>

const contactColumns = sql`jsonb_build_object('id', k.id, 'kind', k.kind, 'reached', k.reached,
  'happenedAt', k.happened_at, 'minutes', k.minutes, 'travelMinutes', k.travel_minutes,
  'withPersons', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'givenName', p.given_name,
      'familyName', p.family_name) order by p.born_on nulls last, p.id)
    from person p where p.id = any (k.with_persons)), '[]'),
  'withOthers', k.with_others, 'place', k.place, 'purpose', k.purpose,
  'worker', jsonb_build_object('id', kw.id, 'fullName', kw.full_name),
  'enteredInError', k.entered_in_error, 'version', k.version,
  'notes', coalesce((select jsonb_agg(${noteColumns} order by n.created_at, n.id)
    from note n join worker nw on nw.id = n.author_id where n.case_id = k.case_id and n.contact_id = k.id), '[]'),
  'progress', coalesce((select jsonb_agg(jsonb_build_object(${progressPairs}, 'goalNumber', g.number,
      'goalWords', coalesce(nullif(g.client_words, ''), g.professional_words)) order by g.number)
    from goal_progress gp join goal g on g.id = gp.goal_id join worker pw on pw.id = gp.created_by
    where gp.case_id = k.case_id and gp.contact_id = k.id), '[]'))`

export async function listContacts(
  tx: Transaction,
  caseId: string,
  page: { before?: string | undefined; limit: number },
): Promise<ContactRow[]> {
  const found = await sql<{ contact: ContactRow }>`
    select ${contactColumns} as contact from contact k join worker kw on kw.id = k.worker_id
    where k.case_id = ${caseId} and (${page.before ?? null}::uuid is null
      or (k.happened_at, k.id) < (select b.happened_at, b.id from contact b where b.id = ${page.before ?? null}))
    order by k.happened_at desc, k.id desc limit ${page.limit}`.execute(tx)
  return found.rows.map(({ contact }) => contact)
}

/** What the screen needs beside the contacts: how often, with whom, and what may be written. */
export async function loadContactPage(tx: Transaction, caseId: string): Promise<ContactPage> {
  const found = await sql<{ page: ContactPage }>`
    select jsonb_build_object(
      'everyDays', m.content -> 'contactEveryDays',
      'people', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'givenName', p.given_name,
          'familyName', p.family_name, 'part', cp.part) order by cp.part <> 'client', p.born_on nulls last, p.id)
        from case_person cp join person p on p.id = cp.person_id where cp.case_id = c.id), '[]'),
      'mayWrite', can_write_group(c.id, 'core'), 'mayWriteNotes', can_write_group(c.id, 'notes'),
      'open', c.status = 'open') as page
    from case_file c join practice_model m on m.id = c.practice_model_id
    where c.id = ${caseId}`.execute(tx)
  const page = found.rows[0]?.page
  if (!page) throw new Error('the case in hand is always seen')
  return page
}

export async function findContact(
  tx: Transaction,
  caseId: string,
  contactId: string,
): Promise<ContactRow | undefined> {
  const found = await sql<{ contact: ContactRow }>`
    select ${contactColumns} as contact from contact k join worker kw on kw.id = k.worker_id
    where k.case_id = ${caseId} and k.id = ${contactId}`.execute(tx)
  return found.rows[0]?.contact
}

export async function lockContact(
  tx: Transaction,
  caseId: string,
  contactId: string,
): Promise<void> {
  await sql`select from contact where id = ${contactId} and case_id = ${caseId} for update`.execute(
    tx,
  )
}

export interface ContactFields {
  kind: string
  reached: boolean
  happenedAt: string
  minutes: number
  travelMinutes: number
  withPersons: string[]
  withOthers: string
  place: string
  purpose: string
}

export async function insertContact(
  tx: Transaction,
  row: ContactFields & { id: string; caseId: string; workerId: string; createdAt: string },
): Promise<void> {
  await tx.insertInto('contact').values(row).execute()
}

export async function updateContact(
  tx: Transaction,
  contactId: string,
  change: ContactFields | { enteredInError: string },
): Promise<void> {
  await tx.updateTable('contact').set(change).where('id', '=', contactId).execute()
}

/** Of these people, those who belong to the case. */
export async function listPeopleOfCase(
  tx: Transaction,
  caseId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const found = await sql<{ personId: string }>`select person_id from case_person
    where case_id = ${caseId} and person_id = any (${[...personIds]}::uuid[])`.execute(tx)
  return found.rows.map(({ personId }) => personId)
}
