import { readRequest } from '@peyvand/domain/intake/contract.ts'
import { bornOf, fullName } from '@peyvand/domain/people/person.ts'
import { isAbsent } from '../../platform/api-problem.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocalName } from '../../platform/use-local-name.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Page, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SafeContact } from '../cases/safe-contact.tsx'
import { AlsoRegistered } from '../people/also-registered.tsx'
import { PersonCard } from '../people/person-card.tsx'
import { AskedSection } from './asked-section.tsx'
import { DecisionSection } from './decision-section.tsx'
import { EligibilitySection } from './eligibility-section.tsx'
import { NameClientSheet } from './name-client-sheet.tsx'
import { PlacesLine } from './places-line.tsx'
import type { RequestFile } from './request-file.ts'
import { RequestMark } from './request-mark.tsx'
import { StepsSoFar } from './steps-so-far.tsx'

/** Is this programme meant for this person, and what do we answer? */
export function RequestScreen() {
  const t = useWords()
  const requestId = useParam('requestId')
  const found = useEndpoint(readRequest, { params: { requestId } })
  const name = found.data?.client
    ? fullName(found.data.client)
    : t(found.data?.status === 'accepted' ? 'intake.queue.inCase' : 'intake.queue.nobody')
  usePlace(found.data ? name : t('intake.request'), [
    { title: t('intake.queue.title'), href: '/requests' },
  ])
  if (isAbsent(found.error)) return <NotFoundPage />
  return (
    <Page>
      {found.error ? (
        <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton lines={10} heading />
      ) : (
        <Request request={found.data} name={name} />
      )}
    </Page>
  )
}

function Request({ request, name }: { request: RequestFile; name: string }) {
  const t = useWords()
  const nameIn = useLocalName()
  const { formatAge, formatDay, dayOfInstant } = useFormats()
  const { client } = request
  const born = client ? bornOf(client) : undefined
  return (
    <Stack>
      <PageHeader
        title={<bdi>{name}</bdi>}
        beside={<RequestMark status={request.status} />}
        actions={
          <>
            <PrintButton />
            {request.caseId && (
              <ButtonLink href={`/cases/${request.caseId}`} icon="folder" look="primary">
                {t('intake.openCase')}
              </ButtonLink>
            )}
          </>
        }
      >
        <Facts
          facts={[
            born && formatAge(born.on, born.precision),
            nameIn(request.programme),
            <bdi key="desk">{request.desk.name}</bdi>,
            t('intake.receivedOn', { day: formatDay(dayOfInstant(request.receivedAt)) }),
            request.placeInLine !== null && t('intake.line.place', { place: request.placeInLine }),
          ]}
        />
      </PageHeader>
      {client && <SafeContact words={client.safeContact} />}
      <Columns>
        <Stack>
          <AskedSection key={`asked ${request.version}`} request={request} />
          {request.status === 'guided' ? (
            <Section title={t('intake.guidance.told')}>
              <p>{request.guidanceGiven}</p>
            </Section>
          ) : (
            <EligibilitySection request={request} />
          )}
          <DecisionSection request={request} />
        </Stack>
        <Stack>
          {client ? (
            <>
              <PersonCard personId={client.id} title={t('intake.client')} safeContactShown />
              <AlsoRegistered personId={client.id} />
            </>
          ) : (
            request.status !== 'guided' && <Nobody request={request} />
          )}
          {request.status !== 'guided' && (
            <Section title={t('intake.places')}>
              <p>
                <PlacesLine places={request.places} />
              </p>
            </Section>
          )}
          <StepsSoFar steps={request.steps} />
        </Stack>
      </Columns>
    </Stack>
  )
}

function Nobody({ request }: { request: RequestFile }) {
  const t = useWords()
  if (request.status === 'accepted') {
    return <Note icon="lock">{t('intake.inCase')}</Note>
  }
  return (
    <Note
      icon="person"
      title={t('intake.nobodyNamed')}
      {...(request.nextSteps.length > 0 ? { actions: <NameClientSheet request={request} /> } : {})}
    >
      {t('intake.nobodyNamedNext')}
    </Note>
  )
}
