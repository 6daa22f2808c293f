import assert from 'node:assert/strict'
import { enter } from './steps/enter.ts'
import { press } from './steps/press.ts'
import type { Journey } from './story.ts'

const mostKilobytes = 250

/** How much script comes over the wire, into a browser without memory, until Today accepts input. */
export const weight: Journey = {
  title: 'weight',
  tell: async (story) => {
    const first = await story.visit()
    await enter(story, first)
    const visit = await story.visit()
    const { page, context, words } = visit
    await context.addCookies(await first.context.cookies())
    await page.addInitScript((acts) => {
      const watch = new MutationObserver(() => {
        const buttons = document.querySelectorAll('main button')
        if (![...buttons].some(({ textContent }) => textContent === acts)) return
        performance.mark('Today accepts input')
        watch.disconnect()
      })
      watch.observe(document, { childList: true, subtree: true })
    }, words.say('monitoring.task.add'))
    await page.goto('/')
    await press(visit, 'monitoring.task.add')
    await page.getByRole('dialog').waitFor()
    const arrived = await page.evaluate(() => {
      const [mark] = performance.getEntriesByName('Today accepts input')
      const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
      return files
        .filter(
          ({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= (mark?.startTime ?? 0),
        )
        .map(({ transferSize, encodedBodySize, decodedBodySize }) => ({
          fromWire: transferSize > 0,
          packed: encodedBodySize,
          whole: decodedBodySize,
        }))
    })
    const sum = (of: 'packed' | 'whole') => arrived.reduce((total, file) => total + file[of], 0)
    const kilobytes = Math.round(sum('packed') / 100) / 10
    story.note(`script until Today accepts input: ${kilobytes} kB gzipped, cold cache`)
    assert.ok(arrived.length > 0 && arrived.every(({ fromWire }) => fromWire))
    assert.ok(sum('packed') < sum('whole') / 2, 'the scripts came as they are, not gzipped')
    assert.ok(kilobytes <= mostKilobytes, `${kilobytes} kB, of ${mostKilobytes} at most`)
  },
}
