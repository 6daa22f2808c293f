import { useEffect } from 'react'
import { useWords } from '../platform/words.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './search-box.module.css'
import { useQuickChoices } from './use-quick-choices.tsx'

interface Props {
  id: string
  words: string
  active: number
  /** Where each choice leads, in the order shown, whenever they change. */
  onChoices: (hrefs: readonly string[]) => void
  onChoose: (href: string) => void
}

/** What the words in the search box may mean, to choose from. */
export default function QuickChoices({ id, words, active, onChoices, onChoose }: Props) {
  const t = useWords()
  const { choices, isNobody } = useQuickChoices(words)
  const hrefs = choices.map(({ href }) => href).join('\n')
  useEffect(() => {
    onChoices(hrefs === '' ? [] : hrefs.split('\n'))
    return () => onChoices([])
  }, [hrefs, onChoices])
  if (choices.length === 0) return null
  return (
    <div className={styles.found}>
      {isNobody && <p className={styles.nobody}>{t('finding.nobodyOfMine')}</p>}
      <div id={id} role="listbox" aria-label={t('finding.choices')}>
        {choices.map((choice, n) => (
          <button
            type="button"
            tabIndex={-1}
            key={choice.key}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === active}
            className={styles.option}
            // The box keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice.href)}
          >
            <Icon name={choice.icon} size="small" />
            <span className={styles.title}>{choice.title}</span>
            <span className={styles.detail}>{choice.detail}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
