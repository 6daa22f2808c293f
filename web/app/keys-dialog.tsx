import { useState } from 'react'
import { useShortcut, useShortcuts } from '../platform/shortcuts.ts'
import { useWords } from '../platform/words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './keys-dialog.module.css'

/** Every key that works on this page. */
export function KeysDialog() {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  const shortcuts = useShortcuts()
  useShortcut('?', t('app.keys'), () => setOpen(true))
  return (
    <Dialog title={t('app.keys')} isOpen={isOpen} onOpenChange={setOpen} size="small">
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
    </Dialog>
  )
}
