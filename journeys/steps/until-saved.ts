import type { Visit } from './open-visit.ts'

/** Waits until the frame says that nothing is left to send. */
export async function untilSaved({ page, words }: Visit): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('status')
    .filter({ hasText: words.say('app.saved') })
    .waitFor()
}
