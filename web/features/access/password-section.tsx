import { useState } from 'react'
import { changePassword, readAccount } from '@peyvand/domain/access/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { showToast } from '../../ui/toast.tsx'
import { PasswordField } from './password-field.tsx'
import { useAttempt } from './use-attempt.ts'
import { WaitNote } from './wait-note.tsx'

export function PasswordSection() {
  const t = useWords()
  return (
    <Section title={t('access.password')}>
      <Stack gap="small">
        <p>{t('access.password.whose')}</p>
        <div>
          <Dialog
            title={t('access.password.change')}
            trigger={<Button icon="key">{t('access.password.change')}</Button>}
          >
            {(close) => <ChangePassword onDone={close} />}
          </Dialog>
        </div>
      </Stack>
    </Section>
  )
}

function ChangePassword({ onDone }: { onDone: () => void }) {
  const t = useWords()
  const attempt = useAttempt()
  const change = useCommand(changePassword, { stale: [readAccount] })
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const send = async () => {
    if (!(await attempt.run(() => change.run({ input: { current, next } })))) return
    showToast({ message: t('access.password.changed') })
    onDone()
  }
  return (
    <Form
      problem={attempt.problem}
      onSubmit={() => void send()}
      label={t('access.password.change')}
    >
      <WaitNote problem={attempt.problem} since={attempt.since} />
      <PasswordField
        kind="current"
        name="current"
        label={t('access.password.current')}
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        kind="new"
        name="next"
        label={t('access.password.new')}
        value={next}
        onChange={setNext}
      />
      <p>{t('access.password.endsOthers')}</p>
      <FormActions>
        <Button type="submit" look="primary" isPending={attempt.isPending}>
          {t('access.password.change')}
        </Button>
      </FormActions>
    </Form>
  )
}
