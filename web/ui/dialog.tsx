import type { ReactElement, ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../platform/words.tsx'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  title: string
  /** A button that opens it; without one, `isOpen` decides. */
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  size?: 'small' | 'normal' | 'large'
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** One small matter over the page. What is typed in it is the caller's to keep: use a draft. */
export function Dialog({
  title,
  trigger,
  isOpen,
  onOpenChange,
  size = 'normal',
  children,
}: DialogProps) {
  const t = useWords()
  const overlay = (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable={false}
      {...(trigger || isOpen === undefined ? {} : { isOpen })}
      {...(trigger || !onOpenChange ? {} : { onOpenChange })}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          {({ close }) => (
            <>
              <header className={styles.head}>
                <Heading slot="title" className={styles.title ?? ''} level={2}>
                  {title}
                </Heading>
                <IconButton icon="close" label={t('ui.close')} onPress={close} />
              </header>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
  if (!trigger) return overlay
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger}
      {overlay}
    </DialogTrigger>
  )
}
