import { addDesk, changeDesk } from '@peyvand/domain/intake/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useWords } from '../../platform/words.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSettingsCommand } from './settings-rows.ts'
import type { Desk } from './settings-rows.ts'

interface DeskDialogProps {
  programmeId: string
  /** The one to change; left out for a new one. */
  desk?: Desk
  onClose: () => void
}

/** Where people come to or call, and whether it answers for the whole agency. */
export function DeskDialog({ programmeId, desk, onClose }: DeskDialogProps) {
  const t = useWords()
  const add = useSettingsCommand(addDesk)
  const change = useSettingsCommand(changeDesk)
  const [id] = useState(() => desk?.id ?? newId())
  const [name, setName] = useState(desk?.name ?? '')
  const [phone, setPhone] = useState(desk?.phone ?? '')
  const [answersForAgency, setAnswers] = useState(desk?.answersForAgency ?? false)
  const [ended, setEnded] = useState(desk?.ended ?? false)
  const send = async () => {
    if (desk) {
      await change.run({
        params: { deskId: id },
        input: { name, phone, answersForAgency, ended, version: desk.version },
      })
    } else await add.run({ input: { id, programmeId, name, phone } })
    onClose()
  }
  return (
    <Dialog
      title={desk ? desk.name : t('intake.desks.add')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm
        commands={[add, change]}
        send={send}
        act={t('intake.desks.save')}

        onBack={onClose}
      >
        <TextField
          label={t('intake.desks.name')}
          name="name"
          value={name}
          onChange={setName}
          maxLength={120}
          isRequired
        />
        <TextField
          label={t('intake.desks.phone')}
          hint={t('intake.desks.phoneHint')}
          name="phone"
          direction="ltr"
          type="tel"
          value={phone}
          onChange={setPhone}
          maxLength={40}
        />
        {desk && (
          <>
            <Checkbox isSelected={answersForAgency} onChange={setAnswers} isDisabled={ended}>
              {t('intake.desks.answersHint')}
            </Checkbox>
            <Checkbox isSelected={ended} onChange={setEnded}>
              {t('intake.desks.end')}
            </Checkbox>
          </>
        )}
      </CommandForm>
    </Dialog>
  )
}
