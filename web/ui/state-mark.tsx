import type { ReactNode } from 'react'
import { Mark } from './level.tsx'
import type { StateName, ToneName } from './level.tsx'

interface StateMarkProps {
  state: StateName
  children: ReactNode
  bare?: boolean
  /** Another tone where the state is also a worry, such as partly met. */
  tone?: ToneName
}

const tones: Record<StateName, ToneName> = {
  done: 'normal',
  underway: 'accent',
  ahead: 'plain',
  refused: 'plain',
}

/** ✓ done, ◐ under way, ○ ahead, ✕ refused: a shape and its word. */
export function StateMark({ state, children, bare = false, tone }: StateMarkProps) {
  return (
    <Mark shape={state} tone={tone ?? tones[state]} bare={bare}>
      {children}
    </Mark>
  )
}
