import type { ReactNode } from 'react'
import { accessCodes, serviceStatuses } from '@peyvand/domain/directory/directory.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FieldRow, Small, Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useNeedOptions } from './directory-words.ts'
import { AreaLines, LanguageLines, PhoneLines, ScheduleLines } from './own-service-lines.tsx'
import type { OwnService } from './own-service.ts'

interface OwnServiceFormProps {
  value: OwnService
  onChange: (value: OwnService) => void
  onSubmit: () => void
  problem: unknown
  isPending: boolean
  act: string
  /** A service that stands has its organisation already. */
  isNew: boolean
  /** Its place is secret: it cannot be read to be shown here. */
  placeKept?: boolean
  aside?: ReactNode
}

/** A service in the words of who knows it; only name, organisation and needs are asked for. */
export function OwnServiceForm(props: OwnServiceFormProps) {
  const { value, onChange, act, isNew, aside } = props
  const change = (part: Partial<OwnService>) => onChange({ ...value, ...part })
  return (
    <Form problem={props.problem} onSubmit={props.onSubmit} label={act}>
      <Stack>
        {isNew && <WhoseService value={value} change={change} />}
        <WhatService value={value} change={change} isNew={isNew} />
        <ForWhom value={value} change={change} />
        <HowToReach value={value} change={change} />
        <WhereService value={value} change={change} placeKept={props.placeKept ?? false} />
        <FormActions>
          <Button type="submit" look="primary" isPending={props.isPending}>
            {act}
          </Button>
          {aside}
        </FormActions>
      </Stack>
    </Form>
  )
}

interface PartProps {
  value: OwnService
  change: (part: Partial<OwnService>) => void
}

function WhoseService({ value, change }: PartProps) {
  const t = useWords()
  return (
    <Section title={t('directory.service.organisation')}>
      <Stack>
        <RadioGroup
          label={t('directory.form.kind')}
          value={value.kind}
          onChange={(kind) => change({ kind })}
          options={[
            { value: 'formal', label: t('directory.form.kind.formal') },
            { value: 'informal', label: t('directory.form.kind.informal') },
          ]}
        />
        <TextField
          label={t('directory.form.organisation')}
          hint={t('directory.form.organisation.hint')}
          name="organisation.name"
          value={value.organisation}
          onChange={(organisation) => change({ organisation })}
          maxLength={500}
          isRequired
        />
      </Stack>
    </Section>
  )
}

function WhatService({ value, change, isNew }: PartProps & { isNew: boolean }) {
  const t = useWords()
  const needs = useNeedOptions()
  return (
    <Section title={t('directory.column.service')}>
      <Stack>
        <TextField
          label={t('directory.form.name')}
          hint={t('directory.form.name.hint')}
          name="name"
          value={value.name}
          onChange={(name) => change({ name })}
          maxLength={500}
          isRequired
        />
        <TextArea
          label={t('directory.form.description')}
          name="description"
          value={value.description}
          onChange={(description) => change({ description })}
        />
        <CheckboxGroup
          label={t('directory.form.needs')}
          name="needDomains"
          across
          isRequired
          options={needs}
          value={value.needDomains}
          onChange={(needDomains) => change({ needDomains })}
        />
        {!isNew && (
          <Select
            label={t('directory.form.status')}
            options={serviceStatuses.map((status) => ({
              value: status,
              label: t(`directory.status.${status}`),
            }))}
            value={value.status}
            onChange={(status) => change({ status })}
          />
        )}
        <TextField
          label={t('directory.form.alert')}
          name="alert"
          value={value.alert}
          onChange={(alert) => change({ alert })}
          maxLength={2000}
        />
      </Stack>
    </Section>
  )
}

function ForWhom({ value, change }: PartProps) {
  const t = useWords()
  return (
    <Section title={t('directory.service.forWhom')}>
      <Stack>
        <FieldRow>
          <NumberField
            label={t('directory.form.minimumAge')}
            name="minimumAge"
            value={value.minimumAge}
            onChange={(minimumAge) => change({ minimumAge })}
            minValue={0}
            maxValue={130}
          />
          <NumberField
            label={t('directory.form.maximumAge')}
            name="maximumAge"
            value={value.maximumAge}
            onChange={(maximumAge) => change({ maximumAge })}
            minValue={0}
            maxValue={130}
          />
          <Select
            label={t('directory.form.sex')}
            options={[
              { value: 'all', label: t('directory.form.sex.all') },
              { value: 'female', label: t('directory.service.sex.female') },
              { value: 'male', label: t('directory.service.sex.male') },
            ]}
            value={value.acceptsSex ?? 'all'}
            onChange={(sex) => change({ acceptsSex: sex === 'all' ? null : sex })}
          />
        </FieldRow>
        <TextArea
          label={t('directory.form.eligibility')}
          name="eligibility"
          lines={2}
          value={value.eligibility}
          onChange={(eligibility) => change({ eligibility })}
        />
        <AreaLines areas={value.areas} onChange={(areas) => change({ areas })} />
        <LanguageLines
          languages={value.languages}
          onChange={(languages) => change({ languages })}
        />
      </Stack>
    </Section>
  )
}

function HowToReach({ value, change }: PartProps) {
  const t = useWords()
  const free = value.free === null ? 'unknown' : value.free ? 'free' : 'paid'
  return (
    <Section title={t('directory.service.how')}>
      <Stack>
        <TextArea
          label={t('directory.form.apply')}
          name="applicationProcess"
          lines={2}
          value={value.applicationProcess}
          onChange={(applicationProcess) => change({ applicationProcess })}
        />
        <PhoneLines phones={value.phones} onChange={(phones) => change({ phones })} />
        <ScheduleLines
          schedules={value.schedules}
          onChange={(schedules) => change({ schedules })}
        />
        <TextArea
          label={t('directory.form.papers')}
          name="papers"
          lines={2}
          value={value.papers}
          onChange={(papers) => change({ papers })}
        />
        <RadioGroup
          label={t('directory.form.free')}
          look="across"
          value={free}
          onChange={(answer) => change({ free: answer === 'unknown' ? null : answer === 'free' })}
          options={[
            { value: 'free', label: t('directory.free') },
            { value: 'paid', label: t('directory.notFree') },
            { value: 'unknown', label: t('directory.form.free.unknown') },
          ]}
        />
        <FieldRow>
          <TextField
            label={t('directory.form.fees')}
            name="fees"
            value={value.fees}
            onChange={(fees) => change({ fees })}
          />
          <TextField
            label={t('directory.form.wait')}
            name="waitTime"
            value={value.waitTime}
            onChange={(waitTime) => change({ waitTime })}
          />
          <TextField
            label={t('directory.form.interpretation')}
            name="interpretation"
            value={value.interpretation}
            onChange={(interpretation) => change({ interpretation })}
          />
          <TextField
            label={t('directory.form.website')}
            name="website"
            direction="ltr"
            value={value.website}
            onChange={(website) => change({ website })}
          />
        </FieldRow>
      </Stack>
    </Section>
  )
}

function WhereService({ value, change, placeKept }: PartProps & { placeKept: boolean }) {
  const t = useWords()
  const { place } = value
  const changePlace = (part: Partial<OwnService['place']>) =>
    change({ place: { ...place, ...part } })
  if (placeKept) {
    return (
      <Section title={t('directory.form.place')}>
        <Small>{t('directory.form.placeKept')}</Small>
      </Section>
    )
  }
  return (
    <Section title={t('directory.form.place')}>
      <Stack>
        <Checkbox isSelected={value.hasPlace} onChange={(hasPlace) => change({ hasPlace })}>
          {t('directory.form.hasPlace')}
        </Checkbox>
        {value.hasPlace && (
          <>
            <TextField
              label={t('directory.form.address')}
              name="place.lines"
              value={place.lines}
              onChange={(lines) => changePlace({ lines })}
            />
            <FieldRow>
              <TextField
                label={t('directory.form.city')}
                name="place.city"
                value={place.city}
                onChange={(city) => changePlace({ city })}
              />
              <TextField
                label={t('directory.form.province')}
                name="place.province"
                value={place.province}
                onChange={(province) => changePlace({ province })}
              />
              <TextField
                label={t('directory.form.postalCode')}
                name="place.postalCode"
                direction="ltr"
                value={place.postalCode}
                onChange={(postalCode) => changePlace({ postalCode })}
              />
            </FieldRow>
            <TextField
              label={t('directory.form.transport')}
              name="place.transport"
              value={place.transport}
              onChange={(transport) => changePlace({ transport })}
            />
            <CheckboxGroup
              label={t('directory.form.access')}
              across
              options={accessCodes.map((code) => ({
                value: code,
                label: t(`directory.access.${code}`),
              }))}
              value={place.access}
              onChange={(access) => changePlace({ access })}
            />
            <Checkbox isSelected={place.secret} onChange={(secret) => changePlace({ secret })}>
              {t('directory.form.secret')}
            </Checkbox>
          </>
        )}
      </Stack>
    </Section>
  )
}
