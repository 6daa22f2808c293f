import { setupI18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import { useEffect, useMemo, useState } from 'react'
import { makeFormats } from '../../platform/formats.ts'
import type { Formats } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { prepareValues } from '../../platform/prepare-values.ts'
import { defaultSettings } from '../../platform/settings.ts'
import type { Language } from '../../platform/settings.ts'
import { loadPaperWords } from '../../platform/words.tsx'
import type { Translate } from '../../platform/words.tsx'

export interface PaperWords {
  t: Translate
  formats: Formats
  language: Language
  direction: 'rtl' | 'ltr'
}

/**
 * Words and dates of a paper in the language of whoever will hold it, whatever the reader reads.
 * Without an account the reader has no time zone of an agency, so the page names it.
 */
export function usePaperWords(language: Language, zone?: string): PaperWords | undefined {
  const { formats } = useLocale()
  const timeZone = zone ?? formats.timeZone
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages }>()
  useEffect(() => {
    let isWanted = true
    void loadPaperWords(language).then((messages) => {
      if (isWanted) setLoaded({ language, messages })
    })
    return () => {
      isWanted = false
    }
  }, [language])
  return useMemo(() => {
    if (loaded?.language !== language) return undefined
    const paperFormats = makeFormats(defaultSettings(language), timeZone)
    const i18n = setupI18n({
      locale: language,
      locales: [paperFormats.tag],
      messages: { [language]: loaded.messages },
    })
    return {
      t: (id, values) =>
        i18n._(id, values && prepareValues(values, language, paperFormats.formatNumber)),
      formats: paperFormats,
      language,
      direction: language === 'fa' ? 'rtl' : 'ltr',
    }
  }, [language, loaded, timeZone])
}

/** The language of a client's paper: the first of hers we can write, else the reader's own. */
export function languageOf(spoken: readonly string[], readers: Language): Language {
  const known = spoken.flatMap((name): Language[] => {
    const word = name.trim().toLocaleLowerCase('en')
    if (/^(?:fa|fas|per|farsi|dari|persian|prs)\b|^(?:فارسی|دری)/u.test(word)) return ['fa']
    return /^(?:en|eng|english)\b|^انگلیسی/u.test(word) ? ['en'] : []
  })
  return known[0] ?? readers
}
