import { whyNotWall } from '@peyvand/domain/cases/wall.ts'
import { useState } from 'react'
import { Refused } from '../../platform/api-problem.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { WallField } from './wall-field.tsx'
import type { WallPerson } from './wall-field.tsx'

interface MoveWallDialogProps {
  people: readonly WallPerson[]
  onlyFor: WallPerson | null
  /** Closes when it fulfils; what it throws is shown. */
  onMove: (wall: { onlyFor: string | null; reason: string }) => Promise<unknown>
}

/** Keeps something apart for one person, or not any more; then with the reason. */
export function MoveWallDialog({ people, onlyFor, onMove }: MoveWallDialogProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  if (people.length === 0) return null
  return (
    <Dialog
      title={t('cases.wall.move')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small" icon="lock">
          {t('cases.wall.move')}
        </Button>
      }
    >
      <MoveWall people={people} onlyFor={onlyFor} onMove={onMove} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function MoveWall({
  people,
  onlyFor,
  onMove,
  onDone,
}: MoveWallDialogProps & { onDone: () => void }) {
  const t = useWords()
  const problemWords = useProblemWords()
  const before = onlyFor?.id ?? null
  const [chosen, choose] = useState(before)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<unknown>()
  const [isSending, setSending] = useState(false)
  const refusal = whyNotWall({
    onlyFor: chosen,
    before,
    reason: reason.trim(),
    people: people.map(({ id }) => ({ id, part: 'household' })),
  })
  const send = async () => {
    setSending(true)
    setProblem(undefined)
    try {
      await onMove({ onlyFor: chosen, reason: reason.trim() })
      showToast({ message: t('cases.wall.saved') })
      onDone()
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Form problem={problem} onSubmit={() => void send()}>
      <WallField people={people} value={chosen} onChange={choose} />
      {before !== null && chosen !== before && (
        <TextArea
          label={t('cases.wall.reason')}
          hint={t('cases.wall.reasonHint')}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          lines={2}
          isRequired
        />
      )}
      <FormActions>
        <Button
          type="submit"
          look="primary"
          isPending={isSending}
          isDisabled={chosen === before}
          lockedBecause={
            refusal && problemWords(new Refused(refusal.code, refusal.facts ?? {})).sentence
          }
        >
          {t('cases.wall.save')}
        </Button>
      </FormActions>
    </Form>
  )
}
