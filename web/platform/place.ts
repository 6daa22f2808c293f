import { useEffect, useSyncExternalStore } from 'react'

export interface PlaceCrumb {
  title: string
  href?: string
}

export interface Place {
  /** The page's own name; the window is called after it. */
  title: string
  /** The pages above it. */
  above: readonly PlaceCrumb[]
}

let place: Place = { title: '', above: [] }
const waiting = new Map<string, number>()
let waitingNow: ReadonlyMap<string, number> = new Map()
const listeners = new Set<() => void>()

function listen(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function tell() {
  for (const listener of listeners) listener()
}

/** Says where the reader is: the window's name and the way back above the page. One per page. */
export function usePlace(title: string, above: readonly PlaceCrumb[] = []) {
  const said = JSON.stringify([title, above])
  useEffect(() => {
    const [saidTitle, saidAbove] = JSON.parse(said) as [string, PlaceCrumb[]]
    place = { title: saidTitle, above: saidAbove }
    tell()
  }, [said])
}

export function useCurrentPlace(): Place {
  return useSyncExternalStore(listen, () => place)
}

/** How many things wait behind an entry of the rail: `today`, `referrals`, `requests`. */
export function useWaiting(entry: string, count: number | undefined) {
  useEffect(() => {
    if (count === undefined || waiting.get(entry) === count) return
    waiting.set(entry, count)
    waitingNow = new Map(waiting)
    tell()
  }, [entry, count])
}

export function useAllWaiting(): ReadonlyMap<string, number> {
  return useSyncExternalStore(listen, () => waitingNow)
}
