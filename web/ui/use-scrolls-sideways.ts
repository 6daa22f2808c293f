import { useCallback, useState } from 'react'

/** Whether a frame is wider inside than outside, as its ref; then the keyboard must reach it too. */
export function useScrollsSideways(): [
  boolean,
  (frame: HTMLElement | null) => (() => void) | undefined,
] {
  const [scrolls, setScrolls] = useState(false)
  const ref = useCallback((frame: HTMLElement | null) => {
    if (!frame) return undefined
    const watch = new ResizeObserver(() => setScrolls(frame.scrollWidth > frame.clientWidth))
    watch.observe(frame)
    for (const inside of frame.children) watch.observe(inside)
    return () => watch.disconnect()
  }, [])
  return [scrolls, ref]
}
