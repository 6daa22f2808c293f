import type { ReactNode } from 'react'
import { areaLevels, phoneKinds, weekdays } from '@peyvand/domain/directory/directory.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { FieldRow, Row, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useLanguageName, useLanguageOptions } from './directory-words.ts'
import { emptyPhone, emptySchedule } from './own-service.ts'
import type { OwnService } from './own-service.ts'
import styles from './own-service.module.css'

interface LinesProps<T> {
  title: string
  add: string
  lines: readonly T[]
  empty: T
  onChange: (lines: T[]) => void
  children: (line: T, change: (part: Partial<T>) => void, index: number) => ReactNode
}

/** Any number of lines of the same fields, each to be taken away again. */
function Lines<T extends object>({ title, add, lines, empty, onChange, children }: LinesProps<T>) {
  const t = useWords()
  return (
    <fieldset className={styles.lines}>
      <legend>{title}</legend>
      {lines.map((line, index) => (
        <div key={index} className={styles.line}>
          {children(
            line,
            (part) => onChange(lines.map((one, at) => (at === index ? { ...one, ...part } : one))),
            index,
          )}
          <IconButton
            icon="close"
            label={t('directory.form.remove')}
            onPress={() => onChange(lines.filter((_one, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button look="quiet" size="small" icon="plus" onPress={() => onChange([...lines, empty])}>
          {add}
        </Button>
      </div>
    </fieldset>
  )
}

export function PhoneLines({
  phones,
  onChange,
}: {
  phones: OwnService['phones']
  onChange: (phones: OwnService['phones']) => void
}) {
  const t = useWords()
  return (
    <Lines
      title={t('directory.form.phones')}
      add={t('directory.form.addPhone')}
      lines={phones}
      empty={emptyPhone}
      onChange={onChange}
    >
      {(phone, change, index) => (
        <FieldRow>
          <TextField
            label={t('directory.form.number')}
            name={`phones.${index}.number`}
            direction="ltr"
            value={phone.number}
            onChange={(number) => change({ number })}
            maxLength={60}
          />
          <Select
            label={t('directory.form.line')}
            options={phoneKinds.map((kind) => ({
              value: kind,
              label: t(`directory.line.${kind}`),
            }))}
            value={phone.line}
            onChange={(line) => change({ line })}
          />
          <TextField
            label={t('directory.form.phoneNote')}
            name={`phones.${index}.description`}
            value={phone.description}
            onChange={(description) => change({ description })}
            maxLength={500}
          />
        </FieldRow>
      )}
    </Lines>
  )
}

export function ScheduleLines({
  schedules,
  onChange,
}: {
  schedules: OwnService['schedules']
  onChange: (schedules: OwnService['schedules']) => void
}) {
  const t = useWords()
  return (
    <Lines
      title={t('directory.form.schedules')}
      add={t('directory.form.addSchedule')}
      lines={schedules}
      empty={emptySchedule}
      onChange={onChange}
    >
      {(schedule, change, index) => (
        <Stack gap="small">
          <CheckboxGroup
            label={t('directory.form.weekdays')}
            across
            options={weekdays.map((day) => ({ value: day, label: t(`directory.weekday.${day}`) }))}
            value={schedule.weekdays}
            onChange={(days) => change({ weekdays: days })}
          />
          <FieldRow>
            <TimeField
              label={t('directory.form.opens')}
              name={`schedules.${index}.opensAt`}
              value={schedule.opensAt || null}
              onChange={(opensAt) => change({ opensAt: opensAt ?? '' })}
            />
            <TimeField
              label={t('directory.form.closes')}
              name={`schedules.${index}.closesAt`}
              value={schedule.closesAt || null}
              onChange={(closesAt) => change({ closesAt: closesAt ?? '' })}
            />
          </FieldRow>
        </Stack>
      )}
    </Lines>
  )
}

export function AreaLines({
  areas,
  onChange,
}: {
  areas: OwnService['areas']
  onChange: (areas: OwnService['areas']) => void
}) {
  const t = useWords()
  return (
    <Lines
      title={t('directory.form.areas')}
      add={t('directory.form.addArea')}
      lines={areas}
      empty={{ name: '', level: null }}
      onChange={onChange}
    >
      {(area, change, index) => (
        <FieldRow>
          <TextField
            label={t('directory.form.areaName')}
            name={`areas.${index}.name`}
            value={area.name}
            onChange={(name) => change({ name })}
            maxLength={200}
          />
          <Select
            label={t('directory.form.areaLevel')}
            options={[
              { value: 'none', label: t('directory.level.none') },
              ...areaLevels.map((level) => ({
                value: level,
                label: t(`directory.level.${level}`),
              })),
            ]}
            value={area.level ?? 'none'}
            onChange={(level) => change({ level: areaLevels.find((one) => one === level) ?? null })}
          />
        </FieldRow>
      )}
    </Lines>
  )
}

export function LanguageLines({
  languages,
  onChange,
}: {
  languages: readonly string[]
  onChange: (languages: string[]) => void
}) {
  const t = useWords()
  const nameOf = useLanguageName()
  const options = useLanguageOptions().filter(({ value }) => !languages.includes(value))
  return (
    <fieldset className={styles.lines}>
      <legend>{t('directory.form.languages')}</legend>
      <Row>
        {languages.map((code) => (
          <Row key={code} gap="tight">
            <Tag>{nameOf(code)}</Tag>
            <IconButton
              icon="close"
              label={t('directory.find.takeAway', { name: nameOf(code) })}
              onPress={() => onChange(languages.filter((one) => one !== code))}
            />
          </Row>
        ))}
      </Row>
      <ComboBox
        key={languages.join(' ')}
        label={t('directory.form.addLanguage')}
        options={options}
        value={null}
        onChange={(code) => code && onChange([...languages, code])}
      />
    </fieldset>
  )
}
