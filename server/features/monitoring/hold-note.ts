import type { Refusal } from '@peyvand/domain/refusals.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findNote, lockNote } from './note-store.ts'
import type { NoteRow } from './note-store.ts'

/** Holds a note for a change, as its writer saw it and where the rule lets it. */
export async function holdNote(
  { tx, audited }: Act,
  caseId: string,
  noteId: string,
  seen: number | undefined,
  whyNot: (note: NoteRow) => Refusal | undefined,
): Promise<NoteRow> {
  await lockNote(tx, caseId, noteId)
  const present = orNotFound(await findNote(tx, caseId, noteId))
  audited.records.add(noteId)
  const refusal = whyNot(present)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  if (seen !== undefined && present.version !== seen) {
    throw new Refused('stale_version', { current: present })
  }
  return present
}
