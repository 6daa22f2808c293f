import { Button } from 'react-aria-components/Button'
import { Icon } from '../../ui/icon.tsx'
import styles from './tick-button.module.css'

/** One press and it is done; the list offers to take it back. */
export function TickButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button className={styles.tick ?? ''} aria-label={label} onPress={onPress} data-print="always">
      <i>
        <Icon name="check" size="small" />
      </i>
    </Button>
  )
}
