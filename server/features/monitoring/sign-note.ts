import { whyNotSign } from '@peyvand/domain/monitoring/note.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { holdNote } from './hold-note.ts'
import { findNote, updateNote } from './note-store.ts'
import type { NoteRow } from './note-store.ts'
import { refreshDue } from './refresh-due.ts'

export async function signNote(
  act: Act,
  { caseId, noteId }: { caseId: string; noteId: string },
  seen: number,
): Promise<NoteRow> {
  const { tx, now, actor } = act
  await holdNote(act, caseId, noteId, seen, whyNotSign)
  await updateNote(tx, noteId, { status: 'signed', signedAt: now, signedBy: actor.id })
  await refreshDue(act, caseId)
  return orNotFound(await findNote(tx, caseId, noteId))
}
