import { fillIn } from './fill-in.ts'
import type { Visit } from './open-visit.ts'
import { press } from './press.ts'
import { tick } from './tick.ts'

interface Beginning {
  code: string
  agencyName: string
  fullName: string
  userName: string
  password: string
}

/** The first visit, with the code from the terminal. */
export async function setUp(visit: Visit, beginning: Beginning): Promise<void> {
  const { page, words, language } = visit
  await page.goto('/')
  await page.waitForURL('/set-up')
  await tick(visit, 'radio', words.say(`app.language.${language}`))
  await press(visit, 'access.setUp.next')
  await fillIn(visit, 'access.setUp.code', beginning.code)
  await fillIn(visit, 'access.setUp.agencyName', beginning.agencyName)
  await press(visit, 'access.setUp.next')
  await fillIn(visit, 'access.fullName', beginning.fullName)
  await fillIn(visit, 'access.userName', beginning.userName)
  await fillIn(visit, 'access.password', beginning.password)
  await press(visit, 'access.setUp.next')
  await tick(visit, 'radio', words.say('access.setUp.empty'))
  await press(visit, 'access.setUp.send')
  await page.waitForURL('/')
}
