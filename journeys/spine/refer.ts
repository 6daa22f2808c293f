import { fillIn } from '../steps/fill-in.ts'
import { follow } from '../steps/follow.ts'
import { inFront } from '../steps/in-front.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import { sign } from '../steps/sign.ts'
import type { Story } from '../story.ts'

/** From the need to a service of the directory, with consent; the partner accepts without an account. */
export async function refer(story: Story, visit: Visit, casePath: string): Promise<Visit> {
  const { tale, step } = story
  const { page } = visit
  const ofNeed = page.getByRole('article').filter({ hasText: tale.need.statement })
  const ofService = page.getByRole('article').filter({ hasText: tale.service })
  await step('find a service for the need', async () => {
    await page.goto(`${casePath}/linking`)
    await ofNeed.first().waitFor()
    await lookOver(visit, 'Linking')
    await follow(visit, 'linking.findService', ofNeed)
    await ofService.waitFor()
    await lookOver(visit, 'Find a service')
    await follow(visit, 'directory.find.refer', ofService)
  })
  await step('take consent and send the referral', async () => {
    await fillIn(visit, 'linking.clientChoice', tale.choice)
    await press(visit, 'linking.consent.take')
    await sign(visit, inFront(visit))
    await lookOver(visit, 'Consent')
    await press(visit, 'linking.consent.record')
    await press(visit, 'linking.step.sent')
  })
  const letter = await step('make the letter with the answer link', async () => {
    await follow(visit, 'linking.letter.make')
    await fillIn(visit, 'linking.letter.recipient', tale.receiver)
    await press(visit, 'linking.letter.makeNow')
    const marked = page.getByRole('article').locator('bdi')
    const address = await marked.filter({ hasText: '/answer#' }).innerText()
    const code = await marked.filter({ hasText: /^[\d۰-۹]{6}$/ }).innerText()
    await lookOver(visit, 'Introduction letter')
    return { address, code }
  })
  const partner = await step('the partner opens it in a browser of their own', async () => {
    const there = await story.visit()
    await there.page.goto(letter.address)
    await fillIn(there, 'linking.answer.code', letter.code)
    await lookOver(there, 'Answer link')
    await press(there, 'linking.answer.open')
    await there.page.getByText(tale.need.statement).waitFor()
    await lookOver(there, 'Referral as the partner reads it')
    return there
  })
  await step('the partner accepts', async () => {
    await press(partner, 'linking.answer.accepted')
    await fillIn(partner, 'linking.answer.message', tale.partnerSays)
    await press(partner, 'linking.answer.send')
    await partner.page.getByText(partner.words.like('linking.answer.thanks')).waitFor()
    await page.goto(`${casePath}/linking`)
    await page.getByText(tale.partnerSays).first().waitFor()
  })
  return partner
}
