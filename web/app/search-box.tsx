import { useRef, useState } from 'react'
import { hasRole, useMe } from '../platform/me.tsx'
import { useGo } from '../platform/route.ts'
import { useShortcut } from '../platform/shortcuts.ts'
import { useWords } from '../platform/words.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './search-box.module.css'

/** Finds one of the reader's cases by name or number; who has no cases finds services. */
export function SearchBox() {
  const t = useWords()
  const go = useGo()
  const me = useMe()
  const ref = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const hasCases = hasRole(me, 'caseworker', 'supervisor')
  useShortcut('/', t('app.search'), () => ref.current?.focus())
  return (
    <search className={styles.place}>
      <form
        className={styles.box}
        onSubmit={(event) => {
          event.preventDefault()
          const wanted = words.trim()
          if (wanted) go(`${hasCases ? '/cases' : '/services'}?words=${encodeURIComponent(wanted)}`)
        }}
      >
        <Icon name="search" size="small" />
        <input
          ref={ref}
          type="search"
          dir="auto"
          className={styles.input}
          aria-label={t('app.search')}
          placeholder={t(hasCases ? 'app.searchCases' : 'app.searchServices')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') ref.current?.blur()
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}
