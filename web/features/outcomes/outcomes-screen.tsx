import { askForSummaries, readSummary } from '@peyvand/domain/outcomes/contract.ts'
import { largestHidden } from '@peyvand/domain/outcomes/hide-derivable.ts'
import { columnsOf, topicOf, topics } from '@peyvand/domain/outcomes/topics.ts'
import { useState } from 'react'
import { Refused } from '../../platform/api-problem.ts'
import { useMe } from '../../platform/me.tsx'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { ColumnBars } from './column-bars.tsx'
import { CsvButton } from './csv-button.tsx'
import { PeriodTable } from './period-table.tsx'
import { useSummaryWords } from './use-summary-words.ts'
import type { Summary } from './use-summary-words.ts'

type TopicCode = (typeof topics)[number]['code']

/** What the agency did, in numbers that tell of nobody: for directors. */
export function OutcomesScreen() {
  const t = useWords()
  const me = useMe()
  const { formatInstant, formatDayLong } = useFormats()
  const [asked] = useSearchWord('topic')
  const code: TopicCode = topics.find((topic) => topic.code === asked)?.code ?? 'cases'
  const summary = useEndpoint(readSummary, { query: { topic: code } })
  usePlace(t('outcomes.title'))
  const { data } = summary
  return (
    <Page>
      <PageHeader title={t('outcomes.title')} actions={<PrintButton />}>
        {/* On paper nothing else says whose numbers these are. */}
        <bdi>{me.agency.name}</bdi>
        {' · '}
        {t('outcomes.what')}
        {data?.reckonedAt && (
          <>
            {' '}
            <Small>
              {t('outcomes.reckoned', { at: formatInstant(data.reckonedAt) })}{' '}
              {data.nextOn && t('outcomes.next', { day: formatDayLong(data.nextOn) })}
            </Small>
          </>
        )}
      </PageHeader>
      <TabLinks
        label={t('outcomes.topics')}
        links={topics.map((topic) => ({
          href: `/outcomes?topic=${topic.code}`,
          title: t(`outcomes.topic.${topic.code}`),
          isCurrent: topic.code === code,
        }))}
      />
      {summary.error ? (
        <ErrorState problem={summary.error} onRetry={() => void summary.refetch()} />
      ) : !data ? (
        <Skeleton lines={8} heading />
      ) : data.periods.length === 0 ? (
        <EmptyState icon="chart" title={t('outcomes.empty')} action={<AskButton />}>
          {t('outcomes.emptyNext')}
        </EmptyState>
      ) : (
        <Stack>
          <Told summary={data} code={code} />
          <AskButton />
        </Stack>
      )}
    </Page>
  )
}

function Told({ summary, code }: { summary: Summary; code: TopicCode }) {
  const t = useWords()
  const words = useSummaryWords(summary)
  const [chosen, choose] = useSearchWord('period')
  const topic = topicOf(code)
  const period =
    summary.periods.find(({ startsOn }) => startsOn === chosen) ?? summary.periods.at(-1)
  if (!period) return null
  const title = t(`outcomes.topic.${code}`)
  const rowTitle = t(topic.rows === 'programme' ? 'outcomes.programme' : 'outcomes.domain')
  const columns = columnsOf(topic)
  const byMonth = [...topic.came, ...topic.went].filter((column) => column.byMonth)
  const monthsTold = byMonth.filter(({ code: column }) =>
    summary.cells.some(
      (cell) =>
        cell.period === period.startsOn &&
        cell.column === column &&
        cell.month > 0 &&
        cell.count !== null,
    ),
  )
  const isAnyTold = summary.cells.some(
    ({ period: of, count }) => of === period.startsOn && count !== null,
  )
  return (
    <>
      <Note size="small">{t('outcomes.hiddenWhy', { limit: largestHidden + 1 })}</Note>
      <Section
        title={t('outcomes.overTime', { topic: title })}
        aside={
          <span data-print="never">
            <CsvButton summary={summary} words={words} name={title} rowTitle={rowTitle} />
          </span>
        }
      >
        <Stack gap="small">
          <Small>{t(`outcomes.counts.${code}`)}</Small>
          <ColumnBars summary={summary} words={words} columns={columns} />
        </Stack>
      </Section>
      <Section
        title={t('outcomes.inPeriod', { topic: title, period: words.period(period) })}
        aside={
          <div data-print="never">
            <Select
              label={t('outcomes.period')}
              labelHidden
              options={summary.periods
                .map((each) => ({ value: each.startsOn, label: words.period(each) }))
                .toReversed()}
              value={period.startsOn}
              onChange={choose}
            />
          </div>
        }
      >
        <Stack gap="small">
          <Small>{words.days(period)}</Small>
          <PeriodTable
            label={t('outcomes.inPeriod', { topic: title, period: words.period(period) })}
            summary={summary}
            words={words}
            period={period}
            rowTitle={rowTitle}
            columns={columns.map((column) => ({ column, month: 0, title: words.column(column) }))}
          />
          {isAnyTold && byMonth.length > 0 && monthsTold.length === 0 && (
            <Small>{t('outcomes.untoldMonths')}</Small>
          )}
        </Stack>
      </Section>
      {monthsTold.map(({ code: column }) => (
        <Section
          key={column}
          title={t('outcomes.byMonth', {
            column: words.column(column),
            period: words.period(period),
          })}
        >
          <PeriodTable
            label={words.column(column)}
            summary={summary}
            words={words}
            period={period}
            rowTitle={rowTitle}
            columns={period.months.map((first, at) => ({
              column,
              month: at + 1,
              title: words.month(first),
            }))}
          />
        </Section>
      ))}
    </>
  )
}

/** Has the numbers counted now; what was told stays, so this helps when a period has just ended. */
function AskButton() {
  const t = useWords()
  const ask = useCommand(askForSummaries, { stale: [readSummary] })
  const [isAsked, setAsked] = useState(false)
  const tooSoon = ask.problem instanceof Refused && ask.problem.code === 'too_many'
  return (
    <div data-print="never">
      <Stack gap="small">
        <Row>
          <Button
            isPending={ask.isPending}
            onPress={() =>
              void ask.run({ input: {} }).then(
                () => setAsked(true),
                () => undefined,
              )
            }
          >
            {t('outcomes.ask')}
          </Button>
          <Small>{t('outcomes.askWhat')}</Small>
        </Row>
        {isAsked && !tooSoon && <Note size="small">{t('outcomes.asked')}</Note>}
        {tooSoon && <Note size="small">{t('outcomes.askedAlready')}</Note>}
        {ask.problem != null && !tooSoon && <ErrorState problem={ask.problem} />}
      </Stack>
    </div>
  )
}
