import type { ReactElement } from 'react'
import { OverlayArrow, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './tooltip.module.css'

interface TooltipProps {
  text: string
  /** Something that can be focused: a button or a link. */
  children: ReactElement
}

/** A few words for whoever rests on a button; never the only place of what one must know. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
        <OverlayArrow>
          <svg className={styles.arrow} viewBox="0 0 8 4" aria-hidden="true">
            <path d="M0 0l4 4 4-4z" />
          </svg>
        </OverlayArrow>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
