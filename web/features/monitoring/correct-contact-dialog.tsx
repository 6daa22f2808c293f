import { readCase } from '@peyvand/domain/cases/contract.ts'
import { changeContact, listContacts, readToday } from '@peyvand/domain/monitoring/contract.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ContactFields, contactInput } from './contact-fields.tsx'
import type { PersonOfCase, WrittenContact } from './contact-fields.tsx'
import type { ContactTold } from './contact-timeline.tsx'

interface CorrectContactDialogProps {
  caseId: string
  contact: ContactTold
  people: readonly PersonOfCase[]
  onClose: () => void
}

/** Corrects when, how long, where or with whom a contact was. */
export function CorrectContactDialog({
  caseId,
  contact,
  people,
  onClose,
}: CorrectContactDialogProps) {
  const t = useWords()
  const [written, setWritten] = useState<WrittenContact>({
    kind: contact.kind,
    reached: contact.reached,
    happenedAt: contact.happenedAt,
    minutes: contact.minutes,
    travelMinutes: contact.travelMinutes,
    withPersons: contact.withPersons.map(({ id }) => id),
    withOthers: contact.withOthers,
    place: contact.place,
    purpose: contact.purpose,
  })
  const change = useCommand(changeContact, { stale: [listContacts, readCase, readToday] })
  const send = async () => {
    const fields = contactInput(written)
    if (!fields) return
    await change.run({
      params: { caseId, contactId: contact.id },
      input: { version: contact.version, ...fields },
    })
    onClose()
  }
  return (
    <Sheet
      title={t('monitoring.contact.correct')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm commands={[change]} send={send} act={t('monitoring.contact.saveCorrection')}>
        <ContactFields value={written} onChange={setWritten} people={people} />
      </CommandForm>
    </Sheet>
  )
}
