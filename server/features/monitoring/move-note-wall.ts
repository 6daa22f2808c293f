import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import { whyNotMoveWall } from '@peyvand/domain/monitoring/note.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { checkWall } from '../cases/check-wall.ts'
import { holdNote } from './hold-note.ts'
import { findNote, updateNoteWall } from './note-store.ts'
import type { NoteRow } from './note-store.ts'

/** Keeps a note for one person of the case alone, or for all of them again; history keeps both. */
export async function moveNoteWall(
  act: Act,
  at: { caseId: string; noteId: string },
  { onlyFor, reason, version }: InputOf<typeof contract.moveNoteWall>,
): Promise<NoteRow> {
  const { caseId, noteId } = at
  const note = await holdNote(act, caseId, noteId, version, whyNotMoveWall)
  await checkWall(act.tx, { caseId, onlyFor, before: note.onlyFor?.id ?? null, reason })
  await updateNoteWall(act.tx, at, { onlyFor, reason })
  return orNotFound(await findNote(act.tx, caseId, noteId))
}
