import styles from './brand.module.css'

/** Two rings, one open: the sign of a link. */
export function Brand() {
  return (
    <svg className={styles.brand} viewBox="0 0 30 22" aria-hidden="true">
      <circle cx="10.5" cy="11" r="7.5" />
      <path d="M16.2 5.6a7.5 7.5 0 1 1 0 10.8" />
    </svg>
  )
}
