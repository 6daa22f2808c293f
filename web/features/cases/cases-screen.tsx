import { listCases } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useLocale } from '../../platform/locale.tsx'
import { usePlace } from '../../platform/place.ts'
import { usePages } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { Level } from '../../ui/level.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useDueWords } from '../monitoring/due-words.ts'
import { CaseMarks } from './case-marks.tsx'
import { nameOf, useNameIn } from './names.ts'

type CaseRow = AnswerOf<typeof listCases>['cases'][number]

const statuses = ['open', 'closed', 'all'] as const
const parts = ['any', 'case_manager', 'supervisor', 'member'] as const
const rowsOf = (answer: AnswerOf<typeof listCases>) => answer.cases

/** My cases: found by name in any spelling, filtered by a sentence, each with what is next. */
export function CasesScreen() {
  const t = useWords()
  const nameIn = useNameIn()
  const dueWords = useDueWords()
  const { formatDay, formatRelativeDays, dayOfInstant, withDigits } = useFormats()
  const { today } = useLocale()
  const [words, setWords] = useSearchWord('words')
  const [status, setStatus] = useSearchWord('status')
  const [part, setPart] = useSearchWord('part')
  usePlace(t('cases.list.title'))
  const pages = usePages(
    listCases,
    {
      query: {
        ...(words ? { words } : {}),
        status: statuses.find((one) => one === status) ?? 'open',
        part: parts.find((one) => one === part) ?? 'any',
      },
    },
    rowsOf,
  )
  const isNarrowed = Boolean(words) || (status !== undefined && status !== 'open') || Boolean(part)
  return (
    <Page>
      <Stack>
        <PageHeader
          title={t('cases.list.title')}
          actions={
            <ButtonLink href="/requests/new" icon="plus" look="primary">
              {t('app.newRequest')}
            </ButtonLink>
          }
        />
        <FieldRow>
          <SearchField
            label={t('cases.list.search')}
            placeholder={t('cases.list.searchHint')}
            defaultValue={words ?? ''}
            onSubmit={setWords}
            onClear={() => setWords(undefined)}
            onBlur={(event) => setWords((event.target as HTMLInputElement).value)}
          />
          <Select
            label={t('cases.list.status')}
            options={statuses.map((value) => ({ value, label: t(`cases.status.${value}`) }))}
            value={statuses.find((one) => one === status) ?? 'open'}
            onChange={setStatus}
          />
          <Select
            label={t('cases.list.part')}
            options={parts.map((value) => ({ value, label: t(`cases.part.${value}`) }))}
            value={parts.find((one) => one === part) ?? 'any'}
            onChange={setPart}
          />
        </FieldRow>
        <PagedList<CaseRow>
          {...pages}
          label={t('cases.list.title')}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/cases/${id}`}
          empty={
            isNarrowed ? (
              <EmptyState icon="search" title={t('cases.list.nothingFound')}>
                {t('cases.list.nothingFoundNext')}
              </EmptyState>
            ) : (
              <EmptyState
                icon="folder"
                title={t('cases.list.empty')}
                action={<ButtonLink href="/requests">{t('cases.list.toRequests')}</ButtonLink>}
              >
                {t('cases.list.emptyNext')}
              </EmptyState>
            )
          }
          columns={[
            {
              key: 'name',
              title: t('cases.list.client'),
              width: 'minmax(0, 2.2fr)',
              isHead: true,
              cell: (row) => (
                <Stack gap="tight">
                  <bdi>{nameOf(row.client)}</bdi>
                  {(row.sealed || row.sharedBy !== null) && (
                    <Row>
                      <CaseMarks file={row} inList />
                    </Row>
                  )}
                </Stack>
              ),
            },
            {
              key: 'next',
              title: t('cases.list.next'),
              width: 'minmax(0, 3fr)',
              cell: (row) =>
                row.next ? (
                  <Row>
                    {row.next.level !== 'normal' && (
                      <Level level={row.next.level} bare>
                        {t(`cases.level.${row.next.level}`)}
                      </Level>
                    )}
                    <Small>{dueWords(row.next).title}</Small>
                  </Row>
                ) : (
                  <Small tone="faint">{t('cases.list.nothingDue')}</Small>
                ),
            },
            {
              key: 'risk',
              title: t('cases.risk'),
              width: '8.5rem',
              wideOnly: true,
              cell: (row) =>
                row.riskLevel === 'normal' ? null : (
                  <Level level={row.riskLevel}>{t(`cases.risk.${row.riskLevel}`)}</Level>
                ),
            },
            {
              key: 'contact',
              title: t('cases.list.lastContact'),
              width: '8rem',
              wideOnly: true,
              cell: (row) => (
                <Small>
                  {row.lastContactAt
                    ? formatRelativeDays(dayOfInstant(row.lastContactAt), today)
                    : t('cases.list.noContact')}
                </Small>
              ),
            },
            {
              key: 'programme',
              title: t('cases.list.programme'),
              width: 'minmax(0, 1.4fr)',
              wideOnly: true,
              cell: (row) => <Small>{nameIn(row.programme)}</Small>,
            },
            {
              key: 'number',
              title: t('cases.list.number'),
              width: '7rem',
              wideOnly: true,
              cell: (row) => (
                <Small>
                  <bdi>{withDigits(row.number)}</bdi>
                </Small>
              ),
            },
            {
              key: 'opened',
              title: t('cases.list.opened'),
              width: '8.5rem',
              wideOnly: true,
              cell: (row) => <Small>{formatDay(row.openedOn)}</Small>,
            },
          ]}
        />
      </Stack>
    </Page>
  )
}
