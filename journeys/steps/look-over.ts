import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import type { Visit } from './open-visit.ts'

/** What every screen owes its reader: its own direction, no sideways scrolling, no barrier. */
export async function lookOver({ page, language }: Visit, screen: string): Promise<void> {
  const titles = page.getByRole('heading', { level: 1 })
  await titles.first().waitFor()
  assert.equal(await titles.count(), 1, `${screen}: one heading names the page`)
  const html = await page.evaluate(() => {
    const { dir, lang, scrollWidth, clientWidth } = document.documentElement
    return { dir, lang, overflow: scrollWidth - clientWidth }
  })
  assert.equal(html.dir, language === 'fa' ? 'rtl' : 'ltr', `${screen}: direction`)
  assert.match(html.lang, new RegExp(`^${language}`), `${screen}: language`)
  assert.equal(html.overflow, 0, `${screen}: scrolls sideways by ${html.overflow} px`)
  const { violations } = await new AxeBuilder({ page })
    // Our pages have no frames; axe would open a page of its own for theirs.
    .setLegacyMode()
    // React Aria's announcements point at what may be gone by now; nobody meets them by going there.
    .exclude('[data-live-announcer]')
    .analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    grave.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    ),
    [],
    `${screen}: barriers`,
  )
}
