import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import { keepWritten } from '@peyvand/domain/monitoring/note.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { checkWall } from '../cases/check-wall.ts'
import { findNote, insertNote } from './note-store.ts'
import type { NoteRow } from './note-store.ts'
import { refreshDue } from './refresh-due.ts'

/** Begins a note; a closed case takes it too, for what is still to be written down. */
export async function writeNote(
  act: Act,
  caseId: string,
  { id, contactId, onlyFor, format, sections }: InputOf<typeof contract.writeNote>,
): Promise<NoteRow> {
  const { tx, actor, now } = act
  await checkWall(tx, { caseId, onlyFor })
  const written = { format, sections: keepWritten(sections, format) }
  await insertNote(
    tx,
    { id, caseId, contactId, onlyFor, ...written, status: 'draft', authorId: actor.id },
    now,
  )
  act.audited.records.add(id)
  await refreshDue(act, caseId)
  return orNotFound(await findNote(tx, caseId, id))
}
