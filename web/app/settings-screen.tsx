import { useState } from 'react'
import { useChangeSettings } from '../platform/me.tsx'
import { useLocale } from '../platform/locale.tsx'
import { usePlace } from '../platform/place.ts'
import type { Settings } from '../platform/settings.ts'
import { useFormats } from '../platform/use-formats.ts'
import { useWords } from '../platform/words.tsx'
import { Section } from '../ui/card.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'

/** The reader's own screen: each choice takes effect at once and is kept with the account. */
export function SettingsScreen() {
  const t = useWords()
  usePlace(t('app.settings'))
  const { settings, today } = useLocale()
  const { formatDayLong } = useFormats()
  const keep = useChangeSettings()
  const [problem, setProblem] = useState<unknown>()
  const change = (part: Partial<Settings>) => {
    setProblem(undefined)
    keep({ ...settings, ...part }).catch(setProblem)
  }
  return (
    <Page>
      <PageHeader title={t('app.settings')}>{t('app.settings.whose')}</PageHeader>
      {problem !== undefined && <ErrorState problem={problem} />}
      <Section title={t('app.settings.reading')} aside={formatDayLong(today)}>
        <Stack>
          <RadioGroup
            label={t('app.settings.language')}
            hint={t('app.settings.languageHint')}
            look="cards"
            value={settings.language}
            onChange={(language) => change({ language })}
            options={[
              { value: 'fa', label: t('app.language.fa') },
              { value: 'en', label: t('app.language.en') },
            ]}
          />
          <RadioGroup
            label={t('app.settings.calendar')}
            look="cards"
            value={settings.calendar}
            onChange={(calendar) => change({ calendar })}
            options={[
              { value: 'persian', label: t('app.calendar.persian') },
              { value: 'gregory', label: t('app.calendar.gregory') },
            ]}
          />
          <RadioGroup
            label={t('app.settings.digits')}
            look="cards"
            value={settings.digits}
            onChange={(digits) => change({ digits })}
            options={[
              { value: 'fa', label: t('app.digits.fa') },
              { value: 'latin', label: t('app.digits.latin') },
            ]}
          />
          <RadioGroup
            label={t('app.settings.theme')}
            look="cards"
            value={settings.theme}
            onChange={(theme) => change({ theme })}
            options={[
              { value: 'system', label: t('app.theme.system') },
              { value: 'light', label: t('app.theme.light') },
              { value: 'dark', label: t('app.theme.dark') },
            ]}
          />
        </Stack>
      </Section>
    </Page>
  )
}
