import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import type { Consent } from './rows.ts'
import { useGroupList } from './use-refusal-words.ts'

interface ConsentChoiceProps {
  offered: readonly Consent[]
  chosen: Consent | undefined
  onChoose: (consentId: string) => void
}

/** On which consent the referral rests, each with what it covers and until when. */
export function ConsentChoice({ offered, chosen, onChoose }: ConsentChoiceProps) {
  const t = useWords()
  const { formatDay } = useFormats()
  const groupList = useGroupList()
  if (offered.length === 0) return null
  return (
    <RadioGroup
      label={t('linking.refer.consent')}
      options={offered.map((consent) => ({
        value: consent.id,
        label: t('linking.refer.consentOf', {
          how: consent.how,
          from: formatDay(consent.fromOn),
          until: formatDay(consent.untilOn),
        }),
        hint: t('linking.refer.consentCovers', { groups: groupList(consent.groups) }),
      }))}
      value={chosen?.id ?? null}
      onChange={onChoose}
    />
  )
}
