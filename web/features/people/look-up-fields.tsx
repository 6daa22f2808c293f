import { useWords } from '../../platform/words.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { BornField } from './born-field.tsx'
import type { LookUpTyped } from './look-up-typed.ts'

interface LookUpFieldsProps {
  value: LookUpTyped
  onChange: (value: LookUpTyped) => void
}

/** Whatever is at hand, in any script and with any digits. */
export function LookUpFields({ value, onChange }: LookUpFieldsProps) {
  const t = useWords()
  const change = (part: Partial<LookUpTyped>) => onChange({ ...value, ...part })
  return (
    <>
      <FieldRow>
        <TextField
          label={t('people.lookUp.name')}
          hint={t('people.lookUp.nameHint')}
          name="name"
          value={value.name}
          onChange={(name) => change({ name })}
          maxLength={120}
          autoComplete="off"
          autoFocus
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
      <FieldRow>
        <TextField
          label={t('people.phone')}
          name="phone"
          direction="ltr"
          type="tel"
          value={value.phone}
          onChange={(phone) => change({ phone })}
          maxLength={40}
          autoComplete="off"
        />
        <TextField
          label={t('people.nationalId')}
          name="nationalId"
          direction="ltr"
          inputMode="numeric"
          value={value.nationalId}
          onChange={(nationalId) => change({ nationalId })}
          maxLength={20}
          autoComplete="off"
        />
      </FieldRow>
      <BornField label={t('people.bornOn')} value={value} onChange={(born) => change(born)} />
    </>
  )
}
