import { useSyncExternalStore } from 'react'

let isDown = false
const listeners = new Set<() => void>()

function tell(now: boolean) {
  if (isDown === now) return
  isDown = now
  for (const listener of listeners) listener()
}

const onDown = () => tell(true)
// The click that a press makes comes after it, and must still meet what was pressed.
const onEnd = () => void setTimeout(() => tell(false))

function listen(listener: () => void) {
  if (listeners.size === 0) {
    document.addEventListener('pointerdown', onDown, true)
    document.addEventListener('pointerup', onEnd, true)
    document.addEventListener('pointercancel', onEnd, true)
    document.addEventListener('dragend', onEnd, true)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('pointerdown', onDown, true)
    document.removeEventListener('pointerup', onEnd, true)
    document.removeEventListener('pointercancel', onEnd, true)
    document.removeEventListener('dragend', onEnd, true)
    isDown = false
  }
}

/** Whether a finger or a mouse button is down just now: nothing should move under it. */
export function useIsPressed(): boolean {
  return useSyncExternalStore(listen, () => isDown)
}
