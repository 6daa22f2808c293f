import type { Locator } from 'playwright-core'
import { inFront } from './in-front.ts'
import type { Visit } from './open-visit.ts'
import { escapeText } from './read-words.ts'

type Role = 'textbox' | 'searchbox' | 'combobox' | 'group' | 'radiogroup' | 'button'

/** A field by its label; that it is needed may stand behind the label. */
export function findField(
  visit: Visit,
  labelId: string,
  role: Role = 'textbox',
  within: Locator = inFront(visit),
): Locator {
  const { like, say } = visit.words
  const label = like(labelId).source.slice('^'.length, -'$'.length)
  // The button of a list says what is chosen before it says its label.
  const start = role === 'button' ? '(^|\\s)' : '^'
  const needed = escapeText(say('ui.needed'))
  return within.getByRole(role, { name: new RegExp(`${start}${label}\\s*(${needed})?$`, 's') })
}
