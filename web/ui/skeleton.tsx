import { useWords } from '../platform/words.tsx'
import styles from './skeleton.module.css'

interface SkeletonProps {
  /** Lines of text to come. */
  lines?: number
  /** A heading above them. */
  heading?: boolean
}

/** The shape of what is being fetched; it appears only when fetching takes a moment. */
export function Skeleton({ lines = 3, heading = false }: SkeletonProps) {
  const t = useWords()
  return (
    <div className={styles.skeleton} role="status" aria-label={t('ui.loading')}>
      {heading && <span className={styles.heading} />}
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} />
      ))}
    </div>
  )
}
