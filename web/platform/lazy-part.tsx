import { Suspense, createElement, lazy } from 'react'
import type { ComponentType } from 'react'

/**
 * A part of a screen that is fetched when it is first drawn, so draw it only once it is opened:
 * `const SnoozeDialog = lazyPart(async () => (await import('./snooze-dialog.tsx')).SnoozeDialog)`.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() })) as ComponentType<P>
  return function LazyPart(props: P) {
    return <Suspense>{createElement(Part, props)}</Suspense>
  }
}
