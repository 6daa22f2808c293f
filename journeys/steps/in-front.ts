import type { Locator } from 'playwright-core'
import type { Visit } from './open-visit.ts'

/** What can be worked with now: the dialog in front, or else the whole page. */
export function inFront({ page }: Visit): Locator {
  const dialog = ':is([role="dialog"], [role="alertdialog"])'
  return page.locator(`body:not(:has(${dialog})), ${dialog}`).last()
}
