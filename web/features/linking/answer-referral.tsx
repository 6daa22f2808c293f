import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { openLink } from '@peyvand/domain/linking/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { precisionOf } from '../cases/case-header.tsx'
import { nameOf } from '../cases/names.ts'
import { SafeContact } from '../cases/safe-contact.tsx'
import { useLanguageName } from '../people/use-language-name.ts'
import { AnswerForm, answers } from './answer-form.tsx'
import type { Answer } from './answer-form.tsx'
import styles from './linking.module.css'
import { OutcomeMark, ReferralMark, StepMark } from './referral-mark.tsx'

export type LinkedReferral = AnswerOf<typeof openLink>['referral']

interface AnswerReferralProps {
  session: string
  referral: LinkedReferral
  onChange: (referral: LinkedReferral) => void
  onLeave: () => void
}

/** The referral as it was shared, and the partner's answer: who, how to reach safely, what next. */
export function AnswerReferral({ session, referral, onChange, onLeave }: AnswerReferralProps) {
  const t = useWords()
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  const [answer, setAnswer] = useState<Answer>()
  const [isThanked, setThanked] = useState(false)
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])
  const possible = referral.nextSteps.flatMap((next): Answer[] => {
    const known = answers.find(({ to }) => to === next.to)
    return known ? [{ to: known.to, needsReason: next.needsReason }] : []
  })
  return (
    <Stack>
      <div ref={head} tabIndex={-1} className={styles.head}>
        <PageHeader title={<bdi>{nameOf(referral.client)}</bdi>}>
          {t('linking.answer.referredTo', {
            service: referral.serviceName,
            agency: referral.agencyName,
          })}
        </PageHeader>
      </div>
      <SafeContact words={referral.client.safeContact} />
      {referral.doNotContactClient && (
        <Note tone="crisis" icon="phone" title={t('linking.answer.doNotContact')}>
          {t('linking.answer.callWorker', { name: referral.worker.fullName })}
        </Note>
      )}
      <Row gap="small">
        {referral.status === 'sent' ? (
          <Mark shape="watch" tone="watch">
            {t('linking.answer.waiting')}
          </Mark>
        ) : (
          <ReferralMark status={referral.status} />
        )}
        {referral.outcome && <OutcomeMark outcome={referral.outcome} />}
        {referral.status === 'sent' && referral.answerExpectedOn && (
          <Small>{t('linking.expectedOn', { day: formatDay(referral.answerExpectedOn) })}</Small>
        )}
      </Row>
      {isThanked && (
        <div role="status">
          <Note tone="normal" icon="check">
            {t('linking.answer.thanks', { agency: referral.agencyName })}
          </Note>
        </div>
      )}
      <Shared referral={referral} />
      <Section title={t('linking.answer.yours')}>
        {answer ? (
          <AnswerForm
            key={answer.to ?? 'outcome'}
            session={session}
            referral={referral}
            answer={answer}
            onAnswered={(next) => {
              onChange(next)
              setAnswer(undefined)
              setThanked(true)
            }}
            onStale={onChange}
            onBack={() => setAnswer(undefined)}
          />
        ) : (
          <Stack gap="small">
            {possible.length === 0 && <p>{t('linking.answer.ended')}</p>}
            <Row>
              {possible.map((next) => (
                <Button
                  key={next.to}
                  look={next.to === 'accepted' ? 'primary' : 'plain'}
                  onPress={() => {
                    setAnswer(next)
                    setThanked(false)
                  }}
                >
                  {t(answers.find(({ to }) => to === next.to)?.words ?? 'linking.answer.yours')}
                </Button>
              ))}
              {referral.status !== 'sent' && referral.outcome === null && (
                <Button
                  onPress={() => {
                    setAnswer({ to: null, needsReason: false })
                    setThanked(false)
                  }}
                >
                  {t('linking.answer.tellOutcome')}
                </Button>
              )}
            </Row>
          </Stack>
        )}
      </Section>
      {referral.steps.length > 0 && (
        <Section title={t('linking.answer.soFar')}>
          <ol className={styles.steps}>
            {referral.steps.map((step) => (
              <li key={`${step.at} ${step.to}`}>
                <StepMark to={step.to} />
                <Small>
                  {t('linking.answer.by', {
                    side: step.bySide,
                    agency: referral.agencyName,
                    at: formatInstant(step.at),
                  })}
                </Small>
                {step.reason !== '' && (
                  <p>
                    <bdi>{step.reason}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Row>
        <Button icon="signout" onPress={onLeave}>
          {t('linking.answer.leave')}
        </Button>
        <Small>
          {referral.sentAt &&
            t('linking.sentOn', { day: formatDay(dayOfInstant(referral.sentAt)) })}
        </Small>
      </Row>
    </Stack>
  )
}

function Shared({ referral }: { referral: LinkedReferral }) {
  const t = useWords()
  const languageName = useLanguageName()
  const { formatDay, formatAge, formatList, withDigits } = useFormats()
  const { client, worker, consent } = referral
  return (
    <Section title={t('linking.answer.shared')}>
      <DefinitionList
        entries={[
          {
            key: 'born',
            name: t('linking.reads.born'),
            value: client.bornOn && formatDay(client.bornOn, precisionOf(client.bornPrecision)),
          },
          {
            key: 'age',
            name: t('linking.reads.age'),
            value: client.bornOn && formatAge(client.bornOn, precisionOf(client.bornPrecision)),
          },
          {
            key: 'phones',
            name: t('linking.reads.phones'),
            value:
              client.phones.length > 0 ? (
                <Row>
                  {client.phones.map((number) => (
                    <Link key={number} href={`tel:${number}`}>
                      <bdi dir="ltr">{withDigits(number)}</bdi>
                    </Link>
                  ))}
                </Row>
              ) : referral.doNotContactClient ? (
                t('linking.reads.noPhones')
              ) : (
                t('linking.reads.noSafePhone')
              ),
          },
          {
            key: 'languages',
            name: t('linking.reads.languages'),
            value: formatList(client.languages.map(languageName)),
          },
          {
            key: 'interpreter',
            name: t('linking.reads.interpreter'),
            value: client.interpreterNeeded ? t('linking.reads.needed') : undefined,
          },
          {
            key: 'need',
            name: t('linking.reads.need'),
            value: referral.need && <bdi>{referral.need}</bdi>,
          },
          {
            key: 'note',
            name: t('linking.note'),
            value: referral.note && <bdi className={styles.told}>{referral.note}</bdi>,
          },
          {
            key: 'worker',
            name: t('linking.reads.worker'),
            value: (
              <Row>
                <bdi>{worker.fullName}</bdi>
                {worker.phone !== '' && (
                  <Link href={`tel:${worker.phone}`}>
                    <bdi dir="ltr">{withDigits(worker.phone)}</bdi>
                  </Link>
                )}
              </Row>
            ),
          },
          {
            key: 'consent',
            name: t('linking.answer.consent'),
            value:
              consent &&
              t('linking.answer.consentIs', {
                purpose: consent.purpose,
                until: formatDay(consent.untilOn),
              }),
          },
        ]}
      />
    </Section>
  )
}
