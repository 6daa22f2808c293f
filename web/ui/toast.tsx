import { useEffect, useState, useSyncExternalStore } from 'react'
import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast.module.css'

export interface ToastContent {
  /** What was done: “The visit was recorded.” */
  message: string
  /** Takes it back; offered where it can be undone. */
  onUndo?: () => void
  look?: 'done' | 'problem'
}

interface ShownToast extends ToastContent {
  key: number
}

let shown: readonly ShownToast[] = []
let nextKey = 1
const listeners = new Set<() => void>()

function change(next: readonly ShownToast[]) {
  shown = next
  for (const listener of listeners) listener()
}

/** Says for a few seconds what was done, with its undoing. Never the only place of a problem. */
export function showToast(content: ToastContent) {
  change([...shown.slice(-2), { ...content, key: nextKey++ }])
}

/** Where toasts appear; stands once, in the frame. */
export function ToastRegion() {
  const t = useWords()
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  return (
    <section className={styles.region} aria-label={t('ui.notices')} data-print="never">
      <div aria-live="polite" aria-relevant="additions text">
        {toasts.map((toast) => (
          <Toast key={toast.key} toast={toast} />
        ))}
      </div>
    </section>
  )
}

const staysFor = 8000

function Toast({ toast }: { toast: ShownToast }) {
  const t = useWords()
  const [isHeld, setHeld] = useState(false)
  const close = () => change(shown.filter((each) => each.key !== toast.key))
  useEffect(() => {
    if (isHeld || toast.look === 'problem') return undefined
    const timer = setTimeout(() => change(shown.filter((each) => each.key !== toast.key)), staysFor)
    return () => clearTimeout(timer)
  }, [isHeld, toast])
  return (
    <div
      className={`${styles.toast} ${toast.look === 'problem' ? styles.problem : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.look === 'problem' ? 'warning' : 'check'} />
      <span className={styles.words}>{toast.message}</span>
      {toast.onUndo && (
        <Button
          look="quiet"
          size="small"
          icon="undo"
          onPress={() => {
            toast.onUndo?.()
            close()
          }}
        >
          {t('ui.undo')}
        </Button>
      )}
      <button type="button" className={styles.close} aria-label={t('ui.close')} onClick={close}>
        <Icon name="close" size="small" />
      </button>
    </div>
  )
}
