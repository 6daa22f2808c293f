import { recordTold } from '@peyvand/domain/intake/contract.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { useRequestCommand } from './request-file.ts'
import type { RequestFile } from './request-file.ts'

/** The day on which the person heard the decision and how to object. */
export function ToldDialog({ request, onClose }: { request: RequestFile; onClose: () => void }) {
  const t = useWords()
  const { today } = useLocale()
  const record = useRequestCommand(recordTold)
  const [day, setDay] = useState<string | null>(today)
  const send = async () => {
    if (!day) return
    await record.run({
      params: { requestId: request.id },
      input: { toldOn: day, version: request.version },
    })
    onClose()
  }
  return (
    <Dialog
      title={t('intake.told.record')}
      size="small"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm
        commands={[record]}
        send={send}
        act={t('intake.told.save')}

        onBack={onClose}
      >
        <DayField
          label={t('intake.toldOn')}
          name="toldOn"
          value={day}
          onChange={setDay}
          max={today}
          isRequired
        />
      </CommandForm>
    </Dialog>
  )
}
