import { useId } from 'react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Because } from './because.tsx'
import styles from './button.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { Spinner } from './spinner.tsx'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger' | 'link'

export interface ButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'render'
> {
  /** A verb and its object: “Record contact”. */
  children: ReactNode
  /** One primary button per screen. */
  look?: ButtonLook
  size?: 'normal' | 'small'
  icon?: IconName
  /** The whole width of its place. */
  wide?: boolean
  /** Why it cannot be pressed now, in one sentence; the button stays readable and says it. */
  lockedBecause?: ReactNode
}

export function Button({
  children,
  look = 'plain',
  size = 'normal',
  icon,
  wide = false,
  lockedBecause,
  onPress,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const locked = lockedBecause !== undefined && lockedBecause !== null
  const className = buttonClass(look, size, wide)
  const button = (
    <AriaButton
      {...rest}
      {...(locked ? { type: 'button' as const, 'aria-describedby': reasonId } : { onPress })}
      className={locked ? `${className} ${styles.locked}` : className}
      data-locked={locked || undefined}
    >
      {({ isPending }) => (
        <>
          {isPending ? <Spinner /> : icon && <Icon name={icon} size="small" />}
          {children}
        </>
      )}
    </AriaButton>
  )
  if (!locked) return button
  return (
    <span className={styles.withReason}>
      {button}
      <Because id={reasonId}>{lockedBecause}</Because>
    </span>
  )
}

export function buttonClass(look: ButtonLook, size: 'normal' | 'small' = 'normal', wide = false) {
  return [
    styles.button,
    styles[look],
    size === 'small' ? styles.small : '',
    wide ? styles.wide : '',
  ].join(' ')
}
