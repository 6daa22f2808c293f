export type Language = 'fa' | 'en'
export type CalendarName = 'persian' | 'gregory'
export type DigitName = 'fa' | 'latin'
export type Theme = 'system' | 'light' | 'dark'

/** What a reader chose for himself or herself; the agency has no say in it. */
export interface Settings {
  language: Language
  calendar: CalendarName
  digits: DigitName
  theme: Theme
}

const storageKey = 'peyvand.settings'

export function defaultSettings(language: Language): Settings {
  return language === 'fa'
    ? { language, calendar: 'persian', digits: 'fa', theme: 'system' }
    : { language, calendar: 'gregory', digits: 'latin', theme: 'system' }
}

/** The settings this device saw last, so that the sign-in page already speaks the reader's language. */
export function recallSettings(): Settings {
  const guess = defaultSettings(navigator.language.startsWith('en') ? 'en' : 'fa')
  const stored = localStorage.getItem(storageKey)
  if (!stored) return guess
  try {
    return readSettings(JSON.parse(stored)) ?? guess
  } catch {
    return guess
  }
}

export function keepSettings(settings: Settings) {
  localStorage.setItem(storageKey, JSON.stringify(settings))
}

function readSettings(value: unknown): Settings | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { language, calendar, digits, theme } = value as Record<string, unknown>
  if (language !== 'fa' && language !== 'en') return undefined
  const usual = defaultSettings(language)
  return {
    language,
    calendar: calendar === 'persian' || calendar === 'gregory' ? calendar : usual.calendar,
    digits: digits === 'fa' || digits === 'latin' ? digits : usual.digits,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  }
}

/** The BCP 47 tag that makes Intl and React Aria speak as this reader wants. */
export function localeTag({ language, calendar, digits }: Settings): string {
  const region = language === 'fa' ? 'fa-IR' : 'en-GB'
  return `${region}-u-ca-${calendar}-nu-${digits === 'fa' ? 'arabext' : 'latn'}`
}
