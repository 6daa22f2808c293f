import { allRows } from '@peyvand/domain/outcomes/topics.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { writeCsv } from './write-csv.ts'
import type { Summary, SummaryWords } from './use-summary-words.ts'

interface CsvButtonProps {
  summary: Summary
  words: SummaryWords
  /** The file's name, without its ending. */
  name: string
  rowTitle: string
}

/** The whole summary, every period and month, as a file; hidden numbers stay hidden in it. */
export function CsvButton({ summary, words, name, rowTitle }: CsvButtonProps) {
  const t = useWords()
  const periods = new Map(summary.periods.map((period) => [period.startsOn, period]))
  const download = () => {
    const head = ['from', 'until', 'month', 'column', 'count'] as const
    const [from, until, month, column, count] = head.map((part) => t(`outcomes.csv.${part}`))
    const rows = summary.cells
      .toSorted((a, b) => Number(b.row === allRows) - Number(a.row === allRows))
      .map((cell) => {
        const period = periods.get(cell.period)
        return [
          cell.period,
          period?.endsOn ?? '',
          cell.month === 0 ? '' : (period?.months[cell.month - 1] ?? ''),
          words.row(cell.row),
          words.column(cell.column),
          cell.count ?? words.count(null),
        ]
      })
    const text = writeCsv([
      [from ?? '', until ?? '', month ?? '', rowTitle, column ?? '', count ?? ''],
      ...rows,
    ])
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${name}.csv`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Button icon="download" onPress={download}>
      {t('outcomes.csv')}
    </Button>
  )
}
