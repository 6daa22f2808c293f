import { fillIn } from './fill-in.ts'
import type { Visit } from './open-visit.ts'
import { press } from './press.ts'

/** Signs in on the page that asks for it. */
export async function signIn(
  visit: Visit,
  { userName, password }: { userName: string; password: string },
): Promise<void> {
  await fillIn(visit, 'access.nameOrEmail', userName)
  await fillIn(visit, 'access.password', password)
  await press(visit, 'access.signIn')
  await visit.page.waitForURL((url) => url.pathname !== '/sign-in')
}
