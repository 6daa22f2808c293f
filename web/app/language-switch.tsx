import { useChangeSettings } from '../platform/me.tsx'
import { useLocale } from '../platform/locale.tsx'
import { defaultSettings } from '../platform/settings.ts'
import type { Settings } from '../platform/settings.ts'
import { useWords } from '../platform/words.tsx'
import { Button } from '../ui/button.tsx'
import styles from './language-switch.module.css'

/** The other language, under its own name. */
export function LanguageSwitch() {
  const t = useWords()
  const { settings } = useLocale()
  const change = useChangeSettings()
  return (
    <Button look="quiet" size="small" onPress={() => void change(inOtherLanguage(settings))}>
      <span className={styles.name} lang={settings.language === 'fa' ? 'en' : 'fa'}>
        {t('app.otherLanguage')}
      </span>
    </Button>
  )
}

/** Calendar and digits follow the language unless the reader had chosen otherwise. */
export function inOtherLanguage(settings: Settings): Settings {
  const usual = defaultSettings(settings.language)
  const next = defaultSettings(settings.language === 'fa' ? 'en' : 'fa')
  return {
    language: next.language,
    calendar: settings.calendar === usual.calendar ? next.calendar : settings.calendar,
    digits: settings.digits === usual.digits ? next.digits : settings.digits,
    theme: settings.theme,
  }
}
