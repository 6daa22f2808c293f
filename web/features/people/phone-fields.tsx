import { whyNotPhoneNumber } from '@peyvand/domain/people/phone-number.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { FieldRow, Row, Stack } from '../../ui/layout.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { newPhone } from './person-details.ts'
import type { PhoneDetails } from './person-details.ts'

interface PhoneFieldsProps {
  value: readonly PhoneDetails[]
  onChange: (value: PhoneDetails[]) => void
}

/** Telephone numbers: whose each is, and whether calling it does no harm. */
export function PhoneFields({ value, onChange }: PhoneFieldsProps) {
  const t = useWords()
  const change = (id: string, part: Partial<PhoneDetails>) =>
    onChange(value.map((phone) => (phone.id === id ? { ...phone, ...part } : phone)))
  return (
    <Stack gap="small">
      {value.map((phone) => (
        <Stack key={phone.id} gap="tight">
          <FieldRow>
            <TextField
              label={t('people.phone')}
              direction="ltr"
              type="tel"
              autoComplete="off"
              value={phone.number}
              onChange={(number) => change(phone.id, { number })}
              validate={(typed) => {
                const fault = typed.trim() === '' ? undefined : whyNotPhoneNumber(typed)
                return fault ? t('refusal.phone_number_wrong', { fault }) : null
              }}
            />
            <TextField
              label={t('people.phone.whose')}
              hint={t('people.phone.whoseHint')}
              value={phone.label}
              onChange={(label) => change(phone.id, { label })}
              maxLength={60}
            />
          </FieldRow>
          <Row spread>
            <Checkbox
              isSelected={phone.safeToCall}
              onChange={(safeToCall) => change(phone.id, { safeToCall })}
            >
              {t('people.phone.safe')}
            </Checkbox>
            <IconButton
              icon="close"
              label={t('people.phone.remove')}
              onPress={() => onChange(value.filter(({ id }) => id !== phone.id))}
            />
          </Row>
        </Stack>
      ))}
      {value.length < 10 && (
        <Row>
          <Button
            look="quiet"
            size="small"
            icon="plus"
            onPress={() => onChange([...value, newPhone()])}
          >
            {value.length === 0 ? t('people.phone.add') : t('people.phone.addAnother')}
          </Button>
        </Row>
      )}
    </Stack>
  )
}
