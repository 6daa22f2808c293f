import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-area.tsx'

interface ReasonDialogProps {
  title: string
  note: string
  /** What the button says. */
  act: string
  isOpen: boolean
  onClose: () => void
  isPending: boolean
  problem: unknown
  onSubmit: (reason: string) => Promise<void>
}

/** One act and its reason, which stays with it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, note, act, isOpen, onClose, isPending, problem, onSubmit } = props
  const t = useWords()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Form
        problem={problem}
        onSubmit={() =>
          void onSubmit(reason)
            .then(onClose)
            .catch(() => undefined)
        }
      >
        <Stack gap="small">
          <Small>{note}</Small>
          <TextArea
            label={t('people.same.why')}
            name="reason"
            value={reason}
            onChange={setReason}
            maxLength={300}
            isRequired
            autoFocus
          />
        </Stack>
        <FormActions>
          <Button type="submit" look="primary" isPending={isPending}>
            {act}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
