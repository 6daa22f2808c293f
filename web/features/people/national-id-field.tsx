import { whyNotNationalId } from '@peyvand/domain/people/national-id.ts'
import { useState } from 'react'
import { useMe } from '../../platform/me.tsx'
import { useWords } from '../../platform/words.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface NationalId {
  nationalId: string
  nationalIdMissing: string
}

interface NationalIdFieldProps {
  value: NationalId
  onChange: (value: NationalId) => void
}

/** The national ID, checked as it is typed, or why there is none; it is never insisted on. */
export function NationalIdField({ value, onChange }: NationalIdFieldProps) {
  const t = useWords()
  const me = useMe()
  // Where the calendar is another one, hardly anybody has an Iranian number.
  const usual = me.agency.calendar === 'persian'
  const [hasNone, setHasNone] = useState(
    value.nationalId === '' && (value.nationalIdMissing !== '' || !usual),
  )
  const reasons = [
    t('people.nationalId.why.lost'),
    t('people.nationalId.why.never'),
    t('people.nationalId.why.notHere'),
    t('people.nationalId.why.notTold'),
    t('people.nationalId.why.otherCountry'),
  ]
  return (
    <Stack gap="small">
      {!hasNone && (
        <TextField
          label={t('people.nationalId')}
          name="nationalId"
          direction="ltr"
          inputMode="numeric"
          autoComplete="off"
          value={value.nationalId}
          onChange={(nationalId) => onChange({ nationalId, nationalIdMissing: '' })}
          hint={t('people.nationalId.hint')}
          validate={(typed) => {
            const fault = typed === '' ? undefined : whyNotNationalId(typed)
            return fault ? t('refusal.national_id_wrong', { fault }) : null
          }}
          isRequired
          missing={t('people.nationalId.missing')}
        />
      )}
      <Checkbox
        isSelected={hasNone}
        onChange={(isSelected) => {
          setHasNone(isSelected)
          onChange({ nationalId: '', nationalIdMissing: '' })
        }}
      >
        {t('people.nationalId.none')}
      </Checkbox>
      {hasNone && (
        <>
          <TextField
            label={t('people.nationalId.why')}
            name="nationalIdMissing"
            value={value.nationalIdMissing}
            onChange={(nationalIdMissing) => onChange({ nationalId: '', nationalIdMissing })}
            isRequired
            maxLength={300}
          />
          <Row>
            {reasons.map((reason) => (
              <Chip
                key={reason}
                onPress={() => onChange({ nationalId: '', nationalIdMissing: reason })}
              >
                {reason}
              </Chip>
            ))}
          </Row>
        </>
      )}
    </Stack>
  )
}
