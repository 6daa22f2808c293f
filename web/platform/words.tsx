import { setupI18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import { I18nProvider, Trans } from '@lingui/react'
import type { ReactElement, ReactNode } from 'react'
import type access from '../locales/en/access.json'
import type agency from '../locales/en/agency.json'
import type app from '../locales/en/app.json'
import type assessment from '../locales/en/assessment.json'
import type audit from '../locales/en/audit.json'
import type cases from '../locales/en/cases.json'
import type directory from '../locales/en/directory.json'
import type documents from '../locales/en/documents.json'
import type finding from '../locales/en/finding.json'
import type intake from '../locales/en/intake.json'
import type linking from '../locales/en/linking.json'
import type monitoring from '../locales/en/monitoring.json'
import type outcomes from '../locales/en/outcomes.json'
import type people from '../locales/en/people.json'
import type planning from '../locales/en/planning.json'
import type refusals from '../locales/en/refusals.json'
import type review from '../locales/en/review.json'
import type ui from '../locales/en/ui.json'
import { useLocale } from './locale.tsx'
import { prepareValues } from './prepare-values.ts'
import type { WordValues } from './prepare-values.ts'
import { localeTag } from './settings.ts'
import type { Language, Settings } from './settings.ts'

type Catalogue = typeof access &
  typeof agency &
  typeof app &
  typeof assessment &
  typeof audit &
  typeof cases &
  typeof directory &
  typeof documents &
  typeof finding &
  typeof intake &
  typeof linking &
  typeof monitoring &
  typeof outcomes &
  typeof people &
  typeof planning &
  typeof refusals &
  typeof review &
  typeof ui

export type { WordValues }

/** Every sentence the browser can say, by its id in `web/locales`. */
export type WordId = keyof Catalogue

export type Translate = (id: WordId, values?: WordValues) => string

const i18n = setupI18n()

const parts = {
  fa: {
    first: () => import('virtual:words/fa/first'),
    rest: () => import('virtual:words/fa/rest'),
  },
  en: {
    first: () => import('virtual:words/en/first'),
    rest: () => import('virtual:words/en/rest'),
  },
}

/** Fetches what the first page says, of the reader's language only. */
export async function loadFirstWords(language: Language): Promise<Messages> {
  return (await parts[language].first()).default
}

/** The words of the rooms in any language: a paper speaks its holder's, not the reader's. */
export async function loadPaperWords(language: Language): Promise<Messages> {
  return (await parts[language].rest()).default
}

let rest: Promise<void> | undefined

/** The words of all other rooms; any page but the first waits for them. */
export function loadOtherWords(): Promise<void> {
  const language = i18n.locale === 'en' ? 'en' : 'fa'
  rest ??= parts[language].rest().then((loaded) => i18n.load(language, loaded.default))
  rest.catch(() => {
    rest = undefined
  })
  return rest
}

/** From now on this language is spoken. */
export function speak(messages: Messages, settings: Settings) {
  i18n.loadAndActivate({
    locale: settings.language,
    locales: [localeTag(settings)],
    messages: { ...messages },
  })
}

export function WordsProvider({ children }: { children: ReactNode }) {
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>
}

/** `const t = useWords()`, then `t('linking.sendReferral')` or `t('ui.daysLate', { days: 3 })`. */
export function useWords(): Translate {
  const { settings, formats } = useLocale()
  return (id, values) =>
    i18n._(id, values && prepareValues(values, settings.language, formats.formatNumber))
}

/** Whether the reader's catalogue has a sentence of this id; for ids built from the server's codes. */
export function hasWords(id: string): id is WordId {
  return id in i18n.messages
}

interface WordsProps {
  id: WordId
  values?: WordValues
  /** Elements for the tags of the message: `See <link>the plan</link>`, `{ link: <Link …/> }`. */
  components?: Record<string, ReactElement>
}

/** A sentence with elements inside it. */
export function Words({ id, values, components }: WordsProps) {
  const { settings, formats } = useLocale()
  return (
    <Trans
      id={id}
      values={values && prepareValues(values, settings.language, formats.formatNumber)}
      components={components}
    />
  )
}
