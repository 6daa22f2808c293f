import styles from './severity-bars.module.css'

/** Severity 0 to 4 as four bars; the number and its word stand beside it. */
export function SeverityBars({ severity }: { severity: number }) {
  return (
    <span className={styles.bars} aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} className={bar <= severity ? styles.on : ''} />
      ))}
    </span>
  )
}
