import { useWords } from '../../platform/words.tsx'
import { Note } from '../../ui/note.tsx'

interface SafeContactProps {
  words: string
  size?: 'normal' | 'small'
}

/** How to reach someone without putting her in danger: repeated on every page of the case. */
export function SafeContact({ words, size = 'normal' }: SafeContactProps) {
  const t = useWords()
  if (words === '') return null
  return (
    <Note tone="crisis" size={size} title={t('cases.safeContact')}>
      {words}
    </Note>
  )
}
