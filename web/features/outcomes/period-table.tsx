import { allRows } from '@peyvand/domain/outcomes/topics.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { countIn } from './use-summary-words.ts'
import type { Period, Summary, SummaryWords } from './use-summary-words.ts'

/** A column of the table: of a whole period, or of one of its months. */
interface Shown {
  column: string
  month: number
  title: string
}

interface PeriodTableProps {
  label: string
  summary: Summary
  words: SummaryWords
  period: Period
  rowTitle: string
  columns: readonly Shown[]
}

/** One period row by row, all together first; rows and columns without any number are named below. */
export function PeriodTable({
  label,
  summary,
  words,
  period,
  rowTitle,
  columns,
}: PeriodTableProps) {
  const t = useWords()
  const { formatList } = useFormats()
  const at = (row: string, { column, month }: Shown) =>
    countIn(summary, row, period.startsOn, column, month)
  const rows = [
    ...new Set(
      summary.cells.filter((cell) => cell.period === period.startsOn).map(({ row }) => row),
    ),
  ].toSorted((a, b) => Number(b === allRows) - Number(a === allRows))
  const toldColumns = columns.filter((column) => rows.some((row) => at(row, column) !== null))
  const untoldColumns = columns.filter((column) => !toldColumns.includes(column))
  const isTold = (row: string) => toldColumns.some((column) => at(row, column) !== null)
  const told = rows.filter((row) => row === allRows || isTold(row))
  const untold = rows.filter((row) => !told.includes(row))
  if (toldColumns.length === 0) return <p>{t('outcomes.untoldPeriod')}</p>
  return (
    <Stack gap="small">
      <DataTable<string>
        label={label}
        rows={told}
        rowKey={(row) => row}
        columns={[
          { key: 'row', title: rowTitle, isHead: true, cell: (row) => words.row(row) },
          ...toldColumns.map((column) => ({
            key: `${column.column} ${column.month}`,
            title: column.title,
            align: 'end' as const,
            cell: (row: string) => {
              const count = at(row, column)
              return count === null ? (
                <Small tone="faint">{words.count(count)}</Small>
              ) : (
                words.count(count)
              )
            },
          })),
        ]}
      />
      {untoldColumns.length > 0 && (
        <Small>
          {t('outcomes.untoldInPeriod', {
            columns: formatList(untoldColumns.map(({ title }) => title)),
          })}
        </Small>
      )}
      {untold.length > 0 && (
        <Small>
          {t('outcomes.untold', { rows: formatList(untold.map((row) => words.row(row))) })}
        </Small>
      )}
    </Stack>
  )
}
