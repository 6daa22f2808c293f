import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import {
  admitPartner,
  readCase,
  readWhoCanSee,
  readWhoLooked,
} from '@peyvand/domain/cases/contract.ts'
import { usualGroups } from '@peyvand/domain/cases/usual-groups.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { listConsents } from '@peyvand/domain/linking/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand, useEndpointWhen } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from './case-frame.tsx'

type Consent = AnswerOf<typeof listConsents>['consents'][number]

/** A worker of another agency joins under a consent of the client, to read what it covers. */
export function AdmitPartnerDialog({ file }: { file: CaseFile }) {
  const t = useWords()
  const { today } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const found = useEndpointWhen(isOpen, listConsents, { params: { caseId: file.id } })
  const usable = found.data?.consents.filter(
    ({ withdrawnAt, fromOn, untilOn, groups, personId, recipientId }) =>
      withdrawnAt === null &&
      fromOn <= today &&
      today <= untilOn &&
      groups.includes('core') &&
      personId === file.client.id &&
      recipientId !== null,
  )
  return (
    <Dialog
      title={t('cases.partner')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" icon="link">
          {t('cases.partner')}
        </Button>
      }
    >
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={4} />}
      {usable &&
        (usable.length === 0 ? (
          <EmptyState
            icon="lock"
            title={t('cases.partner.noConsent')}
            action={
              <ButtonLink href={`/cases/${file.id}/linking`}>
                {t('cases.partner.toConsents')}
              </ButtonLink>
            }
          />
        ) : (
          <AdmitForm file={file} consents={usable} onDone={() => setOpen(false)} />
        ))}
    </Dialog>
  )
}

interface AdmitFormProps {
  file: CaseFile
  consents: readonly Consent[]
  onDone: () => void
}

function AdmitForm({ file, consents, onDone }: AdmitFormProps) {
  const t = useWords()
  const { formatDay } = useFormats()
  const { today } = useLocale()
  const admit = useCommand(admitPartner, { stale: [readCase, readWhoCanSee, readWhoLooked] })
  const [consent, setConsent] = useState(consents.length === 1 ? consents[0] : undefined)
  const [partnerCode, setCode] = useState('')
  const [groups, setGroups] = useState<DataGroup[]>(usualIn(consent))
  const [until, setUntil] = useState<string | null>(null)
  const send = async () => {
    if (!consent) return
    const id = newId()
    const { team } = await admit.run({
      params: { caseId: file.id },
      input: { id, partnerCode, consentId: consent.id, groups, until },
    })
    const name = team.find((member) => member.id === id)?.fullName ?? ''
    onDone()
    showToast({ message: t('cases.partner.done', { name }) })
  }
  return (
    <Form problem={admit.problem} onSubmit={() => void send().catch(() => undefined)}>
      <p>{t('cases.partner.what')}</p>
      <Select
        name="consentId"
        label={t('cases.partner.consent')}
        hint={t('cases.partner.consentHint')}
        options={consents.map(({ id, recipientName, untilOn }) => ({
          value: id,
          label: t('cases.partner.consentOption', {
            recipient: recipientName,
            day: formatDay(untilOn),
          }),
        }))}
        value={consent?.id ?? null}
        onChange={(chosenId) => {
          const chosen = consents.find(({ id }) => id === chosenId)
          setConsent(chosen)
          setGroups(usualIn(chosen))
        }}
        isRequired
      />
      <TextField
        name="partnerCode"
        label={t('cases.partner.code')}
        hint={t('cases.partner.codeHint')}
        value={partnerCode}
        onChange={setCode}
        direction="ltr"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck="false"
        maxLength={40}
        isRequired
      />
      {consent && (
        <>
          <CheckboxGroup
            name="groups"
            label={t('cases.partner.groups')}
            hint={t('cases.partner.groupsHint')}
            options={consent.groups.map((value) => ({ value, label: t(`cases.group.${value}`) }))}
            value={groups}
            onChange={setGroups}
            isRequired
          />
          <DayField
            name="until"
            label={t('cases.partner.until')}
            value={until}
            onChange={setUntil}
            min={today}
            max={consent.untilOn}
          />
        </>
      )}
      <FormActions>
        <Button
          type="submit"
          look="primary"
          isPending={admit.isPending}
          lockedBecause={
            consent && !groups.includes('core') ? t('cases.partner.coreNeeded') : undefined
          }
        >
          {t('cases.partner.save')}
        </Button>
      </FormActions>
    </Form>
  )
}

/** What a partner usually needs, as far as the consent goes. */
function usualIn(consent: Consent | undefined): DataGroup[] {
  const usual = usualGroups('partner_worker')
  return consent?.groups.filter((group) => usual.includes(group)) ?? []
}
