import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { demoPassword } from '../server/demo/agencies.ts'
import { buildWeb, isWebFresh } from '../server/platform/build-web.ts'
import { launchBrowser } from './steps/launch-browser.ts'
import { openVisit } from './steps/open-visit.ts'
import type { Visit } from './steps/open-visit.ts'
import type { Language } from './steps/read-words.ts'
import { runPeyvand } from './steps/run-peyvand.ts'
import { signIn } from './steps/sign-in.ts'

// sharp belongs to the server; the pictures are made with the same one.
const sharp = createRequire(join(import.meta.dirname, '../server/package.json'))('sharp') as (
  picture: Buffer,
) => { png: (how: object) => { toFile: (path: string) => Promise<unknown> } }

const folder = join(import.meta.dirname, '../docs/screenshots')
const desk = { width: 1366, height: 900 }
const phone = { width: 390, height: 844 }

interface Picture {
  name: string
  /** `CASE` and `NEED` stand for the case that is shown and its first need. */
  path: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}

const pictures: readonly Picture[] = [
  { name: 'today', path: '/' },
  { name: 'case', path: '/cases/CASE' },
  { name: 'assessment', path: '/cases/CASE/assessment' },
  { name: 'plan', path: '/cases/CASE/plan' },
  { name: 'services', path: '/cases/CASE/needs/NEED/find-service' },
  { name: 'linking', path: '/cases/CASE/linking' },
  { name: 'monitoring', path: '/cases/CASE/monitoring' },
  { name: 'requests', path: '/requests' },
  { name: 'today-phone', path: '/', viewport: phone },
  { name: 'case-phone', path: '/cases/CASE', viewport: phone },
  { name: 'case-dark', path: '/cases/CASE', colorScheme: 'dark' },
]

const workers: Record<Language, string> = { fa: 'samaneh', en: 'daniel' }

/** The pictures in docs, taken from the demonstration; made again when the screens change. */
const home = await mkdtemp(join(tmpdir(), 'peyvand-pictures-'))
await mkdir(folder, { recursive: true })
if (!(await isWebFresh())) await buildWeb()
const peyvand = await runPeyvand(home, '--demo')
const browser = await launchBrowser()
try {
  for (const language of ['fa', 'en'] as const) await takeAll(browser, language)
} finally {
  await browser.close()
  await peyvand.end()
  await rm(home, { recursive: true })
}

async function takeAll(from: Browser, language: Language): Promise<void> {
  const shown = { caseId: '', needId: '' }
  for (const { name, path, viewport = desk, colorScheme = 'light' } of pictures) {
    const visit = await openVisit(from, {
      language,
      address: peyvand.address,
      viewport,
      colorScheme,
    })
    await visit.page.goto('/sign-in')
    await signIn(visit, { userName: workers[language], password: demoPassword })
    if (shown.caseId === '') Object.assign(shown, await findCase(visit))
    await visit.page.goto(path.replace('CASE', shown.caseId).replace('NEED', shown.needId))
    await visit.page.waitForLoadState('networkidle')
    const taken = await visit.page.screenshot()
    const small = { palette: true, quality: 80, effort: 10 }
    await sharp(taken)
      .png(small)
      .toFile(join(folder, `${name}.${language}.png`))
    await visit.context.close()
    console.log(`${name}.${language}`)
  }
}

/** An open case with much to show: a warning, several needs, a score. */
async function findCase(visit: Visit): Promise<{ caseId: string; needId: string }> {
  return await visit.page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const { cases } = await read('/cases?limit=60')
    const rated = []
    for (const { id } of cases) {
      const file = await read(`/cases/${id}`)
      const weight =
        file.needs.length * 2 +
        file.scores.length +
        (file.client.safeContact ? 6 : 0) +
        (file.riskLevel === 'normal' ? 0 : 4) +
        file.next.length
      rated.push({ weight, caseId: id, needId: file.needs[0]?.id ?? '' })
    }
    rated.sort((a, b) => b.weight - a.weight)
    return rated[0] ?? { caseId: '', needId: '' }
  })
}
