import type { Visit } from '../steps/open-visit.ts'
import type { Story } from '../story.ts'
import { openTheCase } from './open-the-case.ts'
import { receiveRequest } from './receive-request.ts'

/** The client's open case, made where an earlier journey left none; answers where it is. */
export async function findOpenCase(story: Story, visit: Visit): Promise<string> {
  const { page, words } = visit
  await page.goto('/cases')
  const client = page.getByRole('link', { name: story.tale.client.familyName })
  await client
    .or(page.getByText(words.say('cases.list.empty')))
    .first()
    .waitFor()
  if ((await client.count()) === 0) {
    await receiveRequest(story, visit)
    return await openTheCase(story, visit)
  }
  await client.first().click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}
