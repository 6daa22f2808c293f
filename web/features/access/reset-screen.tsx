import { useState } from 'react'
import { resetPassword, signIn } from '@peyvand/domain/access/contract.ts'
import { command } from '../../platform/api.ts'
import { usePlace } from '../../platform/place.ts'
import { useGo } from '../../platform/route.ts'
import { enter } from '../../platform/session.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasswordField } from './password-field.tsx'
import { useAttempt } from './use-attempt.ts'
import { WaitNote } from './wait-note.tsx'

/** The first sign-in, or a forgotten password: with the code an administrator has printed, or a mailed one. */
export function ResetScreen() {
  const t = useWords()
  usePlace(t('access.reset'), [{ title: t('access.signIn'), href: '/sign-in' }])
  const go = useGo()
  const attempt = useAttempt()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const send = () =>
    attempt.run(async () => {
      await command(resetPassword, { input: { name, code, password } })
      const { next } = await command(signIn, { input: { name, password } })
      if (next === 'signed_in') enter(null)
      else go('/sign-in')
    })
  return (
    <Stack>
      <PageHeader title={t('access.reset')}>{t('access.reset.how')}</PageHeader>
      <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.reset')}>
        <WaitNote problem={attempt.problem} since={attempt.since} />
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
        <TextField
          name="code"
          label={t('access.reset.code')}
          hint={t('access.reset.codeHint')}
          value={code}
          onChange={setCode}
          direction="ltr"
          autoComplete="off"
          spellCheck="false"
          maxLength={40}
          isRequired
        />
        <PasswordField
          kind="new"
          name="password"
          label={t('access.password.new')}
          value={password}
          onChange={setPassword}
        />
        <FormActions>
          <Button type="submit" look="primary" isPending={attempt.isPending}>
            {t('access.reset.send')}
          </Button>
        </FormActions>
      </Form>
      <p>
        <Link href="/sign-in">{t('access.backToSignIn')}</Link>
      </p>
    </Stack>
  )
}
