import { useShortcuts } from '../platform/shortcuts.ts'
import { useWords } from '../platform/words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KeyList } from './key-list.tsx'

/** Every key that works on this page. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const shortcuts = useShortcuts()
  return (
    <Dialog title={t('app.keys')} isOpen onOpenChange={onClose} size="small">
      <KeyList shortcuts={shortcuts} />
    </Dialog>
  )
}
