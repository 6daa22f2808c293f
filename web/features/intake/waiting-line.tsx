import { readWaitingLine } from '@peyvand/domain/intake/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { Level } from '../../ui/level.tsx'
import { Link } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PlacesLine } from './places-line.tsx'
import type { RequestRow } from './request-columns.tsx'

/** Who waits for one programme, in the one order that holds everywhere. */
export function WaitingLine({ programmeId }: { programmeId: string }) {
  const t = useWords()
  const { today } = useLocale()
  const { formatRelativeDays, dayOfInstant } = useFormats()
  const line = useEndpoint(readWaitingLine, { params: { programmeId } })
  if (line.error) return <ErrorState problem={line.error} onRetry={() => void line.refetch()} />
  if (!line.data) return <Skeleton lines={6} />
  return (
    <Stack gap="small">
      <p>
        <PlacesLine places={line.data.places} />
      </p>
      <Small>{t('intake.line.order')}</Small>
      <DataTable<RequestRow>
        label={t('intake.line.title')}
        rows={line.data.requests}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="clock" title={t('intake.line.empty')}>
            {t('intake.line.emptyNext')}
          </EmptyState>
        }
        columns={[
          {
            key: 'place',
            title: t('intake.line.title'),
            cell: (row) => t('intake.line.place', { place: row.placeInLine ?? 0 }),
          },
          {
            key: 'client',
            title: t('intake.queue.who'),
            isHead: true,
            cell: (row) => (
              <Link href={`/requests/${row.id}`}>
                <bdi>{row.client ? fullName(row.client) : t('intake.queue.nobody')}</bdi>
              </Link>
            ),
          },
          {
            key: 'priority',
            title: t('intake.priority'),
            cell: (row) => <Level level={row.priority}>{t(`cases.level.${row.priority}`)}</Level>,
          },
          {
            key: 'since',
            title: t('intake.line.since'),
            cell: (row) => (
              <Small>
                {row.waitlistedAt && formatRelativeDays(dayOfInstant(row.waitlistedAt), today)}
              </Small>
            ),
          },
          {
            key: 'problem',
            title: t('intake.problem'),
            wideOnly: true,
            cell: (row) => (
              <Small>
                <bdi>{row.presentingProblem}</bdi>
              </Small>
            ),
          },
        ]}
      />
    </Stack>
  )
}
