import { readService } from '@peyvand/domain/directory/contract.ts'
import { isAbsent } from '../../platform/api-problem.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Page, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AboutService } from './about-service.tsx'
import { CategoriseDialog } from './categorise-dialog.tsx'
import { ConfirmServiceDialog } from './confirm-service-dialog.tsx'
import { HowToGet } from './how-to-get.tsx'
import { ServiceConditions } from './service-conditions.tsx'
import { ServiceConfirmations } from './service-confirmations.tsx'
import { ServiceHours } from './service-hours.tsx'
import { ServicePhones } from './service-phones.tsx'
import { ServicePlaces } from './service-places.tsx'
import { ServiceStanding } from './service-standing.tsx'
import type { Service } from './types.ts'

/** One service: for whom, how to get it, when and where, and how sure all this is. */
export function ServiceScreen() {
  const t = useWords()
  const serviceId = useParam('serviceId')
  const found = useEndpoint(readService, { params: { serviceId } })
  usePlace(found.data?.name ?? '', [{ title: t('directory.title'), href: '/services' }])
  if (isAbsent(found.error)) return <NotFoundPage />
  if (!found.data) {
    return (
      <Page>
        {found.error ? (
          <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton lines={10} heading />
        )}
      </Page>
    )
  }
  return <ServicePage service={found.data} />
}

function ServicePage({ service }: { service: Service }) {
  const t = useWords()
  return (
    <Page>
      <Stack>
        <PageHeader
          title={<bdi>{service.name}</bdi>}
          beside={service.alternateName && <bdi>{service.alternateName}</bdi>}
          actions={<ServiceActions service={service} />}
        >
          <ServiceStanding service={service} />
        </PageHeader>
        {service.alert && <Note tone="watch">{service.alert}</Note>}
        {service.kind === 'informal' && (
          <Note size="small">{t('directory.service.informalNote')}</Note>
        )}
        <Columns shape="main">
          <Stack>
            <Section title={t('directory.service.forWhom')}>
              <ServiceConditions service={service} />
            </Section>
            <HowToGet service={service} />
            <AboutService service={service} />
          </Stack>
          <Stack>
            {service.phones.length + service.contacts.length > 0 && (
              <Section title={t('directory.service.phones')}>
                <ServicePhones service={service} />
              </Section>
            )}
            <Section title={t('directory.service.when')}>
              <ServiceHours schedules={service.schedules} />
            </Section>
            <ServicePlaces service={service} />
            <ServiceConfirmations service={service} />
          </Stack>
        </Columns>
        <WhereItCameFrom service={service} />
      </Stack>
    </Page>
  )
}

function ServiceActions({ service }: { service: Service }) {
  const t = useWords()
  return (
    <>
      <PrintButton />
      {service.mine && <CategoriseDialog service={service} />}
      {service.mine && service.source === null && (
        <ButtonLink href={`/services/${service.id}/change`} icon="edit">
          {t('directory.service.edit')}
        </ButtonLink>
      )}
      {service.mine && <ConfirmServiceDialog service={service} />}
    </>
  )
}

function WhereItCameFrom({ service }: { service: Service }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const { source } = service
  return (
    <Small tone="faint">
      {source
        ? t('directory.service.source', {
            source: source.name,
            licence: source.licence,
            attribution: source.attribution,
            when: formatDay(dayOfInstant(source.importedAt)),
          })
        : t(service.mine ? 'directory.service.own' : 'directory.service.ownOther')}
    </Small>
  )
}
