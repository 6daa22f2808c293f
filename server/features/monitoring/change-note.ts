import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import { keepWritten, whyNotChangeNote } from '@peyvand/domain/monitoring/note.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { checkWall } from '../cases/check-wall.ts'
import { holdNote } from './hold-note.ts'
import { findNote, updateNote } from './note-store.ts'
import type { NoteRow } from './note-store.ts'

export async function changeNote(
  act: Act,
  { caseId, noteId }: { caseId: string; noteId: string },
  { version, onlyFor, format, sections }: InputOf<typeof contract.changeNote>,
): Promise<NoteRow> {
  await holdNote(act, caseId, noteId, version, whyNotChangeNote)
  if (onlyFor !== undefined) await checkWall(act.tx, { caseId, onlyFor })
  await updateNote(act.tx, noteId, {
    format,
    sections: keepWritten(sections, format),
    ...(onlyFor === undefined ? {} : { onlyFor }),
  })
  return orNotFound(await findNote(act.tx, caseId, noteId))
}
