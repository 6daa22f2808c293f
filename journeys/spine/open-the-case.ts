import { fillIn } from '../steps/fill-in.ts'
import { follow } from '../steps/follow.ts'
import { inFront } from '../steps/in-front.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import { tick } from '../steps/tick.ts'
import type { Story } from '../story.ts'

/** Judges the request rule by rule, accepts it and opens the case; answers where the case is. */
export async function openTheCase({ tale, step }: Story, visit: Visit): Promise<string> {
  const { page, words } = visit
  await step('judge the request rule by rule', async () => {
    await page.getByText(words.say('intake.outcome.unknown')).waitFor()
    await lookOver(visit, 'Request')
    await tick(visit, 'radio', words.say('intake.answer.yes'))
    await page.getByText(words.say('intake.outcome.eligible')).waitFor()
    await press(visit, 'intake.step.eligible')
    await press(visit, 'intake.step.eligible')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })
  const casePath = await step('accept it and open the case', async () => {
    await press(visit, 'intake.step.accepted')
    await tick(visit, 'radio', tale.model)
    await fillIn(visit, 'intake.accept.modelReason', tale.whyModel)
    await lookOver(visit, 'Accepting a request')
    await press(visit, 'intake.accept.open')
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
    // The page of the request, which stands until the case has come, has the same heading.
    await page.locator('main a[href$="/who-can-see"]').waitFor()
    await page.getByRole('heading', { level: 1, name: tale.client.familyName }).waitFor()
    await page.getByText(tale.client.bornShown).waitFor()
    await page.getByText(tale.client.safeContact).waitFor()
    await lookOver(visit, 'Overview of the case')
    return new URL(page.url()).pathname
  })
  await step('whoever comes again is found, in another spelling too', async () => {
    await follow(visit, 'app.nav.requests')
    await lookOver(visit, 'Queue of requests')
    await follow(visit, 'app.newRequest')
    await fillIn(visit, 'people.lookUp.name', tale.client.lookedUp)
    await press(visit, 'people.lookUp.search')
    await inFront(visit)
      .getByRole('article')
      .filter({ hasText: tale.client.familyName })
      .getByText(words.say('people.lookUp.mine'))
      .waitFor()
  })
  return casePath
}
