import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/**
 * Takes the reader to the first field of a step that has just come in place of another, unless
 * something of the step, such as what is to be mended, has the focus already.
 */
export function FocusFirst({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ref.current?.contains(document.activeElement)) return
    ref.current?.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus()
  }, [])
  return <div ref={ref}>{children}</div>
}
