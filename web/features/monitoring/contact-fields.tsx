import { contactKinds, kindsWithTravel } from '@peyvand/domain/monitoring/contact.ts'
import type { ContactKind } from '@peyvand/domain/monitoring/contact.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { nameOf } from '../cases/names.ts'

export interface WrittenContact {
  kind: ContactKind
  reached: boolean
  happenedAt: string | null
  minutes: number | null
  travelMinutes: number | null
  withPersons: string[]
  withOthers: string
  place: string
  purpose: string
}

export interface PersonOfCase {
  id: string
  givenName: string
  familyName: string
  part: string
}

interface ContactFieldsProps {
  value: WrittenContact
  onChange: (contact: WrittenContact) => void
  people: readonly PersonOfCase[]
}

/** What is asked of every contact; nothing that the case knows already. */
export function ContactFields({ value, onChange, people }: ContactFieldsProps) {
  const t = useWords()
  const { today } = useLocale()
  const change = (part: Partial<WrittenContact>) => onChange({ ...value, ...part })
  return (
    <>
      <RadioGroup
        label={t('monitoring.contact.kind')}
        options={contactKinds.map((kind) => ({ value: kind, label: t(`monitoring.kind.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind })}
        look="across"
      />
      <RadioGroup
        label={t('monitoring.contact.reached')}
        options={[
          { value: 'yes', label: t('monitoring.contact.reached.yes') },
          { value: 'no', label: t('monitoring.contact.reached.no') },
        ]}
        value={value.reached ? 'yes' : 'no'}
        onChange={(reached) => change({ reached: reached === 'yes' })}
        look="across"
      />
      <InstantField
        label={t('monitoring.contact.when')}
        name="happenedAt"
        value={value.happenedAt}
        onChange={(happenedAt) => change({ happenedAt })}
        max={today}
        isRequired
      />
      <FieldRow>
        <NumberField
          label={t('monitoring.contact.minutes')}
          unit={t('monitoring.contact.minute')}
          name="minutes"
          value={value.minutes}
          onChange={(minutes) => change({ minutes })}
          minValue={0}
          maxValue={1440}
        />
        {kindsWithTravel.has(value.kind) && (
          <NumberField
            label={t('monitoring.contact.travel')}
            unit={t('monitoring.contact.minute')}
            name="travelMinutes"
            value={value.travelMinutes}
            onChange={(travelMinutes) => change({ travelMinutes })}
            minValue={0}
            maxValue={1440}
          />
        )}
      </FieldRow>
      {value.reached && people.length > 0 && (
        <CheckboxGroup
          label={t('monitoring.contact.with')}
          options={people.map((person) => ({ value: person.id, label: nameOf(person) }))}
          value={value.withPersons}
          onChange={(withPersons) => change({ withPersons })}
          across
        />
      )}
      <FieldRow>
        <TextField
          label={t('monitoring.contact.withOthers')}
          hint={t('monitoring.contact.withOthersHint')}
          name="withOthers"
          value={value.withOthers}
          onChange={(withOthers) => change({ withOthers })}
          maxLength={300}
        />
        <TextField
          label={t('monitoring.contact.place')}
          name="place"
          value={value.place}
          onChange={(place) => change({ place })}
          maxLength={300}
        />
      </FieldRow>
      <TextField
        label={t('monitoring.contact.purpose')}
        hint={t('monitoring.contact.purposeHint')}
        name="purpose"
        value={value.purpose}
        onChange={(purpose) => change({ purpose })}
        maxLength={500}
      />
    </>
  )
}

/** The same fields as the server takes them; nothing while the moment is missing. */
export function contactInput({ happenedAt, minutes, travelMinutes, ...rest }: WrittenContact) {
  if (happenedAt === null) return undefined
  return {
    ...rest,
    happenedAt,
    minutes: minutes ?? 0,
    travelMinutes: kindsWithTravel.has(rest.kind) ? (travelMinutes ?? 0) : 0,
    withPersons: rest.reached ? rest.withPersons : [],
  }
}
