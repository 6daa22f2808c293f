import { withdrawConsent } from '@peyvand/domain/linking/contract.ts'
import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './linking.module.css'
import type { Consent, Referral } from './rows.ts'
import { useLinkingCommand } from './use-linking-command.ts'

interface WithdrawConsentDialogProps {
  caseId: string
  consent: Consent
  referrals: readonly Referral[]
  onClose: () => void
}

/** Withdrawing says first what ends with it, and asks the client about each service that has begun. */
export function WithdrawConsentDialog({
  caseId,
  consent,
  referrals,
  onClose,
}: WithdrawConsentDialogProps) {
  const t = useWords()
  const withdraw = useLinkingCommand(withdrawConsent)
  const [reason, setReason] = useState('')
  const [stop, setStop] = useState<readonly string[]>([])
  const notBegun = referrals.filter(({ status }) => status === 'sent' || status === 'accepted')
  const begun = referrals.filter(({ status }) => status === 'started' || status === 'waiting')
  const send = async () => {
    const answer = await withdraw.run({
      params: { caseId, consentId: consent.id },
      input: { reason, stop: [...stop], version: consent.version },
    })
    const ended = answer.cancelled.length + answer.stopped.length
    showToast({ message: t('linking.withdraw.done', { ended }) })
    onClose()
  }
  return (
    <Dialog
      title={t('linking.withdraw.ask', { recipient: consent.recipientName })}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm
        commands={[withdraw]}
        send={send}
        act={t('linking.consent.withdraw')}
        look="danger"
        onBack={onClose}
      >
        <p>{t('linking.withdraw.what', { recipient: consent.recipientName })}</p>
        {notBegun.length > 0 && (
          <div>
            <p>{t('linking.withdraw.ends', { count: notBegun.length })}</p>
            <ul className={styles.plainList}>
              {notBegun.map(({ id, serviceName }) => (
                <li key={id}>
                  <bdi>{serviceName}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
        {begun.length > 0 && (
          <CheckboxGroup
            label={t('linking.withdraw.begun')}
            hint={t('linking.withdraw.begunHint')}
            options={begun.map(({ id, serviceName }) => ({
              value: id,
              label: t('linking.withdraw.stop', { service: serviceName }),
            }))}
            value={stop}
            onChange={setStop}
          />
        )}
        <TextArea
          label={t('linking.withdraw.reason')}
          hint={t('linking.withdraw.reasonHint')}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
      </CommandForm>
    </Dialog>
  )
}
