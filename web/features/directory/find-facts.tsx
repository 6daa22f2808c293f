import { useState } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguageName, useLanguageOptions } from './directory-words.ts'
import type { Found } from './find-service-screen.tsx'

interface FindFactsProps {
  person: Found['person']
  mustBeFree: boolean
  needsStepFree: boolean
  other: { area: string; language: string }
  onMustBeFree: (on: boolean) => void
  onNeedsStepFree: (on: boolean) => void
  onArea: (area: string | undefined) => void
  onLanguage: (language: string | undefined) => void
}

/** What the search used of the case, and what may be asked besides. */
export function FindFacts(props: FindFactsProps) {
  const t = useWords()
  const { formatList } = useFormats()
  const languageName = useLanguageName()
  const { person } = props
  return (
    <Row>
      <Small tone="faint">{t('directory.find.from')}</Small>
      <Tag icon="person">{useAgeWords(person)}</Tag>
      <Tag icon="home">
        {person.area
          ? t('directory.find.lives', { area: person.area })
          : t('directory.find.areaUnknown')}
      </Tag>
      <Tag icon="message">
        {person.languages.length > 0
          ? t('directory.find.speaks', {
              languages: formatList(person.languages.map((code) => languageName(code))),
            })
          : t('directory.find.languageUnknown')}
      </Tag>
      <Chip isSelected={props.mustBeFree} onChange={props.onMustBeFree}>
        {t('directory.find.mustBeFree')}
      </Chip>
      <Chip isSelected={props.needsStepFree} onChange={props.onNeedsStepFree}>
        {t('directory.find.stepFree')}
      </Chip>
      <OtherFacts {...props} />
    </Row>
  )
}

function useAgeWords({ givenName, age }: Found['person']): string {
  const t = useWords()
  const name = givenName
  if (age === null) return t('directory.find.ageUnknown', { name })
  return age.least === age.most
    ? t('directory.find.age', { name, age: age.least })
    : t('directory.find.ageBetween', { name, least: age.least, most: age.most })
}

/** Another place or language for this search alone. */
function OtherFacts({ other, onArea, onLanguage }: FindFactsProps) {
  const t = useWords()
  const languages = useLanguageOptions()
  const [area, setArea] = useState(other.area)
  const [language, setLanguage] = useState<string | null>(other.language || null)
  const isUsed = other.area !== '' || other.language !== ''
  return (
    <>
      <Dialog
        title={t('directory.find.other')}
        trigger={
          <Button look="quiet" size="small" icon="plus">
            {t('directory.find.other')}
          </Button>
        }
      >
        {(close) => (
          <Form
            onSubmit={() => {
              onArea(area.trim() || undefined)
              onLanguage(language ?? undefined)
              close()
            }}
          >
            <p>{t('directory.find.other.what')}</p>
            <TextField label={t('directory.find.other.area')} value={area} onChange={setArea} />
            <ComboBox
              label={t('directory.find.other.language')}
              options={languages}
              value={language}
              onChange={setLanguage}
            />
            <FormActions>
              <Button type="submit" look="primary">
                {t('directory.find.other.use')}
              </Button>
            </FormActions>
          </Form>
        )}
      </Dialog>
      {isUsed && (
        <Button
          look="link"
          onPress={() => {
            setArea('')
            setLanguage(null)
            onArea(undefined)
            onLanguage(undefined)
          }}
        >
          {t('directory.find.other.reset')}
        </Button>
      )}
    </>
  )
}
