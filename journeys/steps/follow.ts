import type { Locator } from 'playwright-core'
import { inFront } from './in-front.ts'
import type { Visit } from './open-visit.ts'

/** Follows the link that says this, the first where there are several to the same end. */
export async function follow(
  visit: Visit,
  wordId: string,
  within: Locator = inFront(visit),
): Promise<void> {
  await within
    .getByRole('link', { name: visit.words.like(wordId) })
    .first()
    .click()
}
