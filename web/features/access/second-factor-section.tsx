import { useState } from 'react'
import {
  confirmSecondFactor,
  endSecondFactor,
  readAccount,
  renewBackupCodes,
  startSecondFactor,
} from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { PasswordField } from './password-field.tsx'
import { QrCode } from './qr-code.tsx'
import { useAttempt } from './use-attempt.ts'
import { WaitNote } from './wait-note.tsx'

interface SecondFactorSectionProps {
  isOn: boolean
  backupCodesLeft: number
}

type Act = 'start' | 'renew' | 'end'

export function SecondFactorSection({ isOn, backupCodesLeft }: SecondFactorSectionProps) {
  const t = useWords()
  // The dialog stands beside the buttons, not behind one: turning it on takes its button away while
  // the back-up codes are still to be read.
  const [act, setAct] = useState<Act>()
  const close = () => setAct(undefined)
  const titles: Record<Act, string> = {
    start: t('access.secondFactor.start'),
    renew: t('access.backupCodes.renew'),
    end: t('access.secondFactor.end'),
  }
  return (
    <Section title={t('access.secondFactor')}>
      <Stack gap="small">
        <p>{isOn ? t('access.secondFactor.on') : t('access.secondFactor.off')}</p>
        {isOn && backupCodesLeft < 4 && (
          <Note tone="watch">{t('access.backupCodes.few', { count: backupCodesLeft })}</Note>
        )}
        <Row>
          {isOn ? (
            <>
              <Button icon="print" onPress={() => setAct('renew')}>
                {titles.renew}
              </Button>
              <Button look="quiet" onPress={() => setAct('end')}>
                {titles.end}
              </Button>
            </>
          ) : (
            <Button icon="shield" onPress={() => setAct('start')}>
              {titles.start}
            </Button>
          )}
        </Row>
      </Stack>
      <Dialog
        title={act ? titles[act] : ''}
        isOpen={act !== undefined}
        onOpenChange={(open) => {
          if (!open) close()
        }}
      >
        {act === 'start' && <StartSecondFactor onDone={close} />}
        {act === 'renew' && <RenewBackupCodes onDone={close} />}
        {act === 'end' && <EndSecondFactor onDone={close} />}
      </Dialog>
    </Section>
  )
}

function StartSecondFactor({ onDone }: { onDone: () => void }) {
  const t = useWords()
  const start = useCommand(startSecondFactor)
  const [started, setStarted] = useState<AnswerOf<typeof startSecondFactor>>()
  const [isConfirmed, setConfirmed] = useState(false)
  if (!started) {
    return (
      <AskPassword
        why={t('access.secondFactor.startWhy')}
        act={t('access.secondFactor.next')}
        onSend={async (password) => setStarted(await start.run({ input: { password } }))}
      />
    )
  }
  if (isConfirmed) {
    return <BackupCodes codes={started.backupCodes} onDone={onDone} />
  }
  return <ShowSecret started={started} onConfirmed={() => setConfirmed(true)} />
}

interface ShowSecretProps {
  started: AnswerOf<typeof startSecondFactor>
  onConfirmed: () => void
}

function ShowSecret({ started, onConfirmed }: ShowSecretProps) {
  const t = useWords()
  const confirm = useCommand(confirmSecondFactor, { stale: [readAccount] })
  const attempt = useAttempt()
  const [code, setCode] = useState('')
  const send = async () => {
    if (await attempt.run(() => confirm.run({ input: { code } }))) onConfirmed()
  }
  return (
    <Form
      problem={attempt.problem}
      onSubmit={() => void send()}
      label={t('access.secondFactor.start')}
    >
      <p>{t('access.secondFactor.scan')}</p>
      <QrCode text={started.uri} label={t('access.secondFactor.picture')} />
      <p>
        {t('access.secondFactor.type')}
        <br />
        <code dir="ltr">{started.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <WaitNote problem={attempt.problem} since={attempt.since} />
      <TextField
        name="code"
        label={t('access.code.label')}
        hint={t('access.code.hint')}
        value={code}
        onChange={setCode}
        direction="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        isRequired
      />
      <FormActions>
        <Button type="submit" look="primary" isPending={attempt.isPending}>
          {t('access.secondFactor.confirm')}
        </Button>
      </FormActions>
    </Form>
  )
}

function RenewBackupCodes({ onDone }: { onDone: () => void }) {
  const t = useWords()
  const renew = useCommand(renewBackupCodes, { stale: [readAccount] })
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) return <BackupCodes codes={codes} onDone={onDone} />
  return (
    <AskPassword
      why={t('access.backupCodes.renewWhy')}
      act={t('access.backupCodes.renew')}
      onSend={async (password) => {
        const { backupCodes } = await renew.run({ input: { password } })
        setCodes(backupCodes)
      }}
    />
  )
}

function EndSecondFactor({ onDone }: { onDone: () => void }) {
  const t = useWords()
  const end = useCommand(endSecondFactor, { stale: [readAccount] })
  return (
    <AskPassword
      why={t('access.secondFactor.endWhy')}
      act={t('access.secondFactor.end')}
      onSend={async (password) => {
        await end.run({ input: { password } })
        showToast({ message: t('access.secondFactor.ended') })
        onDone()
      }}
    />
  )
}

interface AskPasswordProps {
  why: string
  act: string
  onSend: (password: string) => Promise<void>
}

function AskPassword({ why, act, onSend }: AskPasswordProps) {
  const t = useWords()
  const attempt = useAttempt()
  const [password, setPassword] = useState('')
  return (
    <Form
      problem={attempt.problem}
      onSubmit={() => void attempt.run(() => onSend(password))}
      label={act}
    >
      <p>{why}</p>
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
          {act}
        </Button>
      </FormActions>
    </Form>
  )
}
