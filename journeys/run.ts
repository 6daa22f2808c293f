import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { buildWeb, isWebFresh } from '../server/platform/build-web.ts'
import { access } from './access.ts'
import { emergency } from './emergency.ts'
import { nothingLost } from './nothing-lost.ts'
import { numbersAndTwins } from './numbers-and-twins.ts'
import { launchBrowser } from './steps/launch-browser.ts'
import { openVisit } from './steps/open-visit.ts'
import type { Visit } from './steps/open-visit.ts'
import type { Language } from './steps/read-words.ts'
import { runPeyvand } from './steps/run-peyvand.ts'
import type { Peyvand } from './steps/run-peyvand.ts'
import type { Journey, Story } from './story.ts'
import { en } from './tales/en.ts'
import { fa } from './tales/fa.ts'
import { weight } from './weight.ts'
import { wholeSpine } from './whole-spine.ts'

const journeys: readonly Journey[] = [
  wholeSpine,
  weight,
  access,
  emergency,
  numbersAndTwins,
  nothingLost,
]
const tales = { fa, en }

// For one journey or one language alone: node journeys/run.ts spine fa
const wanted = process.argv.slice(2)
const languages = (['fa', 'en'] as const).filter(
  (language) => !wanted.some((word) => word in tales) || wanted.includes(language),
)
const titles = wanted.filter((word) => !(word in tales))
const chosen =
  titles.length === 0
    ? journeys
    : journeys.filter(({ title }) => titles.some((word) => title.includes(word)))

const began = performance.now()
const home = await mkdtemp(join(tmpdir(), 'peyvand-journeys-'))
const results = await travelAll().catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : error)
  return [false]
})
const failed = results.filter((passed) => !passed).length
if (failed === 0) await rm(home, { recursive: true })
console.log(`${Math.round((performance.now() - began) / 1000)} s`)
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** The languages side by side, each in a place of its own. */
async function travelAll(): Promise<boolean[]> {
  if (!(await isWebFresh())) await buildWeb()
  const browser = await launchBrowser()
  try {
    return (await Promise.all(languages.map((language) => travel(language, browser)))).flat()
  } finally {
    await browser.close()
  }
}

/** Every journey of one language, one after another in the same place. */
async function travel(language: Language, browser: Browser): Promise<boolean[]> {
  const data = join(home, language)
  const peyvand = await runPeyvand(data)
  const made: boolean[] = []
  try {
    for (const journey of chosen) made.push(await make(journey, language, peyvand, browser))
  } finally {
    await peyvand.end()
    await rm(data, { recursive: true })
  }
  return made
}

async function make(
  { title, tell }: Journey,
  language: Language,
  peyvand: Peyvand,
  browser: Browser,
): Promise<boolean> {
  const visits: Visit[] = []
  const notes: string[] = []
  const start = performance.now()
  let at = ''
  const story: Story = {
    language,
    tale: tales[language],
    peyvand,
    visit: async () => {
      const visit = await openVisit(browser, { language, address: peyvand.address })
      visits.push(visit)
      return visit
    },
    step: async (step, act) => {
      at = step
      const from = performance.now()
      const done = await act()
      if (process.env.PEYVAND_JOURNEY_STEPS) console.log(`    ${secondsSince(from)} ${step}`)
      return done
    },
    note: (line) => void notes.push(line),
  }
  try {
    await tell(story)
    at = 'what the browser complained of'
    const complaints = visits.flatMap((visit) => visit.complaints)
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
    console.log(`✓ ${language} ${title} ${secondsSince(start)}`)
    for (const line of notes) console.log(`    ${line}`)
    return true
  } catch (error) {
    console.log(`✗ ${language} ${title}, at: ${at}`)
    console.log(error instanceof Error ? error.message : error)
    for (const [index, { page, complaints }] of visits.entries()) {
      const path = join(home, `${language}-${title.replaceAll(' ', '-')}-${index + 1}.png`)
      await page.screenshot({ path }).catch(() => undefined)
      console.log(`    ${page.url()} as seen in ${path}`)
      for (const complaint of complaints) console.log(`    the browser said: ${complaint}`)
    }
    for (const fault of peyvand.faults()) console.log(`    the server said: ${fault}`)
    return false
  } finally {
    await Promise.all(visits.map(({ context }) => context.close()))
  }
}

function secondsSince(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}
