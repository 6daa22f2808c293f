import { readService } from '@peyvand/domain/directory/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { isAbsent } from '../../platform/api-problem.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList, Facts } from '../../ui/definition-list.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CategoriseDialog } from './categorise-dialog.tsx'
import { ConfirmServiceDialog } from './confirm-service-dialog.tsx'
import { useWhen } from './directory-words.ts'
import { ServiceConditions } from './service-conditions.tsx'
import { ServiceHours } from './service-hours.tsx'
import { ServicePhones } from './service-phones.tsx'
import { ServicePlaces } from './service-places.tsx'
import styles from './service.module.css'
import { WebLink } from './web-link.tsx'

export type Service = AnswerOf<typeof readService>

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
            <About service={service} />
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
            <Confirmations service={service} />
          </Stack>
        </Columns>
        <WhereItCameFrom service={service} />
      </Stack>
    </Page>
  )
}

function ServiceStanding({ service }: { service: Service }) {
  const t = useWords()
  const whenOf = useWhen()
  return (
    <Row gap="small">
      <bdi>{service.organisation.name}</bdi>
      {service.kind === 'informal' && <Tag>{t('directory.kind.informal')}</Tag>}
      {service.status !== 'active' && (
        <Mark
          shape={service.status === 'temporarily_closed' ? 'watch' : 'refused'}
          tone={service.status === 'temporarily_closed' ? 'watch' : 'plain'}
        >
          {t(`directory.status.${service.status}`)}
        </Mark>
      )}
      {service.lastConfirmedOn === null ? (
        <Mark shape="watch" tone="watch" bare>
          {t('directory.neverConfirmed')}
        </Mark>
      ) : (
        <Mark shape="done" tone="normal" bare>
          {t('directory.confirmedWhen', { when: whenOf(service.lastConfirmedOn) })}
        </Mark>
      )}
    </Row>
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

function HowToGet({ service }: { service: Service }) {
  const t = useWords()
  return (
    <Section title={t('directory.service.how')}>
      <DefinitionList
        entries={[
          {
            key: 'apply',
            name: t('directory.service.apply'),
            value: service.applicationProcess && <bdi>{service.applicationProcess}</bdi>,
          },
          {
            key: 'papers',
            name: t('directory.service.papers'),
            value:
              service.papers.length > 0 ? (
                <ul>
                  {service.papers.map(({ document, link }) => (
                    <li key={document}>
                      <bdi>{document}</bdi> <WebLink address={link} />
                    </li>
                  ))}
                </ul>
              ) : undefined,
          },
          { key: 'cost', name: t('directory.service.cost'), value: <Costs service={service} /> },
          {
            key: 'wait',
            name: t('directory.service.wait'),
            value: service.waitTime && <bdi>{service.waitTime}</bdi>,
          },
          {
            key: 'interpretation',
            name: t('directory.service.interpretation'),
            value: service.interpretation && <bdi>{service.interpretation}</bdi>,
          },
        ]}
      />
    </Section>
  )
}

function Costs({ service }: { service: Service }) {
  const t = useWords()
  const { formatNumber, formatDay } = useFormats()
  return (
    <Stack gap="tight">
      {service.free !== null && (
        <span>{t(service.free ? 'directory.free' : 'directory.notFree')}</span>
      )}
      {service.fees && (
        <span>
          <bdi>{service.fees}</bdi>
        </span>
      )}
      {service.costs.map((cost, index) => (
        <Facts
          key={index}
          facts={[
            cost.option,
            cost.amount !== null && (
              <bdi key="amount">
                {formatNumber(cost.amount)} {cost.currency}
              </bdi>
            ),
            cost.description,
            cost.validFrom !== null &&
              cost.validTo !== null &&
              t('directory.period', {
                from: formatDay(cost.validFrom),
                to: formatDay(cost.validTo),
              }),
          ]}
        />
      ))}
      {service.free === null && service.fees === '' && service.costs.length === 0 && (
        <Small tone="faint">{t('directory.costUnknown')}</Small>
      )}
    </Stack>
  )
}

function About({ service }: { service: Service }) {
  const t = useWords()
  const { organisation } = service
  return (
    <Section title={t('directory.service.about')}>
      {service.description && (
        <p dir="auto" className={styles.description}>
          {service.description}
        </p>
      )}
      <DefinitionList
        entries={[
          {
            key: 'organisation',
            name: t('directory.service.organisation'),
            value: (
              <Stack gap="tight">
                <span>
                  <bdi>{organisation.name}</bdi>
                </span>
                {organisation.description && (
                  <Small>
                    <bdi>{organisation.description}</bdi>
                  </Small>
                )}
                <WebLink address={organisation.website} />
              </Stack>
            ),
          },
          {
            key: 'programme',
            name: t('directory.service.programme'),
            value: service.programme,
          },
          {
            key: 'website',
            name: t('directory.service.website'),
            value: service.website && <WebLink address={service.website} />,
          },
          {
            key: 'email',
            name: t('directory.service.email'),
            value: service.email && (
              <Link href={`mailto:${service.email}`}>
                <bdi>{service.email}</bdi>
              </Link>
            ),
          },
          {
            key: 'accreditations',
            name: t('directory.service.accreditations'),
            value: service.accreditations && <bdi>{service.accreditations}</bdi>,
          },
          {
            key: 'keywords',
            name: t('directory.service.keywords'),
            value:
              service.keywords.length > 0 ? <bdi>{service.keywords.join(', ')}</bdi> : undefined,
          },
        ]}
      />
    </Section>
  )
}

function Confirmations({ service }: { service: Service }) {
  const t = useWords()
  const { formatDay, formatList } = useFormats()
  // It came with its day of confirmation from another list, which does not say how.
  if (service.confirmations.length === 0 && service.lastConfirmedOn !== null) return null
  return (
    <Section title={t('directory.service.confirmations')}>
      {service.confirmations.length === 0 ? (
        <Small>{t('directory.service.noConfirmation')}</Small>
      ) : (
        <ul>
          {service.confirmations.map((confirmation, index) => (
            <li key={index}>
              <Facts
                facts={[
                  formatDay(confirmation.confirmedOn),
                  t(`directory.how.${confirmation.how}`),
                  formatList(confirmation.parts.map((part) => t(`directory.part.${part}`))),
                  confirmation.by,
                ]}
              />
              {confirmation.note && <Small>{confirmation.note}</Small>}
            </li>
          ))}
        </ul>
      )}
      {!service.mine && (
        <p>
          <Small tone="faint">{t('directory.service.notMine')}</Small>
        </p>
      )}
    </Section>
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
