import { useState } from 'react'
import {
  confirmationParts,
  confirmationWays,
  confirmService,
  listServices,
  readService,
} from '@peyvand/domain/directory/contract.ts'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Service } from './types.ts'

type Part = (typeof confirmationParts)[number]
type Way = (typeof confirmationWays)[number]

/** I asked, and this is right: the next colleague need not ask again. */
export function ConfirmServiceDialog({ service }: { service: Service }) {
  const t = useWords()
  return (
    <Dialog
      title={t('directory.confirm')}
      trigger={
        <Button look="primary" icon="check">
          {t('directory.confirm')}
        </Button>
      }
    >
      {(close) => <ConfirmServiceForm service={service} onDone={close} />}
    </Dialog>
  )
}

function ConfirmServiceForm({ service, onDone }: { service: Service; onDone: () => void }) {
  const t = useWords()
  const { today } = useLocale()
  const confirm = useCommand(confirmService, { stale: [readService, listServices] })
  const [id] = useState(() => newId())
  const [confirmedOn, setConfirmedOn] = useState<string | null>(today)
  const [how, setHow] = useState<Way>('phone')
  const [parts, setParts] = useState<Part[]>([])
  const [note, setNote] = useState('')
  const send = async () => {
    if (confirmedOn === null) return
    const input = { id, confirmedOn, how, parts, note, version: service.version }
    await confirm.run({ params: { serviceId: service.id }, input })
    showToast({ message: t('directory.confirm.done') })
    onDone()
  }
  return (
    <CommandForm commands={[confirm]} send={send} act={t('directory.confirm.send')}>
      <p>{t('directory.confirm.what')}</p>
      <CheckboxGroup
        label={t('directory.confirm.parts')}
        name="parts"
        across
        isRequired
        options={confirmationParts.map((value) => ({ value, label: t(`directory.part.${value}`) }))}
        value={parts}
        onChange={setParts}
      />
      <FieldRow>
        <DayField
          label={t('directory.confirm.on')}
          name="confirmedOn"
          value={confirmedOn}
          onChange={setConfirmedOn}
          max={today}
          isRequired
        />
        <Select
          label={t('directory.confirm.how')}
          options={confirmationWays.map((value) => ({ value, label: t(`directory.how.${value}`) }))}
          value={how}
          onChange={setHow}
        />
      </FieldRow>
      <TextArea
        label={t('directory.confirm.note')}
        name="note"
        lines={2}
        value={note}
        onChange={setNote}
        maxLength={1000}
      />
    </CommandForm>
  )
}
