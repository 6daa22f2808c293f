import { useWords } from '../../platform/words.tsx'
import { SearchField } from '../../ui/search-field.tsx'

interface SearchFormProps {
  words: string
  onSearch: (words: string | undefined) => void
}

/** The words that are looked for; the search begins with Enter. */
export function SearchForm({ words, onSearch }: SearchFormProps) {
  const t = useWords()
  return (
    <search>
      <SearchField
        key={words}
        label={t('finding.words')}
        hint={t('finding.wordsHint')}
        defaultValue={words}
        autoFocus={words === ''}
        onSubmit={(typed) => onSearch(typed.trim() || undefined)}
        onClear={() => onSearch(undefined)}
      />
    </search>
  )
}
