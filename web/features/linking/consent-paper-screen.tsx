import { readCase } from '@peyvand/domain/cases/contract.ts'
import { listConsents } from '@peyvand/domain/linking/contract.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { isAbsent } from '../../platform/api-problem.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import type { Language } from '../../platform/settings.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { SignatureView } from '../../ui/signature-pad.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { nameOf } from '../cases/names.ts'
import { PaperFrame } from './paper-frame.tsx'
import { languageOf, usePaperWords } from './paper-words.ts'
import type { PaperWords } from './paper-words.ts'
import styles from './paper.module.css'
import type { Consent } from './rows.ts'
import { readSignature } from './signature-text.ts'

/** A consent on paper, for the client to keep, in the client's own language. */
export function ConsentPaperScreen() {
  const t = useWords()
  const { settings } = useLocale()
  const caseId = useParam('caseId')
  const consentId = useParam('consentId')
  const file = useEndpoint(readCase, { params: { caseId } })
  const consents = useEndpoint(listConsents, { params: { caseId } })
  const [chosen, choose] = useState<Language>()
  const language = chosen ?? languageOf(file.data?.client.languages ?? [], settings.language)
  const words = usePaperWords(language)
  const name = file.data ? nameOf(file.data.client) : ''
  const linking = `/cases/${caseId}/linking`
  usePlace(t('linking.consent.paper'), [
    { title: t('cases.list.title'), href: '/cases' },
    { title: name, href: `/cases/${caseId}` },
    { title: t('linking.title'), href: linking },
  ])
  const problem = file.error ?? consents.error
  const consent = consents.data?.consents.find(({ id }) => id === consentId)
  if (isAbsent(problem)) return <NotFoundPage />
  if (!file.data || !consents.data || !consent) {
    return (
      <Page>
        {problem ? (
          <ErrorState
            problem={problem}
            onRetry={() => void Promise.all([file.refetch(), consents.refetch()])}
          />
        ) : consents.data && file.data ? (
          <EmptyState
            icon="file"
            title={t('linking.consent.notHere')}
            action={<ButtonLink href={linking}>{t('linking.back')}</ButtonLink>}
          />
        ) : (
          <Skeleton lines={12} heading />
        )}
      </Page>
    )
  }
  return (
    <PaperFrame
      title={t('linking.consent.paper')}
      lead={t('linking.consent.paperLead')}
      actions={
        <>
          <ButtonLink href={linking}>{t('linking.back')}</ButtonLink>
          <Button look="primary" icon="print" onPress={() => window.print()}>
            {t('linking.consent.print')}
          </Button>
        </>
      }
      language={language}
      onLanguage={choose}
      words={words}
    >
      {(paper) => <ConsentPaper consent={consent} words={paper} />}
    </PaperFrame>
  )
}

function ConsentPaper({ consent, words }: { consent: Consent; words: PaperWords }) {
  const me = useMe()
  const { t, formats } = words
  const signature = readSignature(consent.signature)
  const signer = consent.givenByName ?? consent.personName
  const facts: [string, React.ReactNode][] = [
    [t('linking.paper.whose'), <bdi key="whose">{consent.personName}</bdi>],
    [
      t('linking.paper.givenBy'),
      consent.givenByName && consent.standing !== 'self'
        ? t('linking.paper.giver', {
            name: consent.givenByName,
            standing: t(`linking.standingOf.${consent.standing}`),
          })
        : '',
    ],
    [
      t('linking.paper.childSaid'),
      consent.childAssent && <bdi key="child">{consent.childAssent}</bdi>,
    ],
    [t('linking.paper.discloser'), <bdi key="discloser">{consent.discloser}</bdi>],
    [t('linking.paper.recipient'), <bdi key="recipient">{consent.recipientName}</bdi>],
    [
      t('linking.paper.groups'),
      <ul key="groups" className={styles.list}>
        {consent.groups.map((group) => (
          <li key={group}>{t(`linking.groupIs.${group}`)}</li>
        ))}
      </ul>,
    ],
    [t('linking.paper.purpose'), consent.purpose && <bdi key="purpose">{consent.purpose}</bdi>],
    [
      t('linking.paper.time'),
      t('linking.paper.fromUntil', {
        from: formats.formatDayLong(consent.fromOn),
        until: formats.formatDayLong(consent.untilOn),
      }),
    ],
    [
      t('linking.paper.withdrawHow'),
      consent.withdrawHow && <bdi key="withdrawHow">{consent.withdrawHow}</bdi>,
    ],
    [
      t('linking.paper.notDepending'),
      consent.notDepending && <bdi key="notDepending">{consent.notDepending}</bdi>,
    ],
  ]
  return (
    <>
      <div className={styles.head}>
        <b>
          <bdi>{me.agency.name}</bdi>
        </b>
        <span>{formats.formatDayLong(consent.fromOn)}</span>
      </div>
      <h2>{t('linking.paper.consent')}</h2>
      {consent.withdrawnAt && (
        <p className={styles.void}>
          {t('linking.paper.withdrawn', { at: formats.formatInstant(consent.withdrawnAt) })}
        </p>
      )}
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p>{t('linking.paper.right')}</p>
      <div className={styles.signature}>
        {consent.how === 'spoken' ? (
          <div>
            <span>{t('linking.paper.spoken', { name: signer })}</span>
            <span>{t('linking.paper.witness', { name: consent.witness })}</span>
          </div>
        ) : (
          <div>
            <span>{t('linking.paper.signedBy', { name: signer })}</span>
            {signature && (
              <SignatureView
                signature={signature}
                label={t('linking.paper.signedBy', { name: signer })}
              />
            )}
          </div>
        )}
        <div>
          <span>{t('linking.paper.worker')}</span>
          <span className={styles.line} />
        </div>
      </div>
    </>
  )
}
