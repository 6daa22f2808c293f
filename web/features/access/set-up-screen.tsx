import { useState } from 'react'
import { readSetUp, setUp } from '@peyvand/domain/access/contract.ts'
import type { SentInput } from '@peyvand/domain/contract.ts'
import { Malformed, Refused } from '../../platform/api-problem.ts'
import { command } from '../../platform/api.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { usePlace } from '../../platform/place.ts'
import { enter } from '../../platform/session.ts'
import { defaultSettings } from '../../platform/settings.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FocusFirst } from './focus-first.tsx'
import { PasswordField } from './password-field.tsx'
import { StepLine } from './step-line.tsx'
import { timeZoneOptions } from './time-zone-options.ts'
import { useAttempt } from './use-attempt.ts'
import { WaitNote } from './wait-note.tsx'

type Words = SentInput<typeof setUp>
type Step = 'language' | 'agency' | 'administrator' | 'start'
const steps: readonly Step[] = ['language', 'agency', 'administrator', 'start']

/** The first visit: language, the agency, its first administrator, and what to begin with. */
export function SetUpScreen() {
  const t = useWords()
  usePlace(t('access.setUp'))
  const { settings, changeSettings } = useLocale()
  const installation = useEndpoint(readSetUp)
  const attempt = useAttempt()
  const [step, setStep] = useState<Step>('language')
  const [code, setCode] = useState('')
  const [agencyName, setAgencyName] = useState('')
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [fullName, setFullName] = useState('')
  const [userName, setUserName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [worksWithClients, setWorksWithClients] = useState(true)
  const [start, setStart] = useState<Words['start']>('empty')

  const at = steps.indexOf(step)
  const move = (by: 1 | -1) => setStep(steps[at + by] ?? step)
  const send = async () => {
    await attempt.run(async () => {
      try {
        await command(setUp, {
          input: {
            code,
            language: settings.language,
            agency: { name: agencyName, timeZone },
            administrator: {
              fullName,
              userName,
              ...(email.trim() === '' ? {} : { email }),
              password,
              worksWithClients,
            },
            start,
          },
        })
        enter(null)
      } catch (error) {
        setStep(stepToMend(error))
        throw error
      }
    })
  }
  return (
    <Stack>
      <PageHeader title={t('access.setUp')}>{t('access.setUp.what')}</PageHeader>
      <StepLine
        label={t('access.setUp.steps')}
        at={at}
        titles={[
          t('access.setUp.language'),
          t('access.setUp.agency'),
          t('access.setUp.administrator'),
          t('access.setUp.start'),
        ]}
      />
      <FocusFirst key={step}>
        <Form
          problem={attempt.problem}
          label={t('access.setUp')}
          onSubmit={() => (step === 'start' ? void send() : move(1))}
        >
          <WaitNote problem={attempt.problem} since={attempt.since} />
          {step === 'language' && (
            <RadioGroup
              label={t('access.setUp.language')}
              hint={t('access.setUp.languageHint')}
              look="cards"
              value={settings.language}
              onChange={(language) =>
                changeSettings({ ...defaultSettings(language), theme: settings.theme })
              }
              options={[
                { value: 'fa', label: t('app.language.fa') },
                { value: 'en', label: t('app.language.en') },
              ]}
            />
          )}
          {step === 'agency' && (
            <>
              <TextField
                name="code"
                label={t('access.setUp.code')}
                hint={t('access.setUp.codeHint')}
                value={code}
                onChange={setCode}
                direction="ltr"
                autoComplete="off"
                spellCheck="false"
                maxLength={40}
                isRequired
              />
              <TextField
                name="agency.name"
                label={t('access.setUp.agencyName')}
                hint={t('access.setUp.agencyNameHint')}
                value={agencyName}
                onChange={setAgencyName}
                autoComplete="organization"
                maxLength={200}
                isRequired
              />
              <ComboBox
                name="agency.timeZone"
                label={t('access.setUp.timeZone')}
                hint={t('access.setUp.timeZoneHint')}
                options={timeZoneOptions(settings.language)}
                value={timeZone}
                onChange={(zone) => setTimeZone(zone ?? '')}
                isRequired
              />
            </>
          )}
          {step === 'administrator' && (
            <>
              <TextField
                name="administrator.fullName"
                label={t('access.fullName')}
                value={fullName}
                onChange={setFullName}
                autoComplete="name"
                maxLength={200}
                isRequired
              />
              <TextField
                name="administrator.userName"
                label={t('access.userName')}
                hint={t('access.userName.hint')}
                value={userName}
                onChange={setUserName}
                autoComplete="username"
                spellCheck="false"
                maxLength={40}
                isRequired
              />
              <TextField
                name="administrator.email"
                label={t('access.email')}
                hint={t('access.email.hint')}
                value={email}
                onChange={setEmail}
                type="email"
                autoComplete="email"
                direction="ltr"
                maxLength={200}
              />
              <PasswordField
                kind="new"
                name="administrator.password"
                label={t('access.password')}
                value={password}
                onChange={setPassword}
              />
              <Checkbox isSelected={worksWithClients} onChange={setWorksWithClients}>
                {t('access.setUp.worksWithClients')}
              </Checkbox>
            </>
          )}
          {step === 'start' && (
            <RadioGroup
              label={t('access.setUp.start')}
              value={start}
              onChange={setStart}
              options={[
                {
                  value: 'empty',
                  label: t('access.setUp.empty'),
                  hint: t('access.setUp.emptyHint'),
                },
                ...(installation.data?.offersDemo
                  ? [
                      {
                        value: 'demo' as const,
                        label: t('access.setUp.demo'),
                        hint: t('access.setUp.demoHint'),
                      },
                    ]
                  : []),
              ]}
            />
          )}
          <FormActions>
            <Button type="submit" look="primary" isPending={attempt.isPending}>
              {step === 'start' ? t('access.setUp.send') : t('access.setUp.next')}
            </Button>
            {at > 0 && (
              <Button look="quiet" onPress={() => move(-1)}>
                {t('access.setUp.back')}
              </Button>
            )}
          </FormActions>
        </Form>
      </FocusFirst>
    </Stack>
  )
}

/** Where the reader mends what the server did not take. */
function stepToMend(problem: unknown): Step {
  if (problem instanceof Refused && problem.code === 'set_up_code_wrong') return 'agency'
  if (problem instanceof Refused && problem.code === 'password_too_weak') return 'administrator'
  if (problem instanceof Malformed) {
    const path = problem.paths[0]?.path ?? ''
    if (path.startsWith('administrator')) return 'administrator'
    if (path.startsWith('agency') || path === 'code') return 'agency'
  }
  return 'start'
}
