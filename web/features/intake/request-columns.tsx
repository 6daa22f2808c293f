import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { listRequests } from '@peyvand/domain/intake/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocalName } from '../../platform/use-local-name.ts'
import { useWords } from '../../platform/words.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Level } from '../../ui/level.tsx'
import type { ListColumn } from '../../ui/paged-list.tsx'
import { RequestMark } from './request-mark.tsx'

export type RequestRow = AnswerOf<typeof listRequests>['requests'][number]

/** The lines of the queue: who, in which words, where it stands, and since when. */
export function useRequestColumns(): ListColumn<RequestRow>[] {
  const t = useWords()
  const nameIn = useLocalName()
  const { today } = useLocale()
  const { formatRelativeDays, dayOfInstant } = useFormats()
  return [
    {
      key: 'client',
      title: t('intake.queue.who'),
      width: 'minmax(0, 2fr)',
      isHead: true,
      cell: (row) =>
        row.client ? (
          <bdi>{fullName(row.client)}</bdi>
        ) : (
          <Small tone="faint">
            {t(row.status === 'accepted' ? 'intake.queue.inCase' : 'intake.queue.nobody')}
          </Small>
        ),
    },
    {
      key: 'status',
      title: t('intake.queue.status'),
      width: 'minmax(9rem, 1.3fr)',
      cell: (row) => (
        <Stack gap="tight">
          <Row>
            <RequestMark status={row.status} />
          </Row>
          {row.placeInLine !== null && (
            <Row>
              <Small>{t('intake.line.place', { place: row.placeInLine })}</Small>
              {row.priority !== 'normal' && (
                <Level level={row.priority} bare>
                  {t(`cases.level.${row.priority}`)}
                </Level>
              )}
            </Row>
          )}
          {isNotTold(row) && <Small>{t('intake.notTold')}</Small>}
        </Stack>
      ),
    },
    {
      key: 'problem',
      title: t('intake.problem'),
      width: 'minmax(0, 3fr)',
      wideOnly: true,
      cell: (row) => (
        <Small>
          <bdi>{row.presentingProblem}</bdi>
        </Small>
      ),
    },
    {
      key: 'programme',
      title: t('intake.queue.programme'),
      width: 'minmax(0, 1.4fr)',
      wideOnly: true,
      cell: (row) => <Small>{nameIn(row.programme)}</Small>,
    },
    {
      key: 'received',
      title: t('intake.queue.received'),
      width: '7rem',
      cell: (row) => <Small>{formatRelativeDays(dayOfInstant(row.receivedAt), today)}</Small>,
    },
  ]
}

/** A no that nobody has told the person yet. */
export function isNotTold(row: Pick<RequestRow, 'status' | 'toldOn'>): boolean {
  return (row.status === 'ineligible' || row.status === 'declined') && row.toldOn === null
}
