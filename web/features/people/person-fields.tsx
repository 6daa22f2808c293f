import { sexes } from '@peyvand/domain/people/kinship.ts'
import { literacies, spokenLanguages } from '@peyvand/domain/people/person.ts'
import type { ReactNode } from 'react'
import { v7 as newId } from 'uuid'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chip } from '../../ui/chip.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { FieldRow, Row, Small, Stack } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { BornField } from './born-field.tsx'
import { NationalIdField } from './national-id-field.tsx'
import type { PersonDetails } from './person-details.ts'
import styles from './person-fields.module.css'
import { PhoneFields } from './phone-fields.tsx'
import { useLanguageName } from './use-language-name.ts'

interface PersonFieldsProps {
  value: PersonDetails
  onChange: (value: PersonDetails) => void
}

/** Everything kept of a person; what is seldom known at first stands folded below. */
export function PersonFields({ value, onChange }: PersonFieldsProps) {
  const t = useWords()
  const change = (part: Partial<PersonDetails>) => onChange({ ...value, ...part })
  const hasMore =
    value.otherNames.length > 0 ||
    value.address !== null ||
    value.languages.length > 0 ||
    value.disability !== ''
  return (
    <Stack>
      <FieldRow>
        <TextField
          label={t('people.givenName')}
          name="givenName"
          value={value.givenName}
          onChange={(givenName) => change({ givenName })}
          isRequired={value.familyName.trim() === ''}
          maxLength={100}
          autoComplete="off"
        />
        <TextField
          label={t('people.familyName')}
          name="familyName"
          value={value.familyName}
          onChange={(familyName) => change({ familyName })}
          maxLength={100}
          autoComplete="off"
        />
        <TextField
          label={t('people.fatherName')}
          name="fatherName"
          value={value.fatherName}
          onChange={(fatherName) => change({ fatherName })}
          maxLength={100}
          autoComplete="off"
        />
      </FieldRow>
      <RadioGroup
        label={t('people.sex')}
        look="across"
        options={sexes.map((sex) => ({ value: sex, label: t(`people.sex.${sex}`) }))}
        value={value.sex}
        onChange={(sex) => change({ sex })}
      />
      <BornField label={t('people.bornOn')} value={value} onChange={(born) => change(born)} />
      <NationalIdField value={value} onChange={change} />
      <PhoneFields value={value.phones} onChange={(phones) => change({ phones })} />
      <TextArea
        label={t('people.safeContact')}
        hint={t('people.safeContact.hint')}
        name="safeContact"
        value={value.safeContact}
        onChange={(safeContact) => change({ safeContact })}
        lines={2}
        maxLength={1000}
        wide
      />
      <More isOpen={hasMore}>
        <OtherNames value={value.otherNames} onChange={(otherNames) => change({ otherNames })} />
        <AddressFields value={value.address} onChange={(address) => change({ address })} />
        <Languages value={value.languages} onChange={(languages) => change({ languages })} />
        <Checkbox
          isSelected={value.interpreterNeeded}
          onChange={(interpreterNeeded) => change({ interpreterNeeded })}
        >
          {t('people.interpreterNeeded')}
        </Checkbox>
        <FieldRow>
          <Select
            label={t('people.literacy')}
            options={literacies.map((literacy) => ({
              value: literacy,
              label: t(`people.literacy.${literacy}`),
            }))}
            value={value.literacy}
            onChange={(literacy) => change({ literacy })}
          />
          <TextField
            label={t('people.disability')}
            hint={t('people.disability.hint')}
            value={value.disability}
            onChange={(disability) => change({ disability })}
            maxLength={500}
          />
        </FieldRow>
      </More>
    </Stack>
  )
}

function More({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const t = useWords()
  return (
    <details className={styles.more} open={isOpen}>
      <summary>{t('people.more')}</summary>
      <Stack>{children}</Stack>
    </details>
  )
}

interface OtherNamesProps {
  value: readonly string[]
  onChange: (value: string[]) => void
}

function OtherNames({ value, onChange }: OtherNamesProps) {
  const t = useWords()
  return (
    <Stack gap="small">
      {value.map((name, index) => (
        <Row key={index} align="end">
          <TextField
            label={t('people.otherName')}
            value={name}
            onChange={(next) => onChange(value.map((each, at) => (at === index ? next : each)))}
            maxLength={100}
            autoComplete="off"
          />
          <IconButton
            icon="close"
            label={t('people.otherName.remove')}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          />
        </Row>
      ))}
      {value.length < 10 && (
        <Row>
          <Button look="quiet" size="small" icon="plus" onPress={() => onChange([...value, ''])}>
            {t('people.otherName.add')}
          </Button>
          <Small tone="faint">{t('people.otherName.hint')}</Small>
        </Row>
      )}
    </Stack>
  )
}

interface AddressFieldsProps {
  value: PersonDetails['address']
  onChange: (value: PersonDetails['address']) => void
}

function AddressFields({ value, onChange }: AddressFieldsProps) {
  const t = useWords()
  const address = value ?? { id: '', lines: '', area: '', postalCode: '' }
  const change = (part: Partial<NonNullable<PersonDetails['address']>>) =>
    onChange({ ...address, id: address.id || newId(), ...part })
  return (
    <FieldRow>
      <TextField
        label={t('people.address')}
        value={address.lines}
        onChange={(lines) => change({ lines })}
        maxLength={300}
        autoComplete="off"
      />
      <TextField
        label={t('people.area')}
        hint={t('people.area.hint')}
        value={address.area}
        onChange={(area) => change({ area })}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        label={t('people.postalCode')}
        direction="ltr"
        value={address.postalCode}
        onChange={(postalCode) => change({ postalCode })}
        maxLength={20}
        autoComplete="off"
      />
    </FieldRow>
  )
}

interface LanguagesProps {
  value: readonly string[]
  onChange: (value: string[]) => void
}

function Languages({ value, onChange }: LanguagesProps) {
  const t = useWords()
  const nameOf = useLanguageName()
  const offered = [...new Set<string>([...spokenLanguages, ...value])]
  return (
    <Stack gap="tight">
      <Small>{t('people.languages')}</Small>
      <Row>
        {offered.map((tag) => (
          <Chip
            key={tag}
            isSelected={value.includes(tag)}
            onChange={(isSelected) =>
              onChange(isSelected ? [...value, tag] : value.filter((each) => each !== tag))
            }
          >
            {nameOf(tag)}
          </Chip>
        ))}
      </Row>
    </Stack>
  )
}
