import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import { referClient } from '@peyvand/domain/linking/contract.ts'
import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { whyNotRefer } from '@peyvand/domain/linking/refer.ts'
import type { ReferFacts } from '@peyvand/domain/linking/refer.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ConsentChoice } from './consent-choice.tsx'
import { PartnerReads } from './partner-reads.tsx'
import { factsOf } from './rows.ts'
import type { Consent, Referral } from './rows.ts'
import { useConsentChoice } from './use-consent-choice.ts'
import { useLinkingCommand } from './use-linking-command.ts'
import { useGroupList, useReadable, useRefusalWords } from './use-refusal-words.ts'

type Basis = ReferFacts['basis']

interface Written {
  basis: Basis
  basisWords: string
  /** Groups shared besides name, contact and need. */
  more: DataGroup[]
  note: string
  clientChoice: string
  doNotContactClient: boolean
}

const nothingYet: Written = {
  basis: 'consent',
  basisWords: '',
  more: [],
  note: '',
  clientChoice: '',
  doNotContactClient: false,
}

const bases = ['consent', 'law', 'court', 'vital_interest'] as const

/** One need and one service. */
export interface Referring {
  file: CaseFile
  needId: string
  serviceId: string
  serviceName: string
  serviceStatus: string
  organisationId: string
  organisationName: string
  onClose: () => void
}

interface ReferFormProps extends Referring {
  referrals: readonly Referral[]
  consents: readonly Consent[]
  onTakeConsent: (groups: readonly DataGroup[]) => void
  onSent: (referral: Referral) => void
}

/** On what basis, sharing what, and what the client chose; a locked button says why and what mends it. */
export function ReferForm({
  file,
  needId,
  serviceId,
  serviceName,
  serviceStatus,
  organisationId,
  organisationName,
  referrals,
  consents,
  onTakeConsent,
  onSent,
  onClose,
}: ReferFormProps) {
  const t = useWords()
  const { today } = useLocale()
  const refusalWords = useRefusalWords()
  const readable = useReadable()
  const groupList = useGroupList()
  const refer = useLinkingCommand(referClient)
  const [id] = useState(() => newId())
  const draft = useDraft(`refer ${needId} ${serviceId}`, nothingYet)
  const { value } = draft
  const set = (change: Partial<Written>) => draft.change({ ...value, ...change })
  const sharedGroups: DataGroup[] = ['core', ...value.more]
  const { offered, chosen, choose } = useConsentChoice(consents, {
    clientId: file.client.id,
    recipientId: organisationId,
    groups: sharedGroups,
  })
  const need = file.needs.find((each) => each.id === needId)
  const whyNot = whyNotRefer({
    caseOpen: file.status === 'open',
    needEnded: need === undefined || need.outcome !== null,
    service: { status: serviceStatus, organisationId },
    referredAlready: referrals.some(
      (each) => each.needId === needId && each.serviceId === serviceId && !hasEnded(each.status),
    ),
    basis: value.basis,
    consent: chosen && factsOf(chosen),
    sharedGroups,
    today,
  })
  const lacksConsent = whyNot?.code === 'consent_missing'
  const whyNotKeep =
    value.basis !== 'consent' && value.basisWords.trim() === ''
      ? t('linking.refer.basisWordsMissing')
      : whyNot && !lacksConsent
        ? refusalWords(whyNot)
        : undefined
  const write = async (send: boolean) => {
    const referral = await refer.run({
      params: { caseId: file.id },
      input: {
        id,
        needId,
        serviceId,
        consentId: value.basis === 'consent' ? (chosen?.id ?? null) : null,
        basis: value.basis,
        basisWords: value.basis === 'consent' ? '' : value.basisWords,
        sharedGroups,
        note: value.note,
        doNotContactClient: value.doNotContactClient,
        clientChoice: value.clientChoice,
        send,
      },
    })
    await draft.discard()
    if (send) return onSent(referral)
    showToast({ message: t('linking.refer.kept') })
    onClose()
  }
  const more = file.myGroups.filter((group) => group !== 'core')
  return (
    <Form
      problem={readable(refer.problem)}
      onSubmit={() => void write(true).catch(() => undefined)}
    >
      <Stack gap="tight">
        <p>{t('linking.refer.to', { service: serviceName, organisation: organisationName })}</p>
        {need && (
          <p>
            <b>{t('linking.refer.need', { number: need.number, need: need.statement })}</b>
          </p>
        )}
      </Stack>
      <TextArea
        label={t('linking.clientChoice')}
        hint={t('linking.clientChoiceHint')}
        name="clientChoice"
        value={value.clientChoice}
        onChange={(words) => set({ clientChoice: words })}
        maxLength={500}
        lines={2}
      />
      <RadioGroup
        label={t('linking.refer.basis')}
        hint={t('linking.refer.basisHint')}
        look="across"
        options={bases.map((basis) => ({ value: basis, label: t(`linking.basis.${basis}`) }))}
        value={value.basis}
        onChange={(basis) => set({ basis })}
        isRequired
      />
      {value.basis === 'consent' ? (
        <ConsentChoice offered={offered} chosen={chosen} onChoose={choose} />
      ) : (
        <TextArea
          label={t('linking.basisWords')}
          hint={t(`linking.basisHint.${value.basis}`)}
          name="basisWords"
          value={value.basisWords}
          onChange={(words) => set({ basisWords: words })}
          maxLength={500}
          lines={2}
          isRequired
        />
      )}
      {more.length > 0 && (
        <CheckboxGroup
          label={t('linking.refer.groups')}
          hint={t('linking.refer.groupsHint', { always: groupList(['core']) })}
          options={more.map((group) => ({ value: group, label: t(`linking.group.${group}`) }))}
          value={value.more}
          onChange={(groups) => set({ more: groups })}
          across
        />
      )}
      <TextArea
        label={t('linking.note')}
        hint={t('linking.refer.noteHint')}
        name="note"
        value={value.note}
        onChange={(words) => set({ note: words })}
        maxLength={2000}
      />
      <Checkbox
        isSelected={value.doNotContactClient}
        onChange={(isSo) => set({ doNotContactClient: isSo })}
      >
        {t('linking.refer.doNotContact')}
      </Checkbox>
      <PartnerReads
        file={file}
        needStatement={need?.statement ?? ''}
        note={value.note}
        doNotContactClient={value.doNotContactClient}
      />
      <FormActions>
        <Button
          type="submit"
          look="primary"
          icon="send"
          isPending={refer.isPending}
          {...(whyNot ? { lockedBecause: refusalWords(whyNot) } : {})}
        >
          {t('linking.step.sent')}
        </Button>
        {lacksConsent && (
          <Button icon="pen" onPress={() => onTakeConsent(sharedGroups)}>
            {t('linking.consent.take')}
          </Button>
        )}
        <Button
          look="quiet"
          isDisabled={refer.isPending}
          onPress={() => void write(false).catch(() => undefined)}
          {...(whyNotKeep === undefined ? {} : { lockedBecause: whyNotKeep })}
        >
          {t('linking.refer.keep')}
        </Button>
      </FormActions>
    </Form>
  )
}
