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
import { WallField } from '../cases/wall-field.tsx'
import type { WallPerson } from '../cases/wall-field.tsx'
import { DraftState } from './draft-state.tsx'
import { emptyNote, isWritten, NoteEditor } from './note-editor.tsx'
import type { WrittenNote } from './note-editor.tsx'
import type { NoteTold } from './note-view.tsx'

interface NoteSheetProps {
  caseId: string
  /** A note begun before; left out for a new one. */
  note?: NoteTold
  /** For whom it may be kept apart; empty in a case of one person. */
  people: readonly WallPerson[]
  /** The contact a new note belongs to; left out for a note of the case. */
  contactId?: string
  onClose: () => void
}

/** Writing a note beside the page: kept at every word, signed when it is finished. */
export function NoteSheet({ caseId, note, people, contactId, onClose }: NoteSheetProps) {
  const t = useWords()
  const draft = useDraft<WrittenNote & { onlyFor?: string | null }>(
    `note:${note?.id ?? contactId ?? `case:${caseId}`}`,
    note
      ? { format: note.format, sections: note.sections, onlyFor: note.onlyFor?.id ?? null }
      : emptyNote,
  )
  const { onlyFor = null, ...written } = draft.value
  const stale = [listContacts, listNotes, readCase, readToday]
  const write = useCommand(writeNote, { stale })
  const change = useCommand(changeNote, { stale })
  const sign = useCommand(signNote, { stale })
  const [problem, setProblem] = useState<unknown>()
  const refusal = whyNotSign({ status: 'draft', ...written })

  const save = async (): Promise<NoteTold> =>
    note
      ? await change.run({
          params: { caseId, noteId: note.id },
          input: { version: note.version, onlyFor, ...written },
        })
      : await write.run({
          params: { caseId },
          input: { id: newId(), contactId: contactId ?? null, onlyFor, ...written },
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
        <WallField
          people={people}
          value={onlyFor}
          onChange={(next) => draft.change({ ...written, onlyFor: next })}
        />
        <NoteEditor value={written} onChange={(next) => draft.change({ ...next, onlyFor })} />
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
          {isWritten(written) && (
            <Button onPress={() => void finish('later')}>{t('monitoring.note.later')}</Button>
          )}
        </FormActions>
      </Form>
    </Sheet>
  )
}
