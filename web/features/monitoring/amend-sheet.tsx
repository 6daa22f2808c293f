import { amendNote, listContacts, listNotes } from '@peyvand/domain/monitoring/contract.ts'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { nameOf } from '../cases/names.ts'
import { DraftState } from './draft-state.tsx'
import { isWritten, NoteEditor } from './note-editor.tsx'
import type { WrittenNote } from './note-editor.tsx'
import type { NoteTold } from './note-view.tsx'

interface AmendSheetProps {
  caseId: string
  note: NoteTold
  onClose: () => void
}

/** Corrects a signed note by a new one; the old one stays readable. */
export function AmendSheet({ caseId, note, onClose }: AmendSheetProps) {
  const t = useWords()
  const draft = useDraft<WrittenNote & { reason: string }>(`amend:${note.id}`, {
    format: note.format,
    sections: note.sections,
    reason: '',
  })
  const amend = useCommand(amendNote, { stale: [listContacts, listNotes] })
  const { reason, ...written } = draft.value
  const send = async () => {
    await amend.run({
      params: { caseId, noteId: note.id },
      input: { id: newId(), reason, ...written },
    })
    await draft.discard()
    showToast({ message: t('monitoring.note.amended') })
    onClose()
  }
  return (
    <Sheet title={t('monitoring.note.amend')} isOpen onOpenChange={(open) => !open && onClose()}>
      <CommandForm
        commands={[amend]}
        send={send}
        act={t('monitoring.note.amendSign')}
        lockedBecause={isWritten(written) ? undefined : t('refusal.note_empty')}
      >
        <Note size="small">{t('monitoring.note.amendHint')}</Note>
        {note.onlyFor && (
          <Note size="small" icon="lock">
            {t('cases.wall.stays', { name: nameOf(note.onlyFor) })}
          </Note>
        )}
        <TextArea
          label={t('monitoring.note.amendReason')}
          name="reason"
          value={reason}
          onChange={(text) => draft.change({ ...draft.value, reason: text })}
          lines={2}
          isRequired
        />
        <NoteEditor
          value={written}
          onChange={(next) => draft.change({ ...draft.value, ...next })}
        />
        <DraftState draft={draft} />
      </CommandForm>
    </Sheet>
  )
}
