import type { Locator } from 'playwright-core'
import { findField } from './find-field.ts'
import type { Visit } from './open-visit.ts'

/** Finds an option of a long list by typing, and takes the first. */
export async function chooseByTyping(
  visit: Visit,
  labelId: string,
  typed: string,
  within?: Locator,
): Promise<void> {
  await findField(visit, labelId, 'combobox', within).fill(typed)
  await visit.page.getByRole('option').first().click()
}
