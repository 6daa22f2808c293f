import type { Role } from '@peyvand/domain/access/roles.ts'
import { fillIn } from './fill-in.ts'
import { inFront } from './in-front.ts'
import type { Visit } from './open-visit.ts'
import { press } from './press.ts'
import { tick } from './tick.ts'

interface NewWorker {
  fullName: string
  userName: string
  /** A caseworker where nothing else is said. */
  role?: Role
}

/** An administrator adds a colleague and prints the code for the first sign-in; answers the code. */
export async function addWorker(
  visit: Visit,
  { fullName, userName, role = 'caseworker' }: NewWorker,
): Promise<string> {
  const { page, words } = visit
  await page.goto('/administration/workers')
  await press(visit, 'access.workers.add')
  await fillIn(visit, 'access.fullName', fullName)
  await fillIn(visit, 'access.userName', userName)
  if (role !== 'caseworker') {
    await tick(visit, 'checkbox', words.say(`access.role.${role}`))
    await inFront(visit)
      .getByRole('checkbox', { name: words.say('access.role.caseworker'), checked: true })
      .locator('xpath=ancestor::label')
      .click()
  }
  await press(visit, 'access.workers.add')
  await press(visit, 'access.print.make')
  const slip = page.getByRole('dialog').filter({ hasText: words.say('access.slip.keep') })
  return await slip
    .locator('bdi')
    .filter({ hasText: /^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/ })
    .innerText()
}
