import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { readWords } from './read-words.ts'
import type { Language, Words } from './read-words.ts'

/** Somebody at a browser of their own. */
export interface Visit {
  page: Page
  context: BrowserContext
  language: Language
  words: Words
  /** What the browser complained of: errors in the console, blocked by the content policy, thrown. */
  complaints: string[]
  /** From now on this complaint is part of the story. */
  expectComplaint: (like: RegExp) => void
}

interface Wishes {
  language: Language
  address: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}

// Whoever is not signed in is nobody yet, and an unwritten draft is not there yet.
const usual = [/\b401\b.*\/api\/me$/, /\b404\b.*\/api\/drafts\/[^/]+$/]

/** A fresh browser without memory, as a worker of that language has it. */
export async function openVisit(browser: Browser, wishes: Wishes): Promise<Visit> {
  const { language, address, viewport = { width: 1366, height: 900 } } = wishes
  const context = await browser.newContext({
    baseURL: address,
    locale: language === 'fa' ? 'fa-IR' : 'en-GB',
    timezoneId: language === 'fa' ? 'Asia/Tehran' : 'America/Los_Angeles',
    viewport,
    colorScheme: wishes.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  const complaints: string[] = []
  const expected = [...usual]
  const complain = (said: string) => {
    if (!expected.some((like) => like.test(said))) complaints.push(said)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') complain(tell(message))
  })
  context.on('weberror', (fault) => complain(`thrown: ${fault.error().message}`))
  await context.exposeBinding('tellBlocked', (_, blocked: string) => complain(blocked))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellBlocked } = globalThis as unknown as { tellBlocked: (blocked: string) => void }
      tellBlocked(`blocked: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  return {
    page: await context.newPage(),
    context,
    language,
    words: readWords(language),
    complaints,
    expectComplaint: (like) => void expected.push(like),
  }
}

function tell(message: ConsoleMessage): string {
  return `${message.text()} ${message.location().url}`.trim()
}
