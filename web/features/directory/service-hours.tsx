import { weekdays } from '@peyvand/domain/directory/directory.ts'
import type { Weekday } from '@peyvand/domain/directory/directory.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import type { Service } from './types.ts'
import styles from './service.module.css'

type Schedule = Service['schedules'][number]

/** The week as a table in the reader's order, then holidays and what is said in words. */
export function ServiceHours({ schedules }: { schedules: readonly Schedule[] }) {
  const t = useWords()
  const { settings } = useLocale()
  const weekly = schedules.filter(({ weekdays: days, closed }) => days.length > 0 && !closed)
  const special = schedules.filter(({ weekdays: days, closed }) => days.length === 0 || closed)
  const inWords = [...new Set(schedules.map(({ description }) => description))].filter(
    (description) => description !== '',
  )
  if (schedules.length === 0) return <Small>{t('directory.service.noHours')}</Small>
  const order: readonly Weekday[] =
    settings.calendar === 'persian' ? ['SA', 'SU', 'MO', 'TU', 'WE', 'TH', 'FR'] : [...weekdays]
  return (
    <Stack gap="small">
      {weekly.length > 0 && (
        <table className={styles.hours}>
          <tbody>
            {order.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{t(`directory.weekday.${weekday}`)}</th>
                <td>
                  <DayHours schedules={weekly.filter((each) => each.weekdays.includes(weekday))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {inWords.map((words) => (
        <p key={words} dir="auto">
          {words}
        </p>
      ))}
      <SpecialDays schedules={special} />
    </Stack>
  )
}

function DayHours({ schedules }: { schedules: readonly Schedule[] }) {
  const t = useWords()
  const { formatClock } = useFormats()
  if (schedules.length === 0) {
    return <Small tone="faint">{t('directory.service.closedOn')}</Small>
  }
  return schedules
    .toSorted((a, b) => ((a.opensAt ?? '') < (b.opensAt ?? '') ? -1 : 1))
    .map(({ id, opensAt, closesAt }) => (
      <span key={id} className={styles.span}>
        {opensAt !== null && closesAt !== null
          ? t('directory.hours', { opens: formatClock(opensAt), closes: formatClock(closesAt) })
          : ''}
      </span>
    ))
}

/** Days on which it is otherwise; where every year counts, the year is left out. */
function SpecialDays({ schedules }: { schedules: readonly Schedule[] }) {
  const t = useWords()
  const { formatClock, formatDay, formatDayShort } = useFormats()
  // A place and its service may name the same holiday.
  const dated = [
    ...new Map(
      schedules
        .filter(({ validFrom }) => validFrom !== null)
        .map((schedule) => [JSON.stringify({ ...schedule, id: '' }), schedule]),
    ).values(),
  ]
  if (dated.length === 0) return null
  return (
    <div>
      <h3 className={styles.small}>{t('directory.service.otherDays')}</h3>
      <ul className={styles.lines}>
        {dated.map(({ id, validFrom, validTo, everyYear, closed, opensAt, closesAt }) => {
          const format = everyYear ? formatDayShort : formatDay
          const from = format(validFrom ?? '')
          const days =
            validTo !== null && validTo !== validFrom
              ? t('directory.period', { from, to: format(validTo) })
              : from
          return (
            <li key={id} className={styles.phone}>
              <span>{days}</span>
              {everyYear && <Small tone="faint">{t('directory.service.everyYear')}</Small>}
              {closed && <Small>{t('directory.service.closedOn')}</Small>}
              {!closed && opensAt !== null && closesAt !== null && (
                <Small>
                  {t('directory.hours', {
                    opens: formatClock(opensAt),
                    closes: formatClock(closesAt),
                  })}
                </Small>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
