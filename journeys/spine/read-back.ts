import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import type { Story } from '../story.ts'

/** The timeline, the life of the need and Today tell all that happened. */
export async function readBack(
  { tale, step }: Story,
  visit: Visit,
  casePath: string,
): Promise<void> {
  const { page, words } = visit
  await step('the timeline tells everything', async () => {
    await page.goto(`${casePath}/timeline`)
    const timeline = page.getByRole('list', { name: words.say('cases.tab.timeline') })
    for (const event of [
      'case_opened',
      'assessment_completed',
      'need_found',
      'strength_found',
      'plan_proposed',
      'plan_answered',
      'consent_given',
      'referral_step',
      'note_signed',
      'goal_progress',
      'review',
      'closed',
    ]) {
      await timeline
        .getByText(words.like(`cases.event.${event}`))
        .first()
        .waitFor()
    }
    await lookOver(visit, 'Timeline')
  })
  await step('the life of the need goes from the answer to the outcome', async () => {
    await page.goto(casePath)
    await lookOver(visit, 'Overview of the case opened again')
    await page.getByRole('link', { name: tale.need.statement }).first().click()
    await page.waitForURL(/\/needs\//)
    for (const told of [tale.plan.goal, tale.service, tale.closure.met]) {
      await page.getByRole('main').getByText(told).first().waitFor()
    }
    await lookOver(visit, 'Life of a need')
  })
  await step('Today and the other pages of the file', async () => {
    for (const [path, screen] of [
      ['/', 'Today with work'],
      ['/cases', 'Cases'],
      ['/referrals', 'Referrals'],
      ['/settings', 'Settings'],
      ['/help', 'Help'],
      ['/administration', 'Administration'],
      [`${casePath}/family`, 'Family and network'],
      [`${casePath}/documents`, 'Documents'],
      [`${casePath}/who-can-see`, 'Who can see this'],
    ] as const) {
      await page.goto(path)
      await lookOver(visit, screen)
    }
  })
}
