import assert from 'node:assert/strict'
import { findOpenCase } from './spine/find-open-case.ts'
import { addWorker } from './steps/add-worker.ts'
import { choose } from './steps/choose.ts'
import { enter } from './steps/enter.ts'
import { fillIn } from './steps/fill-in.ts'
import { follow } from './steps/follow.ts'
import { inFront } from './steps/in-front.ts'
import { lookOver } from './steps/look-over.ts'
import type { Visit } from './steps/open-visit.ts'
import { press } from './steps/press.ts'
import { signInFirst } from './steps/sign-in-first.ts'
import { tick } from './steps/tick.ts'
import type { Journey, Story } from './story.ts'

/** Somebody in danger: a colleague who is named for it reads the case for hours, and all see that. */
export const emergency: Journey = {
  title: 'emergency',
  tell: async (story) => {
    const { tale, step } = story
    const manager = await story.visit()
    const casePath = await step('a case whose manager has gone home', async () => {
      await enter(story, manager)
      return await findOpenCase(story, manager)
    })
    const rescuer = await step('a colleague is named for emergencies', async () => {
      const { fullName, userName, password } = tale.rescuer
      const code = await addWorker(manager, { fullName, userName })
      const { page, words } = manager
      await page.goto('/administration/workers')
      await page.getByRole('button', { name: fullName, exact: true }).click()
      await lookOver(manager, 'A colleague’s page')
      await press(manager, 'access.named.give')
      await page.getByText(words.like('access.named.given', { name: fullName })).waitFor()
      const visit = await story.visit()
      await signInFirst(visit, { userName, code, password })
      return visit
    })
    await step('to whom the case was like one that is not there', async () => {
      rescuer.expectComplaint(/\b404\b/)
      await rescuer.page.goto(casePath)
      await rescuer.page
        .getByRole('heading', { level: 1, name: rescuer.words.say('app.notFound') })
        .waitFor()
    })
    await step('looks the person up and says why', async () => {
      await openInEmergency(story, rescuer)
    })
    await step('reads the file, which bears the mark of it', async () => {
      const { page, words } = rescuer
      await page.waitForURL(casePath)
      await page.getByText(words.like('access.emergency.until')).waitFor()
      await page.getByText(tale.client.safeContact).first().waitFor()
      await lookOver(rescuer, 'A case opened in an emergency')
      assert.equal(await page.getByRole('button', { name: words.say('cases.menu') }).count(), 0)
    })
    await step('the file says who saw it, and on what ground', async () => {
      const { page, words } = manager
      await page.goto(`${casePath}/who-can-see`)
      const seer = page.getByRole('row').filter({ hasText: tale.rescuer.fullName })
      const category = words.say('access.emergency.is.danger_to_life')
      await seer.getByText(words.like('cases.who.emergency', { category })).waitFor()
      await seer.getByText(words.say('cases.looked.inEmergency')).first().waitFor()
      await lookOver(manager, 'Who can see this, after an emergency')
    })
    await step(
      'the supervisor is told on the first page, and reviews it, which ends the access',
      async () => {
        await review(story, manager)
      },
    )
    await step('the colleague is told what came of it, and sees the file no longer', async () => {
      const { page, words } = rescuer
      await page.goto('/')
      await page.getByText(words.like('monitoring.notice.emergency_reviewed')).waitFor()
      await page.goto('/emergencies')
      await page.getByText(tale.emergency.finding).waitFor()
      await lookOver(rescuer, 'The colleague’s own emergencies')
      await page.goto(casePath)
      await page.getByRole('heading', { level: 1, name: words.say('app.notFound') }).waitFor()
    })
    await step('the client sees who came, why, and what was found', async () => {
      const client = await openSight(story, manager, casePath)
      const { page, words } = client
      const came = page
        .getByRole('listitem')
        .filter({ hasText: words.say('linking.own.finding.justified') })
      await came.getByText(tale.rescuer.fullName).waitFor()
      await page.getByText(words.say('linking.own.inEmergency')).first().waitFor()
      await lookOver(client, 'What the client sees after an emergency')
    })
  },
}

/** Beside the person found stands the way in: what is happening, why, and the password once more. */
async function openInEmergency({ tale, peyvand }: Story, visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/')
  await follow(visit, 'app.nav.emergencies', page.getByRole('navigation').first())
  await fillIn(visit, 'people.lookUp.name', tale.client.lookedUp)
  await press(visit, 'people.lookUp.search')
  const found = page.getByRole('article').filter({ hasText: tale.client.familyName })
  await found.first().waitFor()
  await lookOver(visit, 'Looking up somebody in danger')
  await press(visit, 'access.emergency.ask', found.first())
  await choose(visit, 'access.emergency.category', words.say('access.emergency.is.danger_to_life'))
  await fillIn(visit, 'access.emergency.reason', tale.emergency.reason)
  await lookOver(visit, 'Why somebody’s case must be read now')
  await peyvand.letProofsGrowOld()
  visit.expectComplaint(/\b401\b.*\/emergency$/)
  await press(visit, 'access.emergency.open')
  await inFront(visit)
    .getByRole('heading', { name: words.say('access.prove') })
    .waitFor()
  await lookOver(visit, 'Proving the password again')
  await inFront(visit).getByLabel(words.say('access.password')).first().fill(tale.rescuer.password)
  await press(visit, 'access.prove.send')
}

async function review({ tale }: Story, visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/')
  const told = page.getByRole('link', { name: words.like('monitoring.notice.emergency_access') })
  await told.first().waitFor()
  await lookOver(visit, 'Today, with the news of an emergency')
  await told.first().click()
  await page.waitForURL('/emergencies')
  await page.getByText(tale.emergency.reason).waitFor()
  await lookOver(visit, 'Emergencies that wait for a review')
  await press(visit, 'access.emergencies.review')
  await tick(visit, 'radio', words.say('access.emergencies.justified'))
  await fillIn(visit, 'access.emergencies.note', tale.emergency.finding)
  await lookOver(visit, 'Reviewing an emergency')
  await press(visit, 'access.emergencies.saveReview')
  await page.getByText(words.say('access.emergencies.saved')).waitFor()
  await lookOver(visit, 'Emergencies reviewed')
}

/** The case manager gives the client a paper; the client opens it in a browser of her own. */
async function openSight(story: Story, manager: Visit, casePath: string): Promise<Visit> {
  const { page } = manager
  await page.goto(`${casePath}/who-can-see`)
  await follow(manager, 'linking.own.give')
  await press(manager, 'linking.own.makeNow')
  const marked = page.locator('bdi')
  const address = await marked.filter({ hasText: '/answer#' }).innerText()
  const code = await marked.filter({ hasText: /^[\d۰-۹]{6}$/ }).innerText()
  await lookOver(manager, 'The client’s paper')
  const client = await story.visit()
  await client.page.goto(address)
  await fillIn(client, 'linking.answer.code', code)
  await press(client, 'linking.own.open')
  return client
}
