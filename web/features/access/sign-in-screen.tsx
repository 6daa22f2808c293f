import { useState } from 'react'
import { readSignInWays, signIn, signInByCode } from '@peyvand/domain/access/contract.ts'
import { Refused } from '../../platform/api-problem.ts'
import { command } from '../../platform/api.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { enter } from '../../platform/session.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FocusFirst } from './focus-first.tsx'
import { PasswordField } from './password-field.tsx'
import { useAttempt } from './use-attempt.ts'
import { WaitNote } from './wait-note.tsx'

/** Who is there? User name and password, then a code where the account asks for one. */
export function SignInScreen() {
  const t = useWords()
  usePlace(t('access.signIn'))
  const [wanted] = useSearchWord('then')
  const [isSecondStep, setSecondStep] = useState(false)
  const go = () => enter(wanted ?? null)
  return (
    <Stack>
      <PageHeader title={t('access.signIn')}>
        {isSecondStep ? t('access.code.why') : t('access.signIn.who')}
      </PageHeader>
      {wanted !== undefined && !isSecondStep && (
        <Note icon="clock">{t('access.signIn.backToWork')}</Note>
      )}
      {isSecondStep ? (
        <FocusFirst key="second">
          <SecondStep onDone={go} onBack={() => setSecondStep(false)} />
        </FocusFirst>
      ) : (
        <FocusFirst key="first">
          <FirstStep onDone={go} onSecondStep={() => setSecondStep(true)} />
        </FocusFirst>
      )}
    </Stack>
  )
}

function FirstStep({ onDone, onSecondStep }: { onDone: () => void; onSecondStep: () => void }) {
  const t = useWords()
  const attempt = useAttempt()
  const ways = useEndpoint(readSignInWays)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const send = () =>
    attempt.run(async () => {
      const { next } = await command(signIn, { input: { name, password } })
      if (next === 'signed_in') onDone()
      else onSecondStep()
    })
  return (
    <Stack>
      <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.signIn')}>
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
        <PasswordField
          kind="current"
          name="password"
          label={t('access.password')}
          value={password}
          onChange={setPassword}
        />
        <FormActions>
          <Button type="submit" look="primary" isPending={attempt.isPending}>
            {t('access.signIn')}
          </Button>
        </FormActions>
      </Form>
      <p>
        <Link href="/sign-in/code">{t('access.haveCode')}</Link>
      </p>
      {ways.data?.mails ? (
        <p>
          <Link href="/sign-in/forgotten">{t('access.forgot.ask')}</Link>
        </p>
      ) : (
        <p>{t('access.forgotten')}</p>
      )}
    </Stack>
  )
}

function SecondStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const t = useWords()
  const attempt = useAttempt()
  const [kind, setKind] = useState<'authenticator' | 'backup'>('authenticator')
  const [code, setCode] = useState('')
  const isOver =
    attempt.problem instanceof Refused && attempt.problem.code === 'sign_in_step_expired'
  const send = () =>
    attempt.run(async () => {
      await command(signInByCode, { input: { kind, code } })
      onDone()
    })
  const isBackup = kind === 'backup'
  return (
    <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.signIn')}>
      <WaitNote problem={attempt.problem} since={attempt.since} />
      <TextField
        key={kind}
        name="code"
        label={isBackup ? t('access.code.backup') : t('access.code.label')}
        hint={isBackup ? t('access.code.backupHint') : t('access.code.hint')}
        value={code}
        onChange={setCode}
        direction="ltr"
        inputMode={isBackup ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        spellCheck="false"
        maxLength={40}
        isRequired
      />
      <FormActions>
        {isOver ? (
          <Button look="primary" onPress={onBack}>
            {t('access.code.again')}
          </Button>
        ) : (
          <Button type="submit" look="primary" isPending={attempt.isPending}>
            {t('access.code.send')}
          </Button>
        )}
        <Button
          look="quiet"
          onPress={() => {
            setCode('')
            setKind(isBackup ? 'authenticator' : 'backup')
          }}
        >
          {isBackup ? t('access.code.useAuthenticator') : t('access.code.useBackup')}
        </Button>
      </FormActions>
    </Form>
  )
}
