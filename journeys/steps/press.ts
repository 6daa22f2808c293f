import type { Locator } from 'playwright-core'
import { inFront } from './in-front.ts'
import type { Visit } from './open-visit.ts'

/** Presses the button that says this. */
export async function press(
  visit: Visit,
  wordId: string,
  within: Locator = inFront(visit),
): Promise<void> {
  await within.getByRole('button', { name: visit.words.like(wordId) }).click()
}
