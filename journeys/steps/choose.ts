import type { Locator } from 'playwright-core'
import { findField } from './find-field.ts'
import type { Visit } from './open-visit.ts'
import { escapeText } from './read-words.ts'

/** Opens a short list by its label and takes the option whose words begin so. */
export async function choose(
  visit: Visit,
  labelId: string,
  option: string,
  within?: Locator,
): Promise<void> {
  await findField(visit, labelId, 'button', within).click()
  await visit.page
    .getByRole('option', { name: new RegExp(`^${escapeText(option)}`) })
    .first()
    .click()
}
