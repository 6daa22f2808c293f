import { useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Form, FormActions } from './form.tsx'
import { TextArea } from './text-area.tsx'

interface ConfirmDialogProps {
  /** The question with its content: “Take this action out of the plan?” */
  title: string
  /** What will happen, and what stays. */
  children?: ReactNode
  /** The act, as a verb and its object: “Withdraw consent”. */
  act: string
  look?: 'primary' | 'danger'
  /** Asked for where the act cannot be undone. */
  reason?: { label: string; hint?: string; isRequired?: boolean }
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** Closes when it fulfils; what it throws is shown, and nothing typed is lost. */
  onConfirm: (reason: string) => Promise<unknown>
}

/** Asks once more, only where a step cannot be undone, and takes the reason. */
export function ConfirmDialog({
  title,
  children,
  act,
  look = 'primary',
  reason,
  trigger,
  isOpen,
  onOpenChange,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useWords()
  const [written, setWritten] = useState('')
  const [problem, setProblem] = useState<unknown>(undefined)
  const [isSending, setSending] = useState(false)
  const confirm = async (close: () => void) => {
    setSending(true)
    setProblem(undefined)
    try {
      await onConfirm(written.trim())
      setWritten('')
      close()
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Dialog
      title={title}
      {...(trigger ? { trigger } : {})}
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {(close) => (
        <Form problem={problem} onSubmit={() => void confirm(close)}>
          {children}
          {reason && (
            <TextArea
              label={reason.label}
              hint={reason.hint}
              value={written}
              onChange={setWritten}
              isRequired={reason.isRequired ?? true}
              name="reason"
            />
          )}
          <FormActions>
            <Button type="submit" look={look} isPending={isSending}>
              {act}
            </Button>
            <Button look="quiet" onPress={close}>
              {t('ui.goBack')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  )
}
