import assert from 'node:assert/strict'
import { fillIn } from '../steps/fill-in.ts'
import { findField } from '../steps/find-field.ts'
import { follow } from '../steps/follow.ts'
import { inFront } from '../steps/in-front.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import { tick } from '../steps/tick.ts'
import type { Story } from '../story.ts'

/** The partner finishes; the review decides to close; every need gets its outcome; opened again later. */
export async function review(
  { tale, step }: Story,
  { visit, partner, casePath }: { visit: Visit; partner: Visit; casePath: string },
): Promise<void> {
  const { page, words } = visit
  const { closure } = tale
  await step('the partner tells that the service is finished and helped', async () => {
    await press(partner, 'linking.answer.completed')
    await tick(partner, 'radio', words.say('linking.outcome.got_help'))
    await fillIn(partner, 'linking.answer.message', tale.partnerEnds)
    await press(partner, 'linking.answer.send')
    await partner.page.getByText(words.like('linking.answer.thanks')).waitFor()
  })
  await step('record the review with the client', async () => {
    await page.goto(`${casePath}/review`)
    await follow(visit, 'review.record')
    await fillIn(visit, 'review.clientSaysLabel', tale.review.clientSays)
    await tick(visit, 'radio', tale.plan.scale[3])
    await tick(visit, 'radio', words.say('review.decision.close'))
    await fillIn(visit, 'review.decisionReason', tale.review.reason)
    await lookOver(visit, 'Record a review')
    await press(visit, 'review.record')
    await page.waitForURL(/\/review\/close$/)
  })
  await step('say what came of every need', async () => {
    const outcomeOf = async (statement: string, outcome: string, wordId: string, said: string) => {
      const form = page.getByRole('form', { name: statement })
      await tick(visit, 'radio', words.say(`cases.outcome.${outcome}`), form)
      await fillIn(visit, wordId, said, form)
      await press(visit, 'review.recordOutcome', form)
      await form.waitFor({ state: 'hidden' })
    }
    await outcomeOf(tale.need.statement, 'met', 'review.outcomeWords', closure.met)
    await outcomeOf(tale.otherNeed, 'unmet', 'review.whyUnmet', closure.unmetReason)
  })
  await step('close the case, with follow-ups', async () => {
    await fillIn(visit, 'review.closure.reasonWords', closure.reason)
    await fillIn(visit, 'review.clientSaysLabel', closure.clientSays)
    await fillIn(visit, 'review.closure.risk', closure.risk)
    await fillIn(visit, 'review.closure.aftercare', closure.aftercare)
    await lookOver(visit, 'Close the case')
    await press(visit, 'review.close')
    await page.waitForURL(/\/review$/)
    const followUps = page.getByRole('button', { name: words.say('review.followUp.record') })
    await followUps.nth(2).waitFor()
    assert.equal(await followUps.count(), 3)
    await lookOver(visit, 'Closed case')
  })
  await step('open it again', async () => {
    await press(visit, 'review.reopen')
    await findField(visit, 'review.reopen.reason').fill(tale.reopened)
    await press(visit, 'review.reopen', inFront(visit))
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText(tale.reopened).first().waitFor()
  })
}
