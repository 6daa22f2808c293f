import { useLocale } from '../../platform/locale.tsx'
import { hasWords, useWords } from '../../platform/words.tsx'

/** The name of a language; browsers have none for some that are spoken here. */
export function useLanguageName(): (tag: string) => string {
  const t = useWords()
  const { settings } = useLocale()
  const names = new Intl.DisplayNames([settings.language], { type: 'language' })
  return (tag) => {
    const id = `people.language.${tag}`
    return hasWords(id) ? t(id) : (names.of(tag) ?? tag)
  }
}
