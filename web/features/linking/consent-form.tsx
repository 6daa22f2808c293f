import { parseDate } from '@internationalized/date'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import { whyNotLawfulConsent } from '@peyvand/domain/linking/consent.ts'
import { giveConsent } from '@peyvand/domain/linking/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { useWords } from '../../platform/words.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Signature } from '../../ui/signature-pad.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { useConsentPeople } from './consent-people.ts'
import { giverOf } from './consent-written.ts'
import type { WrittenConsent } from './consent-written.ts'
import { HowGiven } from './how-given.tsx'
import { languageOf, usePaperWords } from './paper-words.ts'
import { RecipientField } from './recipient-field.tsx'
import type { Recipient } from './recipient-field.tsx'
import type { Consent } from './rows.ts'
import { writeSignature } from './signature-text.ts'
import { useLinkingCommand } from './use-linking-command.ts'
import { useRefusalWords } from './use-refusal-words.ts'
import { WhoGives } from './who-gives.tsx'

interface ConsentFormProps {
  file: CaseFile
  /** Known where a service is chosen already. */
  recipient?: Recipient
  groups?: readonly DataGroup[]
  purpose?: string
  onGiven: (consent: Consent) => void
  onBack: () => void
}

const monthsUsual = 6

/** What may be shared, with whom, for what and until when: asked in the order one talks about it. */
export function ConsentForm(props: ConsentFormProps) {
  const { settings } = useLocale()
  const words = usePaperWords(languageOf(props.file.client.languages, settings.language))
  if (!words) return <Skeleton lines={8} />
  return <AskConsent {...props} withdrawHow={words.t('linking.consent.withdrawHowUsual')} />
}

interface AskConsentProps extends ConsentFormProps {
  /** As it usually is, in the language of the client's paper. */
  withdrawHow: string
}

function AskConsent({
  file,
  recipient,
  groups = ['core'],
  purpose = '',
  withdrawHow,
  onGiven,
  onBack,
}: AskConsentProps) {
  const t = useWords()
  const me = useMe()
  const { today } = useLocale()
  const refusalWords = useRefusalWords()
  const people = useConsentPeople(file)
  const give = useLinkingCommand(giveConsent)
  const [id] = useState(() => newId())
  const [signature, setSignature] = useState<Signature | null>(null)
  const [initial] = useState<WrittenConsent>(() => ({
    recipient,
    personId: file.client.id,
    givenById: null,
    standing: null,
    childAssent: '',
    groups: [...groups],
    purpose,
    fromOn: today,
    untilOn: parseDate(today).add({ months: monthsUsual }).toString(),
    discloser: me.agency.name,
    withdrawHow,
    notDepending: '',
    how: 'signed',
    witness: '',
  }))
  const draft = useDraft(
    `consent ${file.id} ${recipient?.id ?? 'any'} ${groups.join('+')}`,
    initial,
  )
  const { value } = draft
  const set = (change: Partial<WrittenConsent>) => draft.change({ ...value, ...change })
  const person = people.find((each) => each.id === value.personId) ?? people[0]
  const giver = person && giverOf(person, value)
  const whyNot =
    person &&
    giver &&
    whyNotLawfulConsent({
      age: person.age,
      standing: giver.standing,
      givenBySelf: giver.givenById === null,
      childAssent: giver.childAssent,
    })
  const locked =
    (whyNot && refusalWords(whyNot)) ??
    (value.how === 'signed' && !signature ? t('linking.consent.notSigned') : undefined)
  const send = async () => {
    if (!value.recipient || !giver || !value.fromOn || !value.untilOn) return
    const consent = await give.run({
      params: { caseId: file.id },
      input: {
        id,
        personId: value.personId,
        ...giver,
        discloser: value.discloser,
        groups: value.groups,
        recipientId: value.recipient.id,
        purpose: value.purpose,
        fromOn: value.fromOn,
        untilOn: value.untilOn,
        how: value.how,
        witness: value.how === 'spoken' ? value.witness : '',
        signature: value.how === 'signed' && signature ? writeSignature(signature) : '',
        withdrawHow: value.withdrawHow,
        notDepending: value.notDepending,
      },
    })
    await draft.discard()
    onGiven(consent)
  }
  return (
    <CommandForm
      commands={[give]}
      send={send}
      act={t('linking.consent.record')}
      icon="check"
      lockedBecause={locked}
      onBack={onBack}
    >
      {recipient ? (
        <p>{t('linking.consent.toRecipient', { name: recipient.name })}</p>
      ) : (
        <RecipientField
          label={t('linking.consent.recipient')}
          hint={t('linking.consent.recipientHint')}
          value={value.recipient}
          onChange={(chosen) => set({ recipient: chosen })}
        />
      )}
      <WhoGives people={people} person={person} value={value} onChange={set} />
      <CheckboxGroup
        label={t('linking.consent.groups')}
        hint={t('linking.consent.groupsHint')}
        name="groups"
        options={dataGroups.map((group) => ({
          value: group,
          label: t(`linking.group.${group}`),
          hint: t(`linking.groupIs.${group}`),
        }))}
        value={value.groups}
        onChange={(chosen) => set({ groups: chosen })}
        isRequired
      />
      <TextField
        label={t('linking.consent.purpose')}
        hint={t('linking.consent.purposeHint')}
        name="purpose"
        value={value.purpose}
        onChange={(words) => set({ purpose: words })}
        maxLength={500}
        isRequired
      />
      <FieldRow>
        <DayField
          label={t('linking.consent.from')}
          name="fromOn"
          value={value.fromOn}
          onChange={(day) => set({ fromOn: day })}
          isRequired
        />
        <DayField
          label={t('linking.consent.until')}
          hint={t('linking.consent.untilHint')}
          name="untilOn"
          value={value.untilOn}
          onChange={(day) => set({ untilOn: day })}
          {...(value.fromOn ? { min: value.fromOn } : {})}
          isRequired
        />
      </FieldRow>
      <TextField
        label={t('linking.consent.discloser')}
        name="discloser"
        value={value.discloser}
        onChange={(words) => set({ discloser: words })}
        maxLength={200}
        isRequired
      />
      <TextField
        label={t('linking.consent.withdrawHow')}
        name="withdrawHow"
        value={value.withdrawHow}
        onChange={(words) => set({ withdrawHow: words })}
        maxLength={500}
        isRequired
      />
      <TextField
        label={t('linking.consent.notDepending')}
        hint={t('linking.consent.notDependingHint')}
        name="notDepending"
        value={value.notDepending}
        onChange={(words) => set({ notDepending: words })}
        maxLength={500}
      />
      <HowGiven
        value={value}
        onChange={set}
        signature={signature}
        onSign={setSignature}
        signer={people.find((each) => each.id === giver?.givenById) ?? person}
      />
    </CommandForm>
  )
}
