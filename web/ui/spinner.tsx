import styles from './progress.module.css'

/** A small sign of work inside a button or a line; the words beside it say what. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />
}
