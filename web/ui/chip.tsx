import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import styles from './chip.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

interface ChipProps {
  children: ReactNode
  /** Pressed or not: a fact that counts, a filter that is on. Left out, the chip only acts. */
  isSelected?: boolean
  onChange?: (isSelected: boolean) => void
  onPress?: () => void
  icon?: IconName
  isDisabled?: boolean
}

/** A condition that can be switched on and off in a line of others. */
export function Chip({
  children,
  isSelected,
  onChange,
  onPress,
  icon,
  isDisabled = false,
}: ChipProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} size="small" />}
      <span>{children}</span>
    </>
  )
  if (isSelected === undefined) {
    return (
      <AriaButton
        className={styles.chip ?? ''}
        isDisabled={isDisabled}
        {...(onPress ? { onPress } : {})}
      >
        {inside}
      </AriaButton>
    )
  }
  return (
    <ToggleButton
      className={styles.chip ?? ''}
      isSelected={isSelected}
      isDisabled={isDisabled}
      {...(onChange ? { onChange } : {})}
    >
      {inside}
    </ToggleButton>
  )
}
