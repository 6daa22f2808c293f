import { useSyncExternalStore } from 'react'

/** What the frame tells about the reader's work: `kept` is on this device, encrypted, but not sent. */
export type SavedState = 'saved' | 'saving' | 'kept' | 'offline'

let sending = 0
let reachable = true
const unsent = new Set<string>()
const listeners = new Set<() => void>()

function tell() {
  for (const listener of listeners) listener()
}

/** Something is on its way; call what comes back when it has arrived or failed. */
export function noteSending(): () => void {
  sending += 1
  tell()
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    sending -= 1
    tell()
  }
}

export function noteReachable(isReachable: boolean) {
  if (reachable === isReachable) return
  reachable = isReachable
  tell()
}

/** A draft that the server does not have yet. */
export function noteUnsent(key: string, isUnsent: boolean) {
  if (unsent.has(key) === isUnsent) return
  if (isUnsent) unsent.add(key)
  else unsent.delete(key)
  tell()
}

function stateNow(): SavedState {
  if (!reachable || !navigator.onLine) return 'offline'
  if (sending > 0) return 'saving'
  return unsent.size > 0 ? 'kept' : 'saved'
}

export function useSavedState(): SavedState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('online', listener)
      window.removeEventListener('offline', listener)
    }
  }, stateNow)
}
