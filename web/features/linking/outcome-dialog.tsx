import { recordOutcome, referralOutcomes } from '@peyvand/domain/linking/contract.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Referral } from './rows.ts'
import { useLinkingCommand } from './use-linking-command.ts'

interface OutcomeDialogProps {
  caseId: string
  referral: Referral
  onClose: () => void
}

/** What came of a referral, told by the client or the partner; its status stays what it is. */
export function OutcomeDialog({ caseId, referral, onClose }: OutcomeDialogProps) {
  const t = useWords()
  const { today } = useLocale()
  const record = useLinkingCommand(recordOutcome)
  const [outcome, setOutcome] = useState(referral.outcome)
  const [by, setBy] = useState(referral.outcomeBy ?? 'client')
  const [on, setOn] = useState<string | null>(referral.outcomeOn ?? today)
  const [note, setNote] = useState(referral.outcomeNote)
  const send = async () => {
    if (!outcome || !on) return
    await record.run({
      params: { caseId, referralId: referral.id },
      input: { outcome, by, note, on, version: referral.version },
    })
    showToast({ message: t('linking.outcome.recorded') })
    onClose()
  }
  return (
    <Dialog title={t('linking.outcome.ask')} isOpen onOpenChange={(open) => !open && onClose()}>
      <CommandForm
        commands={[record]}
        send={send}
        act={t('linking.outcome.record')}

        onBack={onClose}
      >
        <p>{t('linking.outcome.what', { service: referral.serviceName })}</p>
        <RadioGroup
          label={t('linking.outcome')}
          name="outcome"
          options={referralOutcomes.map((value) => ({
            value,
            label: t(`linking.outcome.${value}`),
          }))}
          value={outcome}
          onChange={setOutcome}
          isRequired
        />
        <RadioGroup
          label={t('linking.outcome.by')}
          name="by"
          look="across"
          options={(['client', 'partner'] as const).map((value) => ({
            value,
            label: t(`linking.outcome.by.${value}`),
          }))}
          value={by}
          onChange={setBy}
          isRequired
        />
        <DayField
          label={t('linking.outcome.on')}
          name="on"
          value={on}
          onChange={setOn}
          max={today}
          isRequired
        />
        <TextArea
          label={t('linking.outcome.note')}
          hint={t('linking.outcome.noteHint')}
          name="note"
          value={note}
          onChange={setNote}
          maxLength={1000}
        />
      </CommandForm>
    </Dialog>
  )
}
