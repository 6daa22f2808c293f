import { choose } from '../steps/choose.ts'
import { fillIn } from '../steps/fill-in.ts'
import { findField } from '../steps/find-field.ts'
import { inFront } from '../steps/in-front.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import { sign } from '../steps/sign.ts'
import { tick } from '../steps/tick.ts'
import type { Story } from '../story.ts'

/** A goal in the client's words with its action; proposed, signed by the client, put in force. */
export async function plan({ tale, step }: Story, visit: Visit, casePath: string): Promise<void> {
  const { page, words } = visit
  const told = tale.plan
  const dialogGone = () => page.getByRole('dialog').waitFor({ state: 'hidden' })
  await step('write a goal in the client’s words', async () => {
    await page.goto(`${casePath}/plan`)
    await press(visit, 'planning.start')
    await press(visit, 'planning.goal.add')
    await fillIn(visit, 'planning.goal.words', told.goal)
    await fillIn(visit, 'planning.goal.professional', told.goalInProfessionalWords)
    await tick(visit, 'checkbox', new RegExp(tale.need.statement))
    await tick(visit, 'checkbox', tale.strength)
    const levels = inFront(visit)
      .getByRole('group', { name: words.say('planning.goal.scale') })
      .getByRole('textbox')
    for (const [index, level] of told.scale.entries()) await levels.nth(index).fill(level)
    await findField(visit, 'planning.goal.baseline', 'button').click()
    await page.getByRole('option').first().click()
    await lookOver(visit, 'Goal')
    await press(visit, 'planning.goal.save')
    await dialogGone()
  })
  await step('write an action, a reason and the sections', async () => {
    await press(visit, 'planning.action.add')
    await fillIn(visit, 'planning.action.what', told.action)
    await choose(visit, 'planning.action.kind', words.say('planning.kind.referral'))
    await choose(visit, 'planning.action.basis', words.say('planning.basis.client_wish'))
    await press(visit, 'planning.action.save')
    await dialogGone()
    await press(visit, 'planning.need.writeReason')
    await tick(visit, 'radio', words.say('assessment.aside.not_now'))
    await fillIn(visit, 'assessment.aside.reason', told.postponed)
    await press(visit, 'assessment.aside.save')
    await dialogGone()
    for (const section of ['intervention', 'crisis'] as const) {
      const what = words.say(`planning.section.${section}`)
      await page.getByRole('button', { name: words.like('ui.editWhat', { what }) }).click()
      await fillIn(visit, 'planning.section.words', told.sections[section])
      await press(visit, 'planning.section.save')
      await page.getByRole('paragraph').filter({ hasText: told.sections[section] }).waitFor()
    }
    await lookOver(visit, 'Plan')
  })
  await step('propose it; the client signs; it is in force', async () => {
    await press(visit, 'planning.propose')
    await press(visit, 'planning.record')
    await press(visit, 'planning.record.all')
    await sign(visit, inFront(visit))
    await lookOver(visit, 'Answer of the client')
    await press(visit, 'planning.record.save')
    await dialogGone()
    await press(visit, 'planning.putInForce')
    await page.getByText(words.like('planning.standing.in_force')).waitFor()
  })
}
