import { launchBrowser } from '../../journeys/steps/launch-browser.ts'
import { benchPassword } from '../fill/make-agency.ts'
import { spreadOf } from './percentile.ts'
import type { Spread } from './percentile.ts'

export interface WebResult {
  /** Script over the wire until the first screen is there, gzipped, in kB. */
  script: number
  /** Milliseconds from the press to the rows, the screen's script being there. */
  list: Spread
  record: Spread
}

const rounds = 7

/** In the page: presses a link and tells how long it takes until what is looked for is there. */
const pressAndWait = (link: string, awaited: string) => `
  new Promise((resolve, reject) => {
    const link = document.querySelector(${JSON.stringify(link)})
    if (!link) return reject(new Error('no link'))
    const began = performance.now()
    const look = () => {
      if (${awaited}) {
        requestAnimationFrame(() => resolve(performance.now() - began))
        return true
      }
      return false
    }
    const watch = new MutationObserver(() => look() && watch.disconnect())
    watch.observe(document, { childList: true, subtree: true, attributes: true })
    setTimeout(() => reject(new Error('never shown')), 15000)
    link.click()
  })`

const caseLink = 'main a[href^="/cases/"]'
const listShown = `location.pathname === '/cases' && document.querySelector('main input')
  && document.querySelector('${caseLink}')`
const caseShown = `location.pathname.split('/').length === 3
  && document.querySelector('a[href="' + location.pathname + '/timeline"]')`

/** In the page: notes when Today has its items; scripts that come later are for other screens. */
const markToday = `
  new MutationObserver((_, watch) => {
    if (!document.querySelector('${caseLink}')) return
    performance.mark('today')
    watch.disconnect()
  }).observe(document, { childList: true, subtree: true })`

/** What a worker with sixty open cases waits for in the browser. */
export async function measureWeb(address: string, userName: string): Promise<WebResult> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ baseURL: address, locale: 'fa-IR' })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.locator('input').nth(0).fill(userName)
    await page.locator('input[type=password]').fill(benchPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    const cookies = await context.cookies()

    const fresh = await browser.newContext({ baseURL: address, locale: 'fa-IR' })
    await fresh.addCookies(cookies)
    const first = await fresh.newPage()
    await first.addInitScript(markToday)
    await first.goto('/')
    await first.locator(caseLink).first().waitFor()
    const packed = await first.evaluate(
      `performance.getEntriesByType('resource')
        .filter(({ name, responseEnd }) => name.endsWith('.js')
          && responseEnd <= performance.getEntriesByName('today')[0].startTime)
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    )

    const list: number[] = []
    const record: number[] = []
    for (let round = 0; round <= rounds; round++) {
      await first.goto('/')
      await first.locator(caseLink).first().waitFor()
      const shown = Number(await first.evaluate(pressAndWait('a[href="/cases"]', listShown)))
      await first.evaluate(
        `document.querySelectorAll(${JSON.stringify(caseLink)})[${round}].id = 'wanted'`,
      )
      const opened = Number(await first.evaluate(pressAndWait('#wanted', caseShown)))
      // The first time the screens' own scripts come over the wire.
      if (round > 0) {
        list.push(shown)
        record.push(opened)
      }
    }
    return {
      script: Math.round(Number(packed) / 1000),
      list: spreadOf(list),
      record: spreadOf(record),
    }
  } finally {
    await browser.close()
  }
}
