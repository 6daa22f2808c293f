import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { hasRole, useMe } from '../platform/me.tsx'
import { useGo } from '../platform/route.ts'
import { useShortcut } from '../platform/shortcuts.ts'
import { useWords } from '../platform/words.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './search-box.module.css'

// Comes when something is typed, not before the first page.
const QuickChoices = lazy(() => import('./quick-choices.tsx'))

/** How long nothing more is typed before it is asked, in milliseconds. */
const pause = 180

/**
 * Finds people and cases of the reader's by name, number, phone or birth date while they are typed,
 * and leads on to the search in the files; who meets no people finds services.
 */
export function SearchBox() {
  const t = useWords()
  const go = useGo()
  const me = useMe()
  const id = useId()
  const ref = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const hasPeople = hasRole(me, 'caseworker', 'supervisor', 'intake')
  const asked = useSettled(words.trim())
  const [hrefs, setHrefs] = useState<readonly string[]>([])
  const isShown = isOpen && hrefs.length > 0
  useShortcut('/', t('app.search'), () => ref.current?.focus())
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The place of K, whatever the script of the keyboard.
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK') {
        event.preventDefault()
        ref.current?.focus()
        ref.current?.select()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  const leaveFor = (href: string) => {
    setOpen(false)
    setWords('')
    ref.current?.blur()
    go(href)
  }
  const submit = () => {
    const wanted = words.trim()
    if (wanted === '') return
    const chosen = isShown && asked === wanted ? hrefs[active] : undefined
    leaveFor(chosen ?? `${hasPeople ? '/search' : '/services'}?words=${encodeURIComponent(wanted)}`)
  }
  return (
    <search className={styles.place}>
      <form
        className={styles.box}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Icon name="search" size="small" />
        <input
          ref={ref}
          type="search"
          dir="auto"
          className={styles.input}
          aria-label={t('app.search')}
          placeholder={t(hasPeople ? 'app.searchCases' : 'app.searchServices')}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={isShown ? `${id}-${active}` : undefined}
          autoComplete="off"
          maxLength={120}
          value={words}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setWords(event.target.value)
            setActive(0)
            setOpen(true)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              if (isShown) setOpen(false)
              else ref.current?.blur()
            } else if (isShown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
              event.preventDefault()
              const step = event.key === 'ArrowDown' ? 1 : hrefs.length - 1
              setActive((active + step) % hrefs.length)
            }
          }}
        />
        <kbd aria-hidden="true">/</kbd>
        {isOpen && hasPeople && asked !== '' && (
          <Suspense>
            <QuickChoices
              id={id}
              words={asked}
              active={active}
              onChoices={setHrefs}
              onChoose={leaveFor}
            />
          </Suspense>
        )}
      </form>
    </search>
  )
}

/** The words once nothing more was typed for a moment. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), pause)
    return () => clearTimeout(timer)
  }, [words])
  return words === '' ? '' : settled
}
