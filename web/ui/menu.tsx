import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Separator } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import field from './field.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import styles from './menu.module.css'

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
  trigger: ReactElement
  entries: readonly MenuEntry[]
}

/** Acts that are seldom needed, behind one button. */
export function Menu({ label, trigger, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={field.popover ?? ''} offset={4}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
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
    </MenuTrigger>
  )
}
