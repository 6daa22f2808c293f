import { useRef, useState } from 'react'
import { findServicesForNeed } from '@peyvand/domain/directory/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam, useSearchWord } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { CompareServices } from './compare-services.tsx'
import type { FoundService } from './directory-words.ts'
import { ExcludedServices } from './excluded-services.tsx'
import { FindFacts } from './find-facts.tsx'
import { FoundServiceCard } from './found-service-card.tsx'

export type Found = AnswerOf<typeof findServicesForNeed>

const mostCompared = 3

/** Who can help with this need? In the frame of the case. */
export function FindServiceScreen() {
  const t = useWords()
  const needId = useParam('needId')
  return (
    <CaseFrame current="linking" title={t('directory.find')}>
      {(file) => (
        <FindService
          caseId={file.id}
          needId={needId}
          referHref={
            file.mayWrite
              ? (serviceId) => `/cases/${file.id}/linking?need=${needId}&refer=${serviceId}`
              : undefined
          }
        />
      )}
    </CaseFrame>
  )
}

interface FindServiceProps {
  caseId: string
  needId: string
  /** Where a referral to a service begins; left out where the reader may not refer. */
  referHref: ((serviceId: string) => string) | undefined
}

/** The need first, then services in the order in which to look at them, each saying why. */
export function FindService({ caseId, needId, referHref }: FindServiceProps) {
  const t = useWords()
  const [mustBeFree, setMustBeFree] = useSearchWord('free')
  const [needsStepFree, setNeedsStepFree] = useSearchWord('stepFree')
  const [area, setArea] = useSearchWord('area')
  const [language, setLanguage] = useSearchWord('language')
  const found = useEndpoint(findServicesForNeed, {
    params: { caseId, needId },
    query: {
      ...(mustBeFree ? { mustBeFree: 'true' } : {}),
      ...(needsStepFree ? { needsStepFree: 'true' } : {}),
      ...(area ? { area } : {}),
      ...(language ? { language } : {}),
    },
  })
  if (!found.data) {
    return found.error ? (
      <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <Skeleton lines={10} heading />
    )
  }
  const { need } = found.data
  return (
    <Stack>
      <PageHeader title={t('directory.find.question')} actions={<PrintButton />}>
        <Row>
          <SeverityBars severity={need.severity} />
          <span>
            {t('directory.find.need', {
              number: need.number,
              severity: need.severity,
              most: 4,
              statement: need.statement,
            })}
          </span>
        </Row>
      </PageHeader>
      <FindFacts
        person={found.data.person}
        mustBeFree={Boolean(mustBeFree)}
        needsStepFree={Boolean(needsStepFree)}
        other={{ area: area ?? '', language: language ?? '' }}
        onMustBeFree={(on) => setMustBeFree(on ? '1' : undefined)}
        onNeedsStepFree={(on) => setNeedsStepFree(on ? '1' : undefined)}
        onArea={setArea}
        onLanguage={setLanguage}
      />
      <FoundServices found={found.data} referHref={referHref} />
    </Stack>
  )
}

function FoundServices({
  found,
  referHref,
}: {
  found: Found
  referHref: FindServiceProps['referHref']
}) {
  const t = useWords()
  const table = useRef<HTMLDivElement>(null)
  const [compared, setCompared] = useState<readonly string[]>([])
  const fitting = found.services.filter(({ fit }) => fit !== 'not_eligible')
  const excluded = found.services.filter(({ fit }) => fit === 'not_eligible')
  const chosen = fitting.filter(({ service }) => compared.includes(service.id))
  const compare = (service: FoundService['service'], on: boolean) =>
    setCompared(on ? [...compared, service.id] : compared.filter((id) => id !== service.id))
  return (
    <Stack gap="small">
      <Small>{t('directory.find.count', { count: fitting.length })}</Small>
      {found.services.length === 0 && (
        <EmptyState
          icon="search"
          title={t('directory.find.nobody')}
          action={<ButtonLink href="/services">{t('directory.find.searchAll')}</ButtonLink>}
        >
          {t('directory.find.nobodyNext')}
        </EmptyState>
      )}
      {chosen.length > 1 && (
        <div ref={table}>
          <CompareServices chosen={chosen} onTakeAway={(service) => compare(service, false)} />
        </div>
      )}
      {fitting.map((one) => (
        <FoundServiceCard
          key={one.service.id}
          found={one}
          referHref={referHref?.(one.service.id)}
          isCompared={compared.includes(one.service.id)}
          mayCompare={compared.length < mostCompared}
          onCompare={(on) => compare(one.service, on)}
          onShowCompared={
            chosen.length > 1 ? () => table.current?.scrollIntoView({ block: 'center' }) : undefined
          }
        />
      ))}
      {excluded.length > 0 && <ExcludedServices excluded={excluded} />}
      {found.more && <Note size="small">{t('directory.find.more')}</Note>}
      {fitting.length > 0 && <Small tone="faint">{t('directory.find.advises')}</Small>}
    </Stack>
  )
}
