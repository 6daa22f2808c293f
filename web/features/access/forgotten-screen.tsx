import { useState } from 'react'
import { askResetCode } from '@peyvand/domain/access/contract.ts'
import { command } from '../../platform/api.ts'
import { usePlace } from '../../platform/place.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FocusFirst } from './focus-first.tsx'
import { useAttempt } from './use-attempt.ts'

/** A forgotten password: a code by mail, and the same words whether there is such an account. */
export function ForgottenScreen() {
  const t = useWords()
  usePlace(t('access.forgot'), [{ title: t('access.signIn'), href: '/sign-in' }])
  const attempt = useAttempt()
  const [name, setName] = useState('')
  const [isAsked, setAsked] = useState(false)
  const send = async () => {
    if (await attempt.run(() => command(askResetCode, { input: { name } }))) setAsked(true)
  }
  return (
    <Stack>
      <PageHeader title={t('access.forgot')}>{t('access.forgot.what')}</PageHeader>
      {isAsked ? (
        <FocusFirst key="asked">
          <Stack>
            <Note icon="check">{t('access.forgot.asked')}</Note>
            <FormActions>
              <ButtonLink look="primary" href="/sign-in/code">
                {t('access.forgot.haveCode')}
              </ButtonLink>
              <Button look="quiet" onPress={() => setAsked(false)}>
                {t('access.forgot.again')}
              </Button>
            </FormActions>
          </Stack>
        </FocusFirst>
      ) : (
        <FocusFirst key="ask">
          <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.forgot')}>
            <TextField
              name="name"
              label={t('access.nameOrEmail')}
              value={name}
              onChange={setName}
              autoComplete="username"
              spellCheck="false"
              maxLength={200}
              isRequired
            />
            <FormActions>
              <Button type="submit" look="primary" isPending={attempt.isPending}>
                {t('access.forgot.send')}
              </Button>
            </FormActions>
          </Form>
        </FocusFirst>
      )}
      <p>{t('access.forgotten')}</p>
      <p>
        <Link href="/sign-in">{t('access.backToSignIn')}</Link>
      </p>
    </Stack>
  )
}
