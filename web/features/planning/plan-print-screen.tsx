import { readPlan } from '@peyvand/domain/planning/contract.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { isAbsent } from '../../platform/api-problem.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import type { Language } from '../../platform/settings.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { SignatureView } from '../../ui/signature-pad.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PaperFrame } from '../linking/paper-frame.tsx'
import { languageOf, usePaperWords } from '../linking/paper-words.ts'
import type { PaperWords } from '../linking/paper-words.ts'
import paper from '../linking/paper.module.css'
import { ClientPage, clientNameOf } from './client-page.tsx'
import type { Plan } from './types.ts'

/** The client's own page of the plan, to take along and to sign, in the client's language. */
export function PlanPrintScreen() {
  const t = useWords()
  const { settings } = useLocale()
  const caseId = useParam('caseId')
  const planId = useParam('planId')
  const found = useEndpoint(readPlan, { params: { caseId, planId } })
  const [chosen, choose] = useState<Language>()
  const plan = found.data
  const language = chosen ?? languageOf(plan?.client.languages ?? [], settings.language)
  const words = usePaperWords(language)
  const back = `/cases/${caseId}/plan`
  usePlace(t('planning.herPage'), [
    { title: t('cases.list.title'), href: '/cases' },
    { title: plan ? clientNameOf(plan) : '', href: `/cases/${caseId}` },
    { title: t('planning.title'), href: back },
  ])
  if (isAbsent(found.error)) return <NotFoundPage />
  if (!plan) {
    return (
      <Page>
        {found.error ? (
          <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton lines={12} heading />
        )}
      </Page>
    )
  }
  return (
    <PaperFrame
      title={t('planning.herPage')}
      lead={t('planning.page.lead')}
      actions={
        <>
          <ButtonLink href={back}>{t('planning.page.back')}</ButtonLink>
          <Button look="primary" icon="print" onPress={() => window.print()}>
            {t('planning.printForClient')}
          </Button>
        </>
      }
      language={language}
      onLanguage={choose}
      words={words}
    >
      {(spoken) => <PlanPaper plan={plan} words={spoken} />}
    </PaperFrame>
  )
}

function PlanPaper({ plan, words }: { plan: Plan; words: PaperWords }) {
  const { t, formats } = words
  const { dayOfInstant } = useFormats()
  const [newest] = plan.agreements
  const signature = newest?.toTheseWords ? newest.signature : null
  const day = newest?.toTheseWords ? newest.answeredOn : (plan.proposedAt ?? plan.createdAt)
  return (
    <>
      <div className={paper.head}>
        <b>
          <bdi>{plan.agencyName}</bdi>
        </b>
        <span>{formats.formatDayLong(dayOfInstant(day))}</span>
      </div>
      <h2>{t('planning.page.title', { name: clientNameOf(plan) })}</h2>
      <ClientPage plan={plan} words={words} />
      <div className={paper.signature}>
        <div>
          <span>{t('planning.page.yourSignature')}</span>
          {signature ? (
            <SignatureView signature={signature} label={t('planning.page.yourSignature')} />
          ) : (
            <span className={paper.line} />
          )}
        </div>
        <div>
          <span>{t('planning.page.ourSignature')}</span>
          {plan.manager && (
            <b>
              <bdi>{plan.manager.fullName}</bdi>
            </b>
          )}
          <span className={paper.line} />
        </div>
      </div>
    </>
  )
}
