import assert from 'node:assert/strict'
import { chooseByTyping } from '../steps/choose-by-typing.ts'
import { fillIn } from '../steps/fill-in.ts'
import { inFront } from '../steps/in-front.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import { tick } from '../steps/tick.ts'
import { untilSaved } from '../steps/until-saved.ts'
import type { Story } from '../story.ts'

// 14 of 27; the ninth speaks of death and asks for a talk before any score is shown; the tenth is not scored.
const answers = [2, 2, 3, 2, 1, 1, 1, 1, 1, 1]

/** PHQ-9 answer by answer, what came of it, and the needs and strengths of the client. */
export async function assess({ tale, step }: Story, visit: Visit, casePath: string): Promise<void> {
  const { page, words } = visit
  const answer = async (from: number, to: number) => {
    for (const [question, value] of answers.entries()) {
      if (question < from || question >= to) continue
      const choices = page.getByRole('radiogroup').nth(question).getByRole('radio')
      await choices.nth(value).locator('xpath=ancestor::label').click()
    }
  }
  await step('begin the PHQ-9', async () => {
    await page.goto(`${casePath}/assessment`)
    await page
      .getByRole('button', { name: words.say('assessment.start') })
      .first()
      .click()
    await tick(visit, 'radio', /PHQ-9/)
    await press(visit, 'assessment.start.begin')
    await page.waitForURL(/\/assessment\/[0-9a-f-]{36}$/)
  })
  await step('answer half of it, reload, and find every answer', async () => {
    await answer(0, 5)
    await untilSaved(visit)
    await page.reload()
    await page.getByRole('radiogroup').nth(9).waitFor()
    const kept = await Promise.all(
      answers.map((value, question) =>
        page.getByRole('radiogroup').nth(question).getByRole('radio').nth(value).isChecked(),
      ),
    )
    assert.deepEqual(
      kept,
      answers.map((_, question) => question < 5),
    )
    await answer(5, 10)
    await lookOver(visit, 'Questionnaire')
  })
  await step('talk about the last answer before the score is seen', async () => {
    await fillIn(visit, 'assessment.protocol.words', tale.talk)
    await press(visit, 'assessment.protocol.save')
    await page.getByText(tale.talk).filter({ visible: true }).first().waitFor()
  })
  await step('finish with the client’s own view; score and meaning are shown', async () => {
    await fillIn(visit, 'assessment.view.words', tale.clientView)
    await untilSaved(visit)
    await press(visit, 'assessment.finish')
    const score = page.getByRole('region', { name: words.say('assessment.score.title') })
    await score
      .getByText(visit.language === 'fa' ? /۱۴.*۲۷/ : /14.*27/)
      .first()
      .waitFor()
    await page.getByText(tale.clientView).waitFor()
    await lookOver(visit, 'Score')
  })
  await step('record the needs, a barrier and a strength', async () => {
    await press(visit, 'assessment.proposal.confirm')
    await page.getByRole('dialog').waitFor()
    await fillIn(visit, 'assessment.need.statement', tale.otherNeed)
    await finishNeed(2, 'client')
    await page.goto(`${casePath}/assessment`)
    await press(visit, 'assessment.need.add')
    await fillIn(visit, 'assessment.need.statement', tale.need.statement)
    await chooseByTyping(visit, 'assessment.domain', words.say('assessment.domain.food'))
    await fillIn(visit, 'assessment.evidence', tale.need.evidence)
    await finishNeed(3, 'shared')
    await page.getByRole('link', { name: tale.need.statement }).waitFor()
    await press(visit, 'assessment.strength.add')
    await fillIn(visit, 'assessment.strength.what', tale.strength)
    await chooseByTyping(
      visit,
      'assessment.domain',
      words.say('assessment.domain.family_relations'),
    )
    await press(visit, 'assessment.strength.save')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText(tale.strength).waitFor()
    await lookOver(visit, 'Assessment')
  })

  async function finishNeed(severity: number, view: string) {
    await tick(visit, 'radio', words.say(`assessment.severity.${severity}`))
    await tick(visit, 'radio', words.say(`assessment.whose.${view}`))
    await inFront(visit).locator('button[type=submit]').click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
}
