import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './card.module.css'

interface CardProps {
  children: ReactNode
  /** `open`: dashed and washed, something waits here; `refused`: dashed and without ground. */
  look?: 'plain' | 'open' | 'refused' | 'list'
  element?: 'div' | 'article' | 'li'
  /** Left out of a print. */
  screenOnly?: boolean
}

/** A ground of its own for one thing: a goal, a service, a need. */
export function Card({
  children,
  look = 'plain',
  element: Element = 'div',
  screenOnly = false,
}: CardProps) {
  return (
    <Element
      className={`${styles.card} ${styles[look]}`}
      data-print={screenOnly ? 'never' : 'whole'}
    >
      {children}
    </Element>
  )
}

interface SectionProps {
  title: ReactNode
  /** Small words or a link at the end of the head. */
  aside?: ReactNode
  children: ReactNode
  /** Without ground, where the page itself is the ground. */
  bare?: boolean
  level?: 2 | 3
}

/** A part of a page with its heading. */
export function Section({ title, aside, children, bare = false, level = 2 }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      className={`${styles.section} ${bare ? styles.bare : styles.card}`}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <Heading id={id}>{title}</Heading>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
