import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useLocale } from '../platform/locale.tsx'
import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'
import styles from './progress.module.css'

interface ProgressProps {
  label: string
  /** From 0 to 1; left out while nobody knows. */
  value?: number
  onCancel?: () => void
}

/** Work that takes more than two seconds says how far it is, and can be stopped where it can. */
export function Progress({ label, value, onCancel }: ProgressProps) {
  const t = useWords()
  const { formats } = useLocale()
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={label}
        minValue={0}
        maxValue={1}
        value={value ?? 0}
        isIndeterminate={value === undefined}
        className={styles.bar ?? ''}
      >
        <span className={styles.line}>
          <span>{label}</span>
          {value !== undefined && <span>{formats.formatNumber(value, { style: 'percent' })}</span>}
        </span>
        <span className={styles.track}>
          <span
            className={value === undefined ? styles.unknown : styles.fill}
            style={value === undefined ? undefined : { inlineSize: `${value * 100}%` }}
          />
        </span>
      </ProgressBar>
      {onCancel && (
        <Button size="small" onPress={onCancel}>
          {t('ui.stop')}
        </Button>
      )}
    </div>
  )
}
