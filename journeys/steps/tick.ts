import type { Locator } from 'playwright-core'
import { inFront } from './in-front.ts'
import type { Visit } from './open-visit.ts'
import { escapeText } from './read-words.ts'

/** Takes the answer, or ticks the box, whose words begin so or are like this. */
export async function tick(
  visit: Visit,
  role: 'radio' | 'checkbox',
  words: string | RegExp,
  within: Locator = inFront(visit),
): Promise<void> {
  const name = typeof words === 'string' ? new RegExp(`^${escapeText(words)}`) : words
  await within.getByRole(role, { name }).locator('xpath=ancestor::label').click()
  await within.getByRole(role, { name, checked: true }).waitFor({ state: 'attached' })
}
