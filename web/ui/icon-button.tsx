import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { buttonClass } from './button.tsx'
import type { ButtonLook } from './button.tsx'
import styles from './icon-button.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

interface IconButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'render' | 'aria-label'
> {
  icon: IconName
  /** What it does: read aloud, and shown when the pointer rests on it. */
  label: string
  look?: ButtonLook
  size?: 'normal' | 'small'
}

export function IconButton({
  icon,
  label,
  look = 'quiet',
  size = 'normal',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={`${buttonClass(look, size)} ${styles.iconButton}`}
      >
        <Icon name={icon} size={size === 'small' ? 'small' : 'normal'} />
      </AriaButton>
    </Tooltip>
  )
}
