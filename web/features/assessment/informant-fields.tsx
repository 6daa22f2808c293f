import { asksForName, informants } from '@peyvand/domain/assessment/informant.ts'
import type { Informant } from '@peyvand/domain/assessment/informant.ts'
import { hasWords, useWords } from '../../platform/words.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface InformantTold {
  informant: Informant
  informantName: string
  language: string
}

interface InformantFieldsProps {
  value: InformantTold
  onChange: (value: InformantTold) => void
  /** Languages of the instrument, each original, validated or unvalidated. */
  translation: Readonly<Record<string, string>>
}

/** Who answers, by name where it is neither the client nor the worker, and in which language. */
export function InformantFields({ value, onChange, translation }: InformantFieldsProps) {
  const t = useWords()
  const languages = [...new Set([...Object.keys(translation), value.language])]
  const nameOf = (tag: string) => {
    const id = `assessment.language.${tag}`
    return hasWords(id) ? t(id) : tag
  }
  return (
    <FieldRow>
      <Select
        label={t('assessment.whoAnswers')}
        value={value.informant}
        onChange={(informant) =>
          onChange({
            ...value,
            informant,
            informantName: asksForName(informant) ? value.informantName : '',
          })
        }
        options={informants.map((informant) => ({
          value: informant,
          label: t(`assessment.informant.${informant}`),
        }))}
      />
      {asksForName(value.informant) && (
        <TextField
          label={t('assessment.informantName')}
          value={value.informantName}
          onChange={(informantName) => onChange({ ...value, informantName })}
          maxLength={120}
        />
      )}
      {languages.length > 1 && (
        <Select
          label={t('assessment.inLanguage')}
          value={value.language}
          onChange={(language) => onChange({ ...value, language })}
          options={languages.map((tag) => ({
            value: tag,
            label: nameOf(tag),
            ...(translation[tag] === 'unvalidated' ? { hint: t('assessment.unvalidated') } : {}),
          }))}
        />
      )}
    </FieldRow>
  )
}
