import assert from 'node:assert/strict'
import { findOpenCase } from './spine/find-open-case.ts'
import { addWorker } from './steps/add-worker.ts'
import { enter } from './steps/enter.ts'
import { fillIn } from './steps/fill-in.ts'
import { follow } from './steps/follow.ts'
import { inFront } from './steps/in-front.ts'
import { lookOver } from './steps/look-over.ts'
import type { Visit } from './steps/open-visit.ts'
import { press } from './steps/press.ts'
import { signInFirst } from './steps/sign-in-first.ts'
import { tick } from './steps/tick.ts'
import { writeDay } from './steps/write-day.ts'
import type { Journey, Story } from './story.ts'

/** A director reads numbers and nobody's file; two records of one person are joined and parted. */
export const numbersAndTwins: Journey = {
  title: 'numbers-and-twins',
  tell: async (story) => {
    const { tale, step } = story
    const manager = await story.visit()
    await step('an agency with a case', async () => {
      await enter(story, manager)
      await findOpenCase(story, manager)
    })
    const director = await step('its director signs in for the first time', async () => {
      const { fullName, userName, password } = tale.director
      const code = await addWorker(manager, { fullName, userName, role: 'director' })
      const visit = await story.visit()
      await signInFirst(visit, { userName, code, password })
      return visit
    })
    await step('and has the numbers counted', async () => {
      await readNumbers(story, director)
    })
    await step('what is printed has the numbers and no buttons', async () => {
      await printNumbers(story, director)
    })
    await step('no count of today is told a director, and no screen breaks for it', async () => {
      const { page, words } = director
      await page.goto('/requests')
      await page.getByText(words.say('intake.noDesk')).waitFor()
      await lookOver(director, 'Requests, to a director')
    })
    const requestPath = await step('the client is registered once more, otherwise written', () =>
      registerTwin(story, manager),
    )
    await step('the two are shown beside one another, and joined', async () => {
      await join(story, manager)
    })
    await step('and parted again, to be looked at once more', async () => {
      await part(story, manager, requestPath)
    })
  },
}

async function readNumbers({ tale }: Story, visit: Visit): Promise<void> {
  const { page, words } = visit
  await follow(visit, 'app.nav.numbers', page.getByRole('navigation').first())
  await page.getByRole('heading', { level: 1, name: words.say('outcomes.title') }).waitFor()
  await lookOver(visit, 'Numbers, before the first count')
  await press(visit, 'outcomes.ask')
  // An agency as small as this one is told nothing but that: every number could tell of somebody.
  const hidden = page.getByText(words.say('outcomes.untoldPeriod'))
  for (let tries = 0; (await hidden.count()) === 0; tries++) {
    assert.ok(tries < 60, 'the numbers were not counted')
    await page.waitForTimeout(500)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
  }
  for (const topic of ['cases', 'needs', 'referrals', 'requests', 'first_service']) {
    await page.goto(`/outcomes?topic=${topic}`)
    await hidden.first().waitFor()
    const said = await page.getByRole('main').innerText()
    assert.ok(!said.includes(tale.client.familyName), `${topic} names the client`)
    await lookOver(visit, `Numbers: ${topic}`)
  }
}

/** As the printer gets it. */
async function printNumbers({ tale }: Story, { page, words }: Visit): Promise<void> {
  await page.goto('/outcomes')
  await page.getByText(words.say('outcomes.untoldPeriod')).waitFor()
  await page.evaluate(() => {
    window.print = () => void (document.body.dataset.printed = 'yes')
  })
  await page.getByRole('button', { name: words.say('ui.print') }).click()
  assert.equal(await page.evaluate(() => document.body.dataset.printed), 'yes')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('button').filter({ visible: true }).count(), 0)
  assert.ok(await page.getByRole('main').getByText(tale.agencyName).isVisible())
  assert.ok(await page.getByText(words.like('outcomes.hiddenWhy')).isVisible())
  assert.ok(await page.getByText(words.say('outcomes.untoldPeriod')).isVisible())
  const paper = await page.pdf({ format: 'A4' })
  assert.ok(paper.length > 10_000)
  await page.emulateMedia({ media: null })
}

async function registerTwin({ tale }: Story, visit: Visit): Promise<string> {
  const { page, words } = visit
  const { client, twin } = tale
  await page.goto('/requests/new')
  await fillIn(visit, 'people.lookUp.name', client.lookedUp)
  await press(visit, 'people.lookUp.search')
  await press(visit, 'people.lookUp.noneOfThese')
  await fillIn(visit, 'people.givenName', twin.givenName)
  await fillIn(visit, 'people.familyName', twin.familyName)
  await fillIn(visit, 'people.fatherName', client.fatherName)
  await tick(visit, 'radio', words.say('people.sex.female'))
  await writeDay(visit, 'people.bornOn', client.born)
  const none = words.say('people.nationalId.none')
  if (!(await page.getByRole('checkbox', { name: none }).isChecked())) {
    await tick(visit, 'checkbox', none)
  }
  await press(visit, 'people.nationalId.why.lost')
  await press(visit, 'intake.new.toProblem')
  await fillIn(visit, 'intake.problem', tale.problem)
  await press(visit, 'intake.new.toWhere')
  await tick(visit, 'radio', tale.programme)
  await press(visit, 'intake.new.receive')
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

const pairOf = ({ page }: Visit, { client, twin }: Story['tale']) =>
  page
    .getByRole('article')
    .filter({ hasText: client.givenName })
    .filter({ hasText: twin.givenName })

/** The job runner finds who may be the same a moment after somebody is registered. */
async function findPair(visit: Visit, tale: Story['tale']) {
  const { page, words } = visit
  const pair = pairOf(visit, tale)
  for (let tries = 0; (await pair.count()) === 0; tries++) {
    assert.ok(tries < 60, 'the pair was not found')
    await page.goto('/people/likely-same')
    await pair
      .first()
      .or(page.getByText(words.say('people.same.none')))
      .waitFor()
  }
  return pair.first()
}

async function join({ tale }: Story, visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/requests')
  await follow(visit, 'people.same.title')
  const pair = await findPair(visit, tale)
  await lookOver(visit, 'Registered twice')
  await press(visit, 'people.same.link', pair)
  await fillIn(visit, 'people.same.why', tale.twin.linked)
  await lookOver(visit, 'Why they are one person')
  await press(visit, 'people.same.link')
  await page.getByText(words.say('people.same.linkDone')).waitFor()
  await page.getByText(words.say('people.same.none')).waitFor()
  await lookOver(visit, 'Nobody registered twice')
}

/** The request says that its client is registered twice, and so does the page of each of the two. */
async function part({ tale }: Story, visit: Visit, requestPath: string): Promise<void> {
  const { page, words } = visit
  await page.goto(requestPath)
  await page.getByText(tale.twin.linked).waitFor()
  await lookOver(visit, 'A request of somebody registered twice')
  const other = page.getByRole('main').locator('[href^="/people/"]')
  await other.filter({ hasText: tale.client.givenName }).first().click()
  await page.waitForURL(/\/people\//)
  await page.getByText(tale.twin.linked).waitFor()
  await lookOver(visit, 'A person registered twice')
  await press(visit, 'people.same.unlink')
  await fillIn(visit, 'people.same.why', tale.twin.parted)
  await inFront(visit)
    .getByRole('button', { name: words.say('people.same.unlink') })
    .click()
  await page.getByText(words.say('people.same.unlinkDone')).waitFor()
  await findPair(visit, tale)
}
