import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { listRequests } from '@peyvand/domain/intake/contract.ts'
import { usePlace, useWaiting } from '../../platform/place.ts'
import { useEndpoint, usePages } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useShortcut } from '../../platform/shortcuts.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { GuidanceSheet } from './guidance-sheet.tsx'
import { useMyDesks } from './my-desks.ts'
import { NoDesk } from './no-desk.tsx'
import { useRequestColumns } from './request-columns.tsx'
import { RequestFilters, useRequestFilter } from './request-filters.tsx'
import { WaitingLine } from './waiting-line.tsx'

const rowsOf = (answer: AnswerOf<typeof listRequests>) => answer.requests

/** Which requests wait for an answer of ours? */
export function RequestsScreen() {
  const t = useWords()
  const go = useGo()
  usePlace(t('intake.queue.title'))
  useShortcut('n', t('app.newRequest'), () => go('/requests/new'))
  const { desks, seesLine } = useMyDesks()
  const filter = useRequestFilter()
  const { status, programmeId, source, needDomain } = filter
  const query = { programmeId, source, needDomain }
  const first = useEndpoint(listRequests, { query: { ...query, status, limit: 1 } })
  const counts = first.data?.counts
  useWaiting('requests', counts?.received)
  const sitsNowhere = desks?.length === 0
  return (
    <Page>
      <Stack>
        <PageHeader
          title={t('intake.queue.question')}
          actions={
            !sitsNowhere && (
              <>
                <PrintButton />
                <ButtonLink href="/people/likely-same" icon="people">
                  {t('people.same.title')}
                </ButtonLink>
                {desks && <GuidanceSheet desks={desks} />}
                <ButtonLink href="/requests/new" icon="plus" look="primary">
                  {t('app.newRequest')}
                </ButtonLink>
              </>
            )
          }
        >
          {counts &&
            !sitsNowhere &&
            t('intake.queue.answer', { received: counts.received, waiting: counts.waitlisted })}
        </PageHeader>
        {sitsNowhere ? (
          <NoDesk />
        ) : (
          <>
            <RequestFilters filter={filter} counts={counts} />
            {status === 'waitlisted' && programmeId && seesLine(programmeId) ? (
              <WaitingLine programmeId={programmeId} />
            ) : (
              <Queue query={{ ...query, status }} />
            )}
          </>
        )}
      </Stack>
    </Page>
  )
}

function Queue({
  query,
}: {
  query: Parameters<typeof usePages<typeof listRequests, unknown>>[1]['query']
}) {
  const t = useWords()
  const columns = useRequestColumns()
  const pages = usePages(listRequests, { query }, rowsOf)
  const isNarrowed =
    query !== undefined &&
    (query.status !== 'open' ||
      query.programmeId !== undefined ||
      query.source !== undefined ||
      query.needDomain !== undefined)
  return (
    <PagedList
      {...pages}
      label={t('intake.queue.title')}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/requests/${id}`}
      columns={columns}
      empty={
        isNarrowed ? (
          <EmptyState icon="filter" title={t('intake.queue.nothing')}>
            {t('intake.queue.nothingNext')}
          </EmptyState>
        ) : (
          <EmptyState
            icon="door"
            title={t('intake.queue.empty')}
            action={
              <ButtonLink href="/requests/new" icon="plus">
                {t('app.newRequest')}
              </ButtonLink>
            }
          >
            {t('intake.queue.emptyNext')}
          </EmptyState>
        )
      }
    />
  )
}
