import { fillIn } from './fill-in.ts'
import type { Visit } from './open-visit.ts'
import { press } from './press.ts'

/** An administrator adds a colleague and prints the code for the first sign-in; answers the code. */
export async function addWorker(
  visit: Visit,
  { fullName, userName }: { fullName: string; userName: string },
): Promise<string> {
  const { page, words } = visit
  await page.goto('/administration/workers')
  await press(visit, 'access.workers.add')
  await fillIn(visit, 'access.fullName', fullName)
  await fillIn(visit, 'access.userName', userName)
  await press(visit, 'access.workers.add')
  await press(visit, 'access.print.make')
  const slip = page.getByRole('dialog').filter({ hasText: words.say('access.slip.keep') })
  return await slip
    .locator('bdi')
    .filter({ hasText: /^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/ })
    .innerText()
}
