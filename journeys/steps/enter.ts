import type { Story } from '../story.ts'
import type { Visit } from './open-visit.ts'
import { setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'

/** The administrator comes in, at whatever door stands open: set-up, sign-in, or straight to Today. */
export async function enter({ tale, peyvand }: Story, visit: Visit): Promise<void> {
  const { page } = visit
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const { pathname } = new URL(page.url())
  if (pathname === '/set-up') {
    const { agencyName, administrator } = tale
    await setUp(visit, { code: peyvand.setUpCode, agencyName, ...administrator })
  } else if (pathname === '/sign-in') {
    await signIn(visit, tale.administrator)
  }
}
