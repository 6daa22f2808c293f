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
import { toCalendar, GregorianCalendar } from '@internationalized/date'
import { useLocale } from '../platform/locale.tsx'
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
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={styles.day ?? ''} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

function MonthName() {
  const state = useContext(CalendarStateContext)
  const { formats } = useLocale()
  if (!state) return null
  const first = toCalendar(state.visibleRange.start, new GregorianCalendar()).toString()
  return <span className={styles.month}>{formats.formatMonth(first)}</span>
}
