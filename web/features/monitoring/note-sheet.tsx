import { readCase } from '@peyvand/domain/cases/contract.ts'
import {
  changeNote,
  listContacts,
  listNotes,
  readToday,
  signNote,
  writeNote,
} from '@peyvand/domain/monitoring/contract.ts'
import { whyNotSign } from '@peyvand/domain/monitoring/note.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DraftState } from './draft-state.tsx'
import { emptyNote, isWritten, NoteEditor } from './note-editor.tsx'
import type { WrittenNote } from './note-editor.tsx'
import type { NoteTold } from './note-view.tsx'

interface NoteSheetProps {
  caseId: string
  /** A note begun before; left out for a new one. */
  note?: NoteTold
  /** The contact a new note belongs to; left out for a note of the case. */
  contactId?: string
  onClose: () => void
}

/** Writing a note beside the page: kept at every word, signed when it is finished. */
export function NoteSheet({ caseId, note, contactId, onClose }: NoteSheetProps) {
  const t = useWords()
  const draft = useDraft<WrittenNote>(
    `note:${note?.id ?? contactId ?? `case:${caseId}`}`,
    note ? { format: note.format, sections: note.sections } : emptyNote,
  )
  const stale = [listContacts, listNotes, readCase, readToday]
  const write = useCommand(writeNote, { stale })
  const change = useCommand(changeNote, { stale })
  const sign = useCommand(signNote, { stale })
  const [problem, setProblem] = useState<unknown>()
  const refusal = whyNotSign({ status: 'draft', ...draft.value })

  const save = async (): Promise<NoteTold> =>
    note
      ? await change.run({
          params: { caseId, noteId: note.id },
          input: { version: note.version, ...draft.value },
        })
      : await write.run({
          params: { caseId },
          input: { id: newId(), contactId: contactId ?? null, ...draft.value },
        })
  const finish = async (how: 'later' | 'signed') => {
    setProblem(undefined)
    try {
      const saved = await save()
      if (how === 'signed') {
        await sign.run({
          params: { caseId, noteId: saved.id },
          input: { version: saved.version },
        })
      }
      await draft.discard()
      showToast({
        message: t(how === 'signed' ? 'monitoring.note.signed' : 'monitoring.note.kept'),
      })
      onClose()
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <Sheet title={t('monitoring.note.write')} isOpen onOpenChange={(open) => !open && onClose()}>
      <Form problem={problem} onSubmit={() => void finish('signed')}>
        <NoteEditor value={draft.value} onChange={draft.change} />
        <DraftState draft={draft} />
        <FormActions>
          <Button
            type="submit"
            look="primary"
            isPending={sign.isPending || change.isPending || write.isPending}
            lockedBecause={refusal && t('refusal.note_empty')}
          >
            {t('monitoring.note.sign')}
          </Button>
          {isWritten(draft.value) && (
            <Button onPress={() => void finish('later')}>{t('monitoring.note.later')}</Button>
          )}
        </FormActions>
      </Form>
    </Sheet>
  )
}
