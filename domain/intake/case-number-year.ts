import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { toGregorian } from '../calendar/day.ts'
import { toJalali } from '../calendar/jalali.ts'

/** The year that a case opened on this day is numbered under, in the agency's calendar. */
export function caseNumberYear(openedOn: Day, calendar: Calendar): number {
  return calendar === 'persian' ? toJalali(openedOn).year : toGregorian(openedOn).year
}
