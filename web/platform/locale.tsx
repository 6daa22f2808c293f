import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { todayIn } from './clock.ts'
import { makeFormats } from './formats.ts'
import type { Formats } from './formats.ts'
import { keepSettings, localeTag } from './settings.ts'
import type { Settings } from './settings.ts'

export interface Locale {
  settings: Settings
  direction: 'rtl' | 'ltr'
  formats: Formats
  /** The agency's day, `YYYY-MM-DD`. */
  today: string
  /** Another language takes effect with a fresh page; calendar, digits and theme at once. */
  changeSettings: (settings: Settings) => void
}

const LocaleContext = createContext<Locale | undefined>(undefined)

interface LocaleProviderProps {
  settings: Settings
  timeZone: string
  children: ReactNode
}

export function LocaleProvider({ settings: given, timeZone, children }: LocaleProviderProps) {
  const [settings, setSettings] = useState(given)
  const today = useToday(timeZone)
  const locale = useMemo<Locale>(
    () => ({
      settings,
      direction: settings.language === 'fa' ? 'rtl' : 'ltr',
      formats: makeFormats(settings, timeZone),
      today,
      changeSettings(next) {
        keepSettings(next)
        if (next.language === settings.language) setSettings(next)
        else location.reload()
      },
    }),
    [settings, timeZone, today],
  )
  useEffect(() => dressPage(settings), [settings])
  return (
    <I18nProvider locale={localeTag(settings)}>
      <LocaleContext value={locale}>{children}</LocaleContext>
    </I18nProvider>
  )
}

export function useLocale(): Locale {
  const locale = useContext(LocaleContext)
  if (!locale) throw new Error('useLocale needs a LocaleProvider above it')
  return locale
}

/** Language, direction and theme stand on the html element, where style sheets and readers look. */
export function dressPage({ language, theme }: Settings) {
  const page = document.documentElement
  page.lang = language
  page.dir = language === 'fa' ? 'rtl' : 'ltr'
  if (theme === 'system') delete page.dataset['theme']
  else page.dataset['theme'] = theme
}

function useToday(timeZone: string): string {
  const [today, setToday] = useState(() => todayIn(timeZone))
  useEffect(() => {
    const look = () => setToday(todayIn(timeZone))
    const timer = setInterval(look, 60_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [timeZone])
  return today
}
