import type { BornPrecision } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import type { Precision } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { PartialDayField } from '../../ui/partial-day-field.tsx'
import { asKept } from './person-details.ts'

interface Born {
  bornOn: string | null
  bornPrecision: BornPrecision
}

interface BornFieldProps {
  label: string
  hint?: string
  value: Born
  onChange: (value: Born) => void
}

/** A birth date as exactly as it is known; until a day is written it has no precision. */
export function BornField({ label, hint, value, onChange }: BornFieldProps) {
  const { settings, today } = useLocale()
  const [chosen, setChosen] = useState<Precision>('day')
  const precision = value.bornPrecision === 'unknown' ? chosen : value.bornPrecision
  return (
    <PartialDayField
      label={label}
      hint={hint}
      name="bornOn"
      max={today}
      value={{ day: value.bornOn, precision }}
      onChange={(next) => {
        setChosen(next.precision)
        const bornOn = asKept(next.day, next.precision, settings.calendar)
        onChange({ bornOn, bornPrecision: bornOn === null ? 'unknown' : next.precision })
      }}
    />
  )
}
