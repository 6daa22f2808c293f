import type { RefObject } from 'react'
import { Menu as AriaMenu, MenuItem, Separator } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import field from './field.module.css'
import { Icon } from './icon.tsx'
import type { MenuEntry } from './menu.tsx'
import styles from './menu.module.css'

interface OpenedMenuProps {
  label: string
  entries: readonly MenuEntry[]
  triggerRef: RefObject<HTMLElement | null>
  focus: 'first' | 'none'
  onClose: () => void
}

/** What stands behind the button of a `Menu`. */
export function OpenedMenu({ label, entries, triggerRef, focus, onClose }: OpenedMenuProps) {
  return (
    <Popover
      className={field.popover ?? ''}
      offset={4}
      triggerRef={triggerRef}
      trigger="MenuTrigger"
      placement="bottom start"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <AriaMenu
        className={styles.menu ?? ''}
        aria-label={label}
        autoFocus={focus === 'none' || focus}
        onClose={onClose}
      >
        {entries.flatMap((entry) => [
          ...(entry.startsGroup
            ? [<Separator key={`${entry.key}-line`} className={styles.line ?? ''} />]
            : []),
          <MenuItem
            key={entry.key}
            id={entry.key}
            textValue={entry.label}
            {...(entry.href ? { href: entry.href } : {})}
            {...(entry.onAction ? { onAction: entry.onAction } : {})}
            isDisabled={entry.isDisabled ?? false}
            className={`${styles.item} ${entry.look === 'danger' ? styles.danger : ''}`}
          >
            {entry.icon && <Icon name={entry.icon} size="small" />}
            <span>{entry.label}</span>
          </MenuItem>,
        ])}
      </AriaMenu>
    </Popover>
  )
}
