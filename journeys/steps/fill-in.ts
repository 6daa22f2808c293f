import type { Locator } from 'playwright-core'
import { findField } from './find-field.ts'
import type { Visit } from './open-visit.ts'

/** Writes into a field, named by the id of its label. */
export async function fillIn(
  visit: Visit,
  labelId: string,
  text: string,
  within?: Locator,
): Promise<void> {
  await findField(visit, labelId, 'textbox', within).fill(text)
}
