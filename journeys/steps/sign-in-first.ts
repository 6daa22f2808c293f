import { fillIn } from './fill-in.ts'
import { follow } from './follow.ts'
import type { Visit } from './open-visit.ts'
import { press } from './press.ts'

/** Somebody's first sign-in, with the printed code and a password of their own. */
export async function signInFirst(
  visit: Visit,
  { userName, code, password }: { userName: string; code: string; password: string },
): Promise<void> {
  await visit.page.goto('/sign-in')
  await follow(visit, 'access.haveCode')
  // The page before asks for the name as well; the code is asked here alone.
  await fillIn(visit, 'access.reset.code', code)
  await fillIn(visit, 'access.nameOrEmail', userName)
  await fillIn(visit, 'access.password.new', password)
  await press(visit, 'access.reset.send')
  await visit.page.waitForURL('/')
}
