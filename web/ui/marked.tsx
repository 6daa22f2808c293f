import type { Piece } from '@peyvand/domain/text/cut-snippet.ts'
import styles from './marked.module.css'

/** A text in which the letters that were looked for stand out. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, isHit }, n) =>
        isHit ? (
          <mark key={n} className={styles.hit}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  )
}
