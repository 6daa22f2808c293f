import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FieldRow } from '../../ui/layout.tsx'

export interface Period {
  since: string | null
  until: string | null
}

interface PeriodFieldsProps {
  value: Period
  onChange: (value: Period) => void
}

/** From when until when; both may stay open. */
export function PeriodFields({ value, onChange }: PeriodFieldsProps) {
  const t = useWords()
  const { today } = useLocale()
  return (
    <FieldRow>
      <DayField
        label={t('people.period.from')}
        hint={t('people.period.fromHint')}
        name="since"
        value={value.since}
        max={value.until ?? today}
        onChange={(since) => onChange({ ...value, since })}
      />
      <DayField
        label={t('people.period.to')}
        hint={t('people.period.toHint')}
        name="until"
        value={value.until}
        {...(value.since ? { min: value.since } : {})}
        max={today}
        onChange={(until) => onChange({ ...value, until })}
      />
    </FieldRow>
  )
}
