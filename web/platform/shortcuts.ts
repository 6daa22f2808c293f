import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** `/`, `?`, `n`, `j`, or two in a row: `g c`. Letters are places on the keyboard, not of a script. */
  keys: string
  /** What it does, for the list of keys. */
  words: string
  run: () => void
}

const shortcuts = new Set<Shortcut>()
let list: readonly Shortcut[] = []
const listeners = new Set<() => void>()

function change() {
  list = [...shortcuts]
  for (const listener of listeners) listener()
}

/** A key that works while this is on the page and nobody is typing. */
export function useShortcut(keys: string, words: string, run: () => void) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const shortcut = { keys, words, run: () => latest.current() }
    shortcuts.add(shortcut)
    change()
    return () => {
      shortcuts.delete(shortcut)
      change()
    }
  }, [keys, words])
}

export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => list,
  )
}

const secondKeyWithin = 1200

/** Listens for the keys of the page; called once, by the frame. */
export function listenForShortcuts(): () => void {
  let first = ''
  let at = 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof Element && isBusy(event.target)) return
    const key = keyOf(event)
    const pair = event.timeStamp - at < secondKeyWithin ? `${first} ${key}` : key
    // The page's own meaning of a key comes before the frame's: the last to register wins.
    const found = [...shortcuts].reverse().find(({ keys }) => keys === pair || keys === key)
    first = key
    at = event.timeStamp
    if (!found) return
    event.preventDefault()
    first = ''
    found.run()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

function isBusy(target: Element): boolean {
  return (
    target.closest(
      'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  )
}

/** On a Persian keyboard the key named G types ل, so letters go by their place. */
function keyOf(event: KeyboardEvent): string {
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/'
  if (event.key === '?' || event.key === '؟') return '?'
  if (event.key === '/') return '/'
  return event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : event.key
}
