import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** Takes the reader to the first field of a step that has just come in place of another. */
export function FocusFirst({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus()
  }, [])
  return <div ref={ref}>{children}</div>
}
