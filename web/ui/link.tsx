import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components/Link'
import type { LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { buttonClass } from './button.tsx'
import type { ButtonLook } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import styles from './link.module.css'

interface LinkProps extends Omit<AriaLinkProps, 'children' | 'className' | 'style' | 'render'> {
  href: string
  children: ReactNode
  /** `plain` without its line, for titles and lists where every entry is a link. */
  look?: 'underlined' | 'plain'
}

/** Goes to another page; addresses of our own do not reload. */
export function Link({ children, look = 'underlined', ...rest }: LinkProps) {
  return (
    <AriaLink
      {...rest}
      className={`${styles.link} ${look === 'underlined' ? styles.underlined : ''}`}
    >
      {children}
    </AriaLink>
  )
}

interface ButtonLinkProps extends Omit<
  AriaLinkProps,
  'children' | 'className' | 'style' | 'render'
> {
  href: string
  children: ReactNode
  look?: ButtonLook
  size?: 'normal' | 'small'
  icon?: IconName
}

/** A link that looks like a button, because it begins something. */
export function ButtonLink({
  children,
  look = 'plain',
  size = 'normal',
  icon,
  ...rest
}: ButtonLinkProps) {
  return (
    <AriaLink {...rest} className={buttonClass(look, size)} data-print="never">
      {icon && <Icon name={icon} size="small" />}
      {children}
    </AriaLink>
  )
}
