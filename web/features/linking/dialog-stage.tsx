import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** One of the steps that follow one another in a dialog: each begins at the top. */
export function DialogStage({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const dialog = ref.current?.closest<HTMLElement>('[role="dialog"]')
    dialog?.parentElement?.scrollTo(0, 0)
    dialog?.focus({ preventScroll: true })
  }, [])
  return <div ref={ref}>{children}</div>
}
