import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readSummary } from '@peyvand/domain/outcomes/contract.ts'
import { allRows } from '@peyvand/domain/outcomes/topics.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocalName } from '../../platform/use-local-name.ts'
import { hasWords, useWords } from '../../platform/words.tsx'

export type Summary = AnswerOf<typeof readSummary>
export type Period = Summary['periods'][number]

/** What rows, columns, periods and numbers of a summary are called. */
export function useSummaryWords({ programmes, calendar, length }: Summary) {
  const t = useWords()
  const { formatNumber, formatDay, formatDayShort, formatMonth, inCalendar, withDigits } =
    useFormats()
  const localName = useLocalName()
  return {
    row(code: string): string {
      if (code === allRows) return t('outcomes.all')
      const programme = programmes.find(({ id }) => id === code)
      if (programme) return localName(programme)
      const id = `assessment.domain.${code}`
      return hasWords(id) ? t(id) : code
    },
    column(code: string): string {
      const id = `outcomes.column.${code}`
      return hasWords(id) ? t(id) : code
    },
    /** `تابستان ۱۴۰۵`, `Summer 1405`, `second half of 1404`. */
    period({ year, number }: Period): string {
      const told = { number, year: withDigits(String(year)) }
      if (length === 6) return t('outcomes.half', told)
      return calendar === 'persian' ? t('outcomes.season', told) : t('outcomes.quarter', told)
    },
    days: ({ startsOn, endsOn }: Period) =>
      t('outcomes.days', { from: formatDay(startsOn), until: formatDay(endsOn) }),
    /** A month of the agency's calendar; in a reader's other calendar by the day it begins. */
    month: (firstDay: string) =>
      inCalendar(firstDay).day === 1
        ? formatMonth(firstDay)
        : t('outcomes.monthFrom', { day: formatDayShort(firstDay) }),
    count: (count: number | null | undefined) =>
      count == null ? t('outcomes.hidden') : formatNumber(count),
  }
}

export type SummaryWords = ReturnType<typeof useSummaryWords>

/** The number of a cell; nothing where it is hidden. */
export function countIn(
  { cells }: Summary,
  row: string,
  period: string,
  column: string,
  month = 0,
): number | null {
  return (
    cells.find(
      (cell) =>
        cell.row === row &&
        cell.period === period &&
        cell.column === column &&
        cell.month === month,
    )?.count ?? null
  )
}
