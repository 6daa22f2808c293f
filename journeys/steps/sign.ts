import type { Locator } from 'playwright-core'
import type { Visit } from './open-visit.ts'

/** Signs with the mouse, as a finger would on a phone. */
export async function sign({ page, words }: Visit, within: Locator): Promise<void> {
  const sheet = within.getByRole('img', { name: words.say('ui.signature.empty') })
  await sheet.scrollIntoViewIfNeeded()
  const box = await sheet.boundingBox()
  if (!box) throw new Error('There is no sheet to sign on.')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(0.2, 0.7))
  await page.mouse.down()
  for (const [x, y] of [
    [0.3, 0.3],
    [0.4, 0.7],
    [0.5, 0.4],
    [0.7, 0.6],
  ] as const) {
    await page.mouse.move(...at(x, y))
  }
  await page.mouse.up()
  await within.getByRole('img', { name: words.say('ui.signature.signed') }).waitFor()
}
