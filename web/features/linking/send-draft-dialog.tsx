import { readService } from '@peyvand/domain/directory/contract.ts'
import { stepReferral } from '@peyvand/domain/linking/contract.ts'
import { whyNotRefer } from '@peyvand/domain/linking/refer.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ConsentChoice } from './consent-choice.tsx'
import { ConsentForm } from './consent-form.tsx'
import { DialogStage } from './dialog-stage.tsx'
import { PartnerReads } from './partner-reads.tsx'
import { factsOf } from './rows.ts'
import type { Consent, Referral } from './rows.ts'
import { useConsentChoice } from './use-consent-choice.ts'
import { useLinkingCommand } from './use-linking-command.ts'
import { useReadable, useRefusalWords } from './use-refusal-words.ts'

interface SendDraftDialogProps {
  file: CaseFile
  referral: Referral
  consents: readonly Consent[]
  onClose: () => void
}

/** A draft goes out: on which consent, and what the partner will read. */
export function SendDraftDialog({ file, referral, consents, onClose }: SendDraftDialogProps) {
  const t = useWords()
  const [isTaking, setTaking] = useState(false)
  const service = useEndpoint(readService, { params: { serviceId: referral.serviceId } })
  const { organisation } = service.data ?? {}
  return (
    <Dialog
      title={isTaking ? t('linking.consent.give') : t('linking.step.sent')}
      size="large"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      {service.error ? (
        <ErrorState problem={service.error} onRetry={() => void service.refetch()} />
      ) : !service.data || !organisation ? (
        <Skeleton lines={6} />
      ) : isTaking ? (
        <DialogStage>
          <ConsentForm
            file={file}
            recipient={organisation}
            groups={referral.sharedGroups}
            purpose={referral.serviceName}
            onGiven={() => setTaking(false)}
            onBack={() => setTaking(false)}
          />
        </DialogStage>
      ) : (
        <SendDraft
          file={file}
          referral={referral}
          consents={consents}
          service={{ status: service.data.status, organisationId: organisation.id }}
          onTakeConsent={() => setTaking(true)}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

interface SendDraftProps extends SendDraftDialogProps {
  service: { status: string; organisationId: string }
  onTakeConsent: () => void
}

function SendDraft({ file, referral, consents, service, onTakeConsent, onClose }: SendDraftProps) {
  const t = useWords()
  const { today } = useLocale()
  const refusalWords = useRefusalWords()
  const readable = useReadable()
  const step = useLinkingCommand(stepReferral)
  const [id] = useState(() => newId())
  const { offered, chosen, choose } = useConsentChoice(consents, {
    clientId: file.client.id,
    recipientId: service.organisationId,
    groups: referral.sharedGroups,
  })
  const need = file.needs.find((each) => each.id === referral.needId)
  const whyNot = whyNotRefer({
    caseOpen: file.status === 'open',
    needEnded: need !== undefined && need.outcome !== null,
    service,
    referredAlready: false,
    basis: referral.basis,
    consent: chosen && factsOf(chosen),
    sharedGroups: referral.sharedGroups,
    today,
  })
  const send = async () => {
    await step.run({
      params: { caseId: file.id, referralId: referral.id },
      input: {
        id,
        to: 'sent',
        consentId: referral.basis === 'consent' ? (chosen?.id ?? null) : null,
        version: referral.version,
      },
    })
    showToast({ message: t('linking.refer.sent') })
    onClose()
  }
  return (
    <Form problem={readable(step.problem)} onSubmit={() => void send().catch(() => undefined)}>
      <p>
        {t('linking.refer.to', {
          service: referral.serviceName,
          organisation: referral.organisationName,
        })}
      </p>
      {referral.basis === 'consent' && (
        <ConsentChoice offered={offered} chosen={chosen} onChoose={choose} />
      )}
      <PartnerReads
        file={file}
        needStatement={referral.sharedGroups.includes('core') ? referral.needStatement : ''}
        note={referral.note}
        doNotContactClient={referral.doNotContactClient}
      />
      <FormActions>
        <Button
          type="submit"
          look="primary"
          icon="send"
          isPending={step.isPending}
          {...(whyNot ? { lockedBecause: refusalWords(whyNot) } : {})}
        >
          {t('linking.step.sent')}
        </Button>
        {whyNot?.code === 'consent_missing' && (
          <Button onPress={onTakeConsent}>{t('linking.consent.take')}</Button>
        )}
        <Button look="quiet" onPress={onClose}>
          {t('ui.goBack')}
        </Button>
      </FormActions>
    </Form>
  )
}
