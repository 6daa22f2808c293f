import { stepReferral } from '@peyvand/domain/linking/contract.ts'
import { referralSteps } from '@peyvand/domain/linking/referral-steps.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Referral } from './rows.ts'
import { useLinkingCommand } from './use-linking-command.ts'

interface StepDialogProps {
  caseId: string
  referral: Referral
  step: Referral['nextSteps'][number]
  onClose: () => void
}

/** One lawful step, as we heard it from the partner or decided ourselves. */
export function StepDialog({ caseId, referral, step, onClose }: StepDialogProps) {
  const t = useWords()
  const { settings } = useLocale()
  const record = useLinkingCommand(stepReferral)
  const [id] = useState(() => newId())
  const [reason, setReason] = useState('')
  const known = referralSteps.find(({ from, to }) => from === referral.status && to === step.to)
  const send = async () => {
    await record.run({
      params: { caseId, referralId: referral.id },
      input: { id, to: step.to, reason, version: referral.version },
    })
    showToast({ message: t('linking.step.recorded') })
    onClose()
  }
  return (
    <Dialog title={t(`linking.step.${step.to}`)} isOpen onOpenChange={(open) => !open && onClose()}>
      <CommandForm
        commands={[record]}
        send={send}
        act={t('linking.step.record')}
        look={step.to === 'entered_in_error' ? 'danger' : 'primary'}
        onBack={onClose}
      >
        <p>
          <bdi>{referral.serviceName}</bdi>
          {': '}
          {known?.meaning[settings.language]}
        </p>
        <TextArea
          label={step.needsReason ? t('linking.step.reason') : t('linking.step.words')}
          hint={step.needsReason ? t('linking.step.reasonHint') : undefined}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={1000}
          isRequired={step.needsReason}
        />
      </CommandForm>
    </Dialog>
  )
}
