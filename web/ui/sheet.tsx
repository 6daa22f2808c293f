import type { ReactElement, ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../platform/words.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './sheet.module.css'

interface SheetProps {
  title: string
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A longer piece of work beside the page: writing a note while the case stays in sight. */
export function Sheet({ title, trigger, isOpen, onOpenChange, children }: SheetProps) {
  const t = useWords()
  const overlay = (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable
      {...(trigger || isOpen === undefined ? {} : { isOpen })}
      {...(trigger || !onOpenChange ? {} : { onOpenChange })}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.sheet ?? ''}>
          {({ close }) => (
            <>
              <header className={styles.head}>
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <IconButton icon="close" label={t('ui.close')} onPress={close} />
              </header>
              <div className={styles.body}>
                {typeof children === 'function' ? children(close) : children}
              </div>
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
