import type { Shortcut } from '../platform/shortcuts.ts'
import styles from './key-list.module.css'

export function KeyList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl className={styles.keys}>
      {shortcuts.map(({ keys, words }) => (
        <div key={`${keys} ${words}`}>
          <dt dir="ltr">
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key.toUpperCase()}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
