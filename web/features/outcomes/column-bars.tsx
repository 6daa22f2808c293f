import { allRows } from '@peyvand/domain/outcomes/topics.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import styles from './column-bars.module.css'
import { countIn } from './use-summary-words.ts'
import type { Summary, SummaryWords } from './use-summary-words.ts'

interface ColumnBarsProps {
  summary: Summary
  words: SummaryWords
  columns: readonly string[]
}

/**
 * All rows together from period to period: a bar for each number, on one scale for all columns.
 * Columns without any number are named below.
 */
export function ColumnBars({ summary, words, columns }: ColumnBarsProps) {
  const t = useWords()
  const { formatList } = useFormats()
  const isTold = (column: string) =>
    summary.periods.some(({ startsOn }) => countIn(summary, allRows, startsOn, column) !== null)
  const told = columns.filter(isTold)
  const untold = columns.filter((column) => !told.includes(column))
  const most = Math.max(
    1,
    ...summary.cells.flatMap(({ row, month, count }) =>
      row === allRows && month === 0 ? [count ?? 0] : [],
    ),
  )
  return (
    <Stack gap="small">
      <div className={styles.pictures}>
        {told.map((column) => (
          <table key={column} className={styles.picture} data-print="whole">
            <caption>{words.column(column)}</caption>
            <tbody>
              {summary.periods.map((period) => {
                const count = countIn(summary, allRows, period.startsOn, column)
                return (
                  <tr key={period.startsOn}>
                    <th scope="row">{words.period(period)}</th>
                    <td className={styles.track} aria-hidden="true">
                      <span
                        className={count === null ? styles.hidden : styles.bar}
                        style={
                          count === null ? undefined : { inlineSize: `${(100 * count) / most}%` }
                        }
                      />
                    </td>
                    <td className={count === null ? styles.faint : 'num'}>{words.count(count)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        ))}
      </div>
      {untold.length > 0 && (
        <Small>
          {t('outcomes.untoldColumns', { columns: formatList(untold.map(words.column)) })}
        </Small>
      )}
    </Stack>
  )
}
