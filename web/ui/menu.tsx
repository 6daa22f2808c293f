import { cloneElement, useRef, useState } from 'react'
import type { ReactElement, Ref } from 'react'
import type { ButtonProps } from 'react-aria-components/Button'
import { lazyPart } from '../platform/lazy-part.tsx'
import type { IconName } from './icon.tsx'

export interface MenuEntry {
  key: string
  label: string
  icon?: IconName
  href?: string
  onAction?: () => void
  look?: 'normal' | 'danger'
  isDisabled?: boolean
  /** Begins another group. */
  startsGroup?: boolean
}

interface MenuProps {
  label: string
  /** A button. */
  trigger: ReactElement<ButtonProps & { ref?: Ref<HTMLButtonElement> }>
  entries: readonly MenuEntry[]
}

const load = async () => (await import('./opened-menu.tsx')).OpenedMenu
const OpenedMenu = lazyPart(load)

/** Fetches what opens before anybody asks for it. */
export const fetchMenus = () => void load().catch(() => undefined)

/** Acts that are seldom needed, behind one button; what opens is fetched when the button is reached. */
export function Menu({ label, trigger, entries }: MenuProps) {
  const ref = useRef<HTMLButtonElement>(null)
  /** Where the focus goes: who opened it with a key stands on its first entry. */
  const [opened, setOpened] = useState<'first' | 'none'>()
  return (
    <>
      {cloneElement(trigger, {
        ref,
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== undefined,
        onHoverStart: fetchMenus,
        onFocus: fetchMenus,
        onPress: ({ pointerType }) =>
          setOpened(pointerType === 'keyboard' || pointerType === 'virtual' ? 'first' : 'none'),
        onKeyDown: (event) => {
          if (event.key === 'ArrowDown') setOpened('first')
          else event.continuePropagation()
        },
      })}
      {opened && (
        <OpenedMenu
          label={label}
          entries={entries}
          triggerRef={ref}
          focus={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}
