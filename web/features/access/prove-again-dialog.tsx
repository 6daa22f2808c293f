import { useState } from 'react'
import { proveAgain } from '@peyvand/domain/access/contract.ts'
import { command } from '../../platform/api.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { PasswordField } from './password-field.tsx'
import { useAttempt } from './use-attempt.ts'
import { WaitNote } from './wait-note.tsx'

interface ProveAgainDialogProps {
  isOpen: boolean
  onClose: () => void
  /** The act that was asked for goes on. */
  onProved: () => void
}

/** Before an act of weight: is it still the same person at the keyboard? */
export function ProveAgainDialog({ isOpen, onClose, onProved }: ProveAgainDialogProps) {
  const t = useWords()
  const attempt = useAttempt()
  const [password, setPassword] = useState('')
  const prove = async () => {
    const isDone = await attempt.run(() => command(proveAgain, { input: { password } }))
    if (!isDone) return
    setPassword('')
    onClose()
    onProved()
  }
  return (
    <Dialog
      title={t('access.prove')}
      size="small"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Form problem={attempt.problem} onSubmit={() => void prove()} label={t('access.prove')}>
        <p>{t('access.prove.why')}</p>
        <WaitNote problem={attempt.problem} since={attempt.since} />
        <PasswordField
          kind="current"
          name="password"
          label={t('access.password')}
          value={password}
          onChange={setPassword}
        />
        <FormActions>
          <Button type="submit" look="primary" isPending={attempt.isPending}>
            {t('access.prove.send')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
