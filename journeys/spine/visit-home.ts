import assert from 'node:assert/strict'
import { choose } from '../steps/choose.ts'
import { fillIn } from '../steps/fill-in.ts'
import { findField } from '../steps/find-field.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import { tick } from '../steps/tick.ts'
import { untilSaved } from '../steps/until-saved.ts'
import type { Story } from '../story.ts'

/** A home visit with its SOAP note and the progress of the goal, reloaded in the middle and signed. */
export async function visitHome(
  { tale, step }: Story,
  visit: Visit,
  casePath: string,
): Promise<void> {
  const { page, words } = visit
  const told = tale.visit
  await step('write half of a home visit, reload, and find every word', async () => {
    await page.goto(`${casePath}/monitoring/contact`)
    await tick(visit, 'radio', words.say('monitoring.kind.home_visit'))
    await fillIn(visit, 'monitoring.contact.minutes', visit.language === 'fa' ? '۴۵' : '45')
    await fillIn(visit, 'monitoring.contact.place', told.place)
    await fillIn(visit, 'monitoring.contact.purpose', told.purpose)
    await choose(visit, 'monitoring.note.format', 'SOAP')
    await fillIn(visit, 'monitoring.section.subjective', told.said)
    await fillIn(visit, 'monitoring.section.objective', told.seen)
    await untilSaved(visit)
    await page.reload()
    await findField(visit, 'monitoring.section.objective').waitFor()
    for (const [labelId, text] of [
      ['monitoring.contact.place', told.place],
      ['monitoring.contact.purpose', told.purpose],
      ['monitoring.section.subjective', told.said],
      ['monitoring.section.objective', told.seen],
    ] as const) {
      assert.equal(await findField(visit, labelId).inputValue(), text)
    }
  })
  await step('finish and sign the note, with the progress of the goal', async () => {
    await fillIn(visit, 'monitoring.section.assessment', told.understood)
    await fillIn(visit, 'monitoring.section.plan', told.next)
    await page
      .getByRole('switch', { name: tale.plan.goal })
      .locator('xpath=ancestor::label')
      .click()
    await tick(visit, 'radio', tale.plan.scale[2])
    await fillIn(visit, 'monitoring.goal.said', told.progress)
    await lookOver(visit, 'Record a contact')
    await press(visit, 'monitoring.contact.recordAndSign')
    await page.waitForURL(/\/monitoring$/)
    await page.getByText(told.understood).waitFor()
    await page.getByText(words.like('monitoring.note.signedBy')).waitFor()
    await lookOver(visit, 'Monitoring')
  })
}
