import { sql } from 'kysely'
import type { z } from 'zod'
import type { note } from '@peyvand/domain/monitoring/contract.ts'
import type { NoteFormat, NoteText } from '@peyvand/domain/monitoring/note.ts'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

export type NoteRow = z.output<typeof note>

/** A note as it leaves; `n` is the note, `nw` its author. */
export const noteColumns = sql`jsonb_build_object('id', n.id, 'contactId', n.contact_id, 'format', n.format,
  'sections', n.sections, 'status', n.status, 'author', jsonb_build_object('id', nw.id, 'fullName', nw.full_name),
  'signedAt', n.signed_at, 'amends', n.amends, 'amendReason', n.amend_reason, 'createdAt', n.created_at,
  'onlyFor', (select jsonb_build_object('id', wp.id, 'givenName', wp.given_name, 'familyName', wp.family_name)
    from person wp where wp.id = n.only_for), 'wallReason', n.wall_reason, 'version', n.version)`

export interface NewNote {
  id: string
  caseId: string
  contactId: string | null
  format: NoteFormat
  sections: NoteText
  status: 'draft' | 'signed'
  authorId: string
  onlyFor: string | null
  amends?: string
  amendReason?: string
}

export async function insertNote(
  tx: Transaction,
  { sections, ...row }: NewNote,
  now: string,
): Promise<void> {
  const signed =
    row.status === 'signed' ? { signedAt: now, signedBy: row.authorId } : { signedAt: null }
  await tx
    .insertInto('note')
    .values({ ...row, ...signed, sections: json(sections), createdAt: now })
    .execute()
}

export async function lockNote(tx: Transaction, caseId: string, noteId: string): Promise<void> {
  await sql`select from note where id = ${noteId} and case_id = ${caseId} for update`.execute(tx)
}

export async function findNote(
  tx: Transaction,
  caseId: string,
  noteId: string,
): Promise<NoteRow | undefined> {
  const found = await sql<{ note: NoteRow }>`
    select ${noteColumns} as note from note n join worker nw on nw.id = n.author_id
    where n.case_id = ${caseId} and n.id = ${noteId}`.execute(tx)
  return found.rows[0]?.note
}

export async function updateNote(
  tx: Transaction,
  noteId: string,
  change: {
    format?: NoteFormat
    sections?: NoteText
    status?: 'signed' | 'amended'
    signedAt?: string
    signedBy?: string
    onlyFor?: string | null
  },
): Promise<void> {
  const { sections, ...rest } = change
  await tx
    .updateTable('note')
    .set({ ...rest, ...(sections ? { sections: json(sections) } : {}) })
    .where('id', '=', noteId)
    .execute()
}

/** The wall of a note and of all it took the place of. */
export async function updateNoteWall(
  tx: Transaction,
  at: { caseId: string; noteId: string },
  wall: { onlyFor: string | null; reason: string },
): Promise<void> {
  await sql`
    with recursive edition as (
      select n.id, n.amends from note n where n.id = ${at.noteId} and n.case_id = ${at.caseId}
      union
      select n.id, n.amends from edition e join note n on n.id = e.amends and n.case_id = ${at.caseId}
    )
    update note n set only_for = ${wall.onlyFor}, wall_reason = ${wall.reason}
    from edition e where n.id = e.id and n.case_id = ${at.caseId}`.execute(tx)
}

/** Notes of the case that belong to no contact, newest first. */
export async function listLooseNotes(
  tx: Transaction,
  caseId: string,
  page: { before?: string | undefined; limit: number },
): Promise<NoteRow[]> {
  const found = await sql<{ note: NoteRow }>`
    select ${noteColumns} as note from note n join worker nw on nw.id = n.author_id
    where n.case_id = ${caseId} and n.contact_id is null
      and (${page.before ?? null}::uuid is null or n.id < ${page.before ?? null})
    order by n.id desc limit ${page.limit}`.execute(tx)
  return found.rows.map((row) => row.note)
}

export async function canWrite(tx: Transaction, caseId: string, group: string): Promise<boolean> {
  const found = await sql<{
    can: boolean
  }>`select can_write_group(${caseId}, ${group}) as can`.execute(tx)
  return found.rows[0]?.can === true
}
