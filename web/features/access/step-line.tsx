import styles from './step-line.module.css'

interface StepLineProps {
  label: string
  titles: readonly string[]
  /** The place of the step one is at, from 0. */
  at: number
}

/** The steps of a guided piece of work: what is done, where one is, what comes. */
export function StepLine({ label, titles, at }: StepLineProps) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {titles.map((title, index) => (
        <li
          key={title}
          className={index < at ? styles.done : index === at ? styles.now : styles.ahead}
          aria-current={index === at ? 'step' : undefined}
        >
          {title}
        </li>
      ))}
    </ol>
  )
}
