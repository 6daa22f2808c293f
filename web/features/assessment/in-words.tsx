import { inLanguage } from '@peyvand/domain/text/local-text.ts'
import type { LocalText } from '@peyvand/domain/text/local-text.ts'
import { useLocale } from '../../platform/locale.tsx'

const rightToLeft = new Set(['fa', 'ar', 'ku', 'ckb', 'ps', 'ur'])

interface InWordsProps {
  text: LocalText
  /** The language it is given in; otherwise the reader's. */
  language?: string | undefined
}

/** A text in the language asked for, or in one there is, marked with its language and direction. */
export function InWords({ text, language }: InWordsProps) {
  const { settings } = useLocale()
  const found = inLanguage(text, language ?? settings.language)
  if (!found) return null
  if (found.language === settings.language) return <>{found.text}</>
  return (
    <span lang={found.language} dir={rightToLeft.has(found.language) ? 'rtl' : 'ltr'}>
      {found.text}
    </span>
  )
}

/** The same as plain text, for labels that take no elements. */
export function useInWords(): (text: LocalText, language?: string) => string {
  const { settings } = useLocale()
  return (text, language) => inLanguage(text, language ?? settings.language)?.text ?? ''
}
