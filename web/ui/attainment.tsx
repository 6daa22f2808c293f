import { useLocale } from '../platform/locale.tsx'
import { useWords } from '../platform/words.tsx'
import styles from './attainment.module.css'

/** A level of the Goal Attainment Scale, from much less than expected to much more. */
export type AttainmentLevel = -2 | -1 | 0 | 1 | 2

const levels: readonly AttainmentLevel[] = [-2, -1, 0, 1, 2]

interface AttainmentProps {
  start: AttainmentLevel | undefined
  now: AttainmentLevel | undefined
}

/** Five points on one line: where it began, where it stands. */
export function AttainmentDots({ start, now }: AttainmentProps) {
  const { formats } = useLocale()
  return (
    <span className={styles.whole}>
      <span className={styles.dots} aria-hidden="true">
        {levels.map((level) => (
          <i
            key={level}
            className={level === now ? styles.now : level === start ? styles.start : ''}
          />
        ))}
      </span>
      {now !== undefined && <span className={styles.figure}>{formats.formatSigned(now)}</span>}
    </span>
  )
}

interface AttainmentScaleProps extends AttainmentProps {
  /** What each level looks like for this goal, in order from −2 to +2. */
  descriptions: readonly [string, string, string, string, string]
}

/** The scale of one goal with its five descriptions. */
export function AttainmentScale({ start, now, descriptions }: AttainmentScaleProps) {
  const t = useWords()
  const { formats } = useLocale()
  return (
    <ol className={styles.scale} aria-label={t('ui.attainment')}>
      {levels.map((level, index) => (
        <li
          key={level}
          className={level === now ? styles.isNow : level === start ? styles.isStart : ''}
        >
          <b>{formats.formatSigned(level)}</b>
          <span>
            {descriptions[index]}
            {level === start && <span className={styles.mark}>{t('ui.attainment.start')}</span>}
            {level === now && <span className={styles.mark}>{t('ui.attainment.now')}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
