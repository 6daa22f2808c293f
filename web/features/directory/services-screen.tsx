import { listServices } from '@peyvand/domain/directory/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { hasRole, useMe } from '../../platform/me.tsx'
import { usePlace } from '../../platform/place.ts'
import { usePages } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useShortcut } from '../../platform/shortcuts.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useLanguageName, useWhen } from './directory-words.ts'
import { ServiceFilters, useServiceFilter } from './service-filters.tsx'
import styles from './service.module.css'

export type ServiceLine = AnswerOf<typeof listServices>['services'][number]

const rowsOf = (answer: AnswerOf<typeof listServices>) => answer.services

/** Who can help? The directory, narrowed by a sentence. */
export function ServicesScreen() {
  const t = useWords()
  const me = useMe()
  usePlace(t('directory.title'))
  const go = useGo()
  useShortcut('n', t('directory.add'), () => go('/services/new'))
  const filter = useServiceFilter()
  const pages = usePages(listServices, { query: filter.query }, rowsOf)
  const columns = useServiceColumns()
  return (
    <Page>
      <Stack>
        <PageHeader
          title={t('directory.question')}
          actions={
            <>
              <PrintButton />
              {hasRole(me, 'administrator') && (
                <ButtonLink href="/services/import" icon="upload">
                  {t('directory.import')}
                </ButtonLink>
              )}
              <ButtonLink href="/services/new" icon="plus" look="primary">
                {t('directory.add')}
              </ButtonLink>
            </>
          }
        />
        <ServiceFilters filter={filter} />
        <PagedList<ServiceLine>
          {...pages}
          label={t('directory.title')}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/services/${id}`}
          columns={columns}
          empty={
            filter.isNarrowed ? (
              <EmptyState icon="search" title={t('directory.nothing')}>
                {t('directory.nothing.next')}
              </EmptyState>
            ) : (
              <EmptyState icon="pin" title={t('directory.empty')}>
                {t('directory.empty.next')}
              </EmptyState>
            )
          }
        />
      </Stack>
    </Page>
  )
}

function useServiceColumns() {
  const t = useWords()
  const languageName = useLanguageName()
  const { formatList } = useFormats()
  const whenOf = useWhen()
  return [
    {
      key: 'service',
      title: t('directory.column.service'),
      width: 'minmax(0, 3fr)',
      isHead: true,
      cell: (row: ServiceLine) => (
        <Stack gap="tight">
          <Row>
            <bdi>{row.name}</bdi>
            {row.kind === 'informal' && <Tag>{t('directory.kind.informal')}</Tag>}
            {row.status !== 'active' && (
              <Mark
                shape={row.status === 'temporarily_closed' ? 'watch' : 'refused'}
                tone={row.status === 'temporarily_closed' ? 'watch' : 'plain'}
                bare
              >
                {t(`directory.status.${row.status}`)}
              </Mark>
            )}
          </Row>
          <span className={styles.organisation}>
            <Small>
              <bdi>{row.organisation.name}</bdi>
            </Small>
          </span>
        </Stack>
      ),
    },
    {
      key: 'needs',
      title: t('directory.column.needs'),
      width: 'minmax(0, 2fr)',
      cell: (row: ServiceLine) => (
        <Small>{formatList(row.needDomains.map((domain) => t(`directory.need.${domain}`)))}</Small>
      ),
    },
    {
      key: 'place',
      title: t('directory.column.place'),
      width: 'minmax(0, 1.4fr)',
      wideOnly: true,
      cell: (row: ServiceLine) => (
        <Small>
          <bdi>{formatList(row.cities)}</bdi>
        </Small>
      ),
    },
    {
      key: 'languages',
      title: t('directory.column.languages'),
      width: 'minmax(0, 1.4fr)',
      wideOnly: true,
      cell: (row: ServiceLine) => (
        <Small>{formatList(row.languages.map((code) => languageName(code)))}</Small>
      ),
    },
    {
      key: 'cost',
      title: t('directory.column.cost'),
      width: '7.5rem',
      wideOnly: true,
      cell: (row: ServiceLine) => (
        <Small tone={row.free === null ? 'faint' : 'soft'}>
          {t(
            row.free === null
              ? 'directory.costUnknown'
              : row.free
                ? 'directory.free'
                : 'directory.notFree',
          )}
        </Small>
      ),
    },
    {
      key: 'confirmed',
      title: t('directory.column.confirmed'),
      width: '8rem',
      wideOnly: true,
      cell: (row: ServiceLine) => (
        <Small tone={row.lastConfirmedOn === null ? 'faint' : 'soft'}>
          {row.lastConfirmedOn === null ? t('directory.never') : whenOf(row.lastConfirmedOn)}
        </Small>
      ),
    },
  ]
}
