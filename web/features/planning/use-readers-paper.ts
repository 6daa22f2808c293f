import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import type { PaperWords } from '../linking/paper-words.ts'

/** The words of a paper in the reader's own language, for showing it on the screen. */
export function useReadersPaper(): PaperWords {
  const t = useWords()
  const { settings, formats, direction } = useLocale()
  return { t, formats, language: settings.language, direction }
}
