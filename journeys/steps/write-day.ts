import { findField } from './find-field.ts'
import type { Visit } from './open-visit.ts'

/** A day as its reader writes it: year, month, day, in the reader's calendar and digits. */
export type WrittenDay = readonly [year: string, month: string, day: string]

export async function writeDay(
  visit: Visit,
  labelId: string,
  [year, month, day]: WrittenDay,
): Promise<void> {
  const field = findField(visit, labelId, 'group').last()
  await field.locator('[data-type="year"]').pressSequentially(year)
  await field.locator('[data-type="month"]').pressSequentially(month)
  await field.locator('[data-type="day"]').pressSequentially(day)
}
