import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import { keepWritten, whyNotAmend } from '@peyvand/domain/monitoring/note.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { holdNote } from './hold-note.ts'
import { findNote, insertNote, updateNote } from './note-store.ts'
import type { NoteRow } from './note-store.ts'

/** A new note takes the place of a signed one, behind the same wall; the old one stays as it was. */
export async function amendNote(
  act: Act,
  { caseId, noteId }: { caseId: string; noteId: string },
  { id, reason, format, sections }: InputOf<typeof contract.amendNote>,
): Promise<NoteRow> {
  const { tx, now, actor } = act
  const amendment = { format, sections: keepWritten(sections, format) }
  const { contactId, onlyFor } = await holdNote(act, caseId, noteId, undefined, (note) =>
    whyNotAmend(note, amendment),
  )
  await updateNote(tx, noteId, { status: 'amended' })
  await insertNote(
    tx,
    {
      id,
      caseId,
      contactId,
      onlyFor: onlyFor?.id ?? null,
      ...amendment,
      status: 'signed',
      authorId: actor.id,
      amends: noteId,
      amendReason: reason,
    },
    now,
  )
  act.audited.records.add(id)
  return orNotFound(await findNote(tx, caseId, id))
}
