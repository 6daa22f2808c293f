import { useProblemWords } from '../platform/use-problem-words.ts'
import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'
import styles from './error-state.module.css'
import { Icon } from './icon.tsx'

interface ErrorStateProps {
  problem: unknown
  onRetry?: () => void
}

/** Where something could not be loaded or done: what happened, what mends it, and its number. */
export function ErrorState({ problem, onRetry }: ErrorStateProps) {
  const t = useWords()
  const { sentence, requestId } = useProblemWords()(problem)
  return (
    <div className={styles.error} role="alert">
      <Icon name="warning" />
      <div>
        <p>{sentence}</p>
        {requestId && <p className={styles.requestId}>{t('ui.requestId', { id: requestId })}</p>}
        {onRetry && (
          <p className={styles.action}>
            <Button size="small" onPress={onRetry}>
              {t('ui.tryAgain')}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}
