import { useWords } from '../../platform/words.tsx'
import { Stack } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import type { Signature } from '../../ui/signature-pad.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ConsentPerson } from './consent-people.ts'
import type { WrittenConsent } from './consent-written.ts'

interface HowGivenProps {
  value: WrittenConsent
  onChange: (change: Partial<WrittenConsent>) => void
  signature: Signature | null
  onSign: (signature: Signature | null) => void
  signer: ConsentPerson | undefined
}

/** Signed here, or spoken before a witness. */
export function HowGiven({ value, onChange, signature, onSign, signer }: HowGivenProps) {
  const t = useWords()
  return (
    <Stack gap="small">
      <RadioGroup
        label={t('linking.consent.howGiven')}
        hint={t('linking.consent.howGivenHint')}
        options={(['signed', 'spoken'] as const).map((how) => ({
          value: how,
          label: t(`linking.consent.how.${how}`),
        }))}
        value={value.how}
        onChange={(how) => onChange({ how })}
        look="across"
        isRequired
      />
      {value.how === 'signed' ? (
        <SignaturePad
          label={t('linking.consent.signatureOf', { name: signer?.name ?? '' })}
          value={signature}
          onChange={onSign}
        />
      ) : (
        <TextField
          label={t('linking.consent.witness')}
          hint={t('linking.consent.witnessHint')}
          name="witness"
          value={value.witness}
          onChange={(witness) => onChange({ witness })}
          maxLength={200}
          isRequired
        />
      )}
    </Stack>
  )
}
