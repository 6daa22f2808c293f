import { useContext } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
} from 'react-aria-components/Calendar'
import { GregorianCalendar, toCalendar } from '@internationalized/date'
import type { CalendarDate } from '@internationalized/date'
import { useLocale } from '../platform/locale.tsx'
import { useWords } from '../platform/words.tsx'
import styles from './calendar-view.module.css'
import { Icon } from './icon.tsx'

/** One month to pick a day from; the week begins on Saturday for Persian readers. */
export function CalendarView() {
  const { settings } = useLocale()
  return (
    <Calendar
      className={styles.calendar ?? ''}
      firstDayOfWeek={settings.language === 'fa' ? 'sat' : 'mon'}
    >
      <header className={styles.head}>
        <Button slot="previous" className={styles.step ?? ''}>
          <Icon name="previous" size="small" />
        </Button>
        <MonthName />
        <Button slot="next" className={styles.step ?? ''}>
          <Icon name="next" size="small" />
        </Button>
      </header>
      <CalendarGrid className={styles.grid ?? ''} weekdayStyle="narrow">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <Day date={date} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

/** The day is read aloud in our order, since ICU puts the year of a Persian date first. */
function Day({ date }: { date: CalendarDate }) {
  const t = useWords()
  const { formats, today } = useLocale()
  const iso = toCalendar(date, new GregorianCalendar()).toString()
  return (
    <CalendarCell
      date={date}
      className={styles.day ?? ''}
      render={(props, { isSelected }) => (
        <div
          {...props}
          aria-label={[
            ...(iso === today ? [t('ui.today')] : []),
            formats.formatDayLong(iso),
            ...(isSelected ? [t('ui.selected')] : []),
          ].join(t('ui.comma'))}
        />
      )}
    />
  )
}

function MonthName() {
  const state = useContext(CalendarStateContext)
  const { formats } = useLocale()
  if (!state) return null
  const first = toCalendar(state.visibleRange.start, new GregorianCalendar()).toString()
  return <span className={styles.month}>{formats.formatMonth(first)}</span>
}
