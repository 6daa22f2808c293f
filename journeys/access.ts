import assert from 'node:assert/strict'
import { findOpenCase } from './spine/find-open-case.ts'
import { addWorker } from './steps/add-worker.ts'
import { choose } from './steps/choose.ts'
import { chooseByTyping } from './steps/choose-by-typing.ts'
import { enter } from './steps/enter.ts'
import { fillIn } from './steps/fill-in.ts'
import { lookOver } from './steps/look-over.ts'
import type { Visit } from './steps/open-visit.ts'
import { press } from './steps/press.ts'
import { signInFirst } from './steps/sign-in-first.ts'
import { tick } from './steps/tick.ts'
import type { Journey } from './story.ts'

const pages = [
  '',
  '/timeline',
  '/assessment',
  '/plan',
  '/linking',
  '/monitoring',
  '/review',
  '/family',
  '/documents',
  '/who-can-see',
]
// Well-formed, and nobody's.
const absentCase = '/cases/00000000-0000-7000-8000-000000000000'

/** Who is not on a case learns nothing of it; who is on it for the school reads no therapy. */
export const access: Journey = {
  title: 'access',
  tell: async (story) => {
    const { tale, step } = story
    const manager = await story.visit()
    const { page, words } = manager
    const casePath = await step('a case with a signed note of a talk', async () => {
      await enter(story, manager)
      const path = await findOpenCase(story, manager)
      await page.goto(`${path}/monitoring/contact`)
      await tick(manager, 'radio', words.say('monitoring.kind.office_visit'))
      await fillIn(manager, 'monitoring.contact.purpose', tale.therapy.purpose)
      await choose(manager, 'monitoring.note.format', words.say('monitoring.format.free'))
      await fillIn(manager, 'monitoring.section.text', tale.therapy.note)
      await press(manager, 'monitoring.contact.recordAndSign')
      await page.waitForURL(/\/monitoring$/)
      await page.getByText(tale.therapy.note).first().waitFor()
      return path
    })
    const [stranger, teacher] = await step(
      'two colleagues sign in for the first time',
      async () => {
        const visits = []
        for (const { fullName, userName, password } of [tale.colleague, tale.teacher]) {
          const code = await addWorker(manager, { fullName, userName })
          const visit = await story.visit()
          await signInFirst(visit, { userName, code, password })
          visits.push(visit)
        }
        return visits
      },
    )
    assert.ok(stranger && teacher)
    await step('to a worker of another team the case is like one that is not there', async () => {
      stranger.expectComplaint(/\b404\b/)
      const absent = await readNotFound(stranger, absentCase)
      for (const under of pages) {
        const hidden = await readNotFound(stranger, `${casePath}${under}`)
        assert.deepEqual(hidden, absent, `${under || 'overview'} tells a stranger more`)
      }
      await lookOver(stranger, 'Not found')
    })
    await step('the teacher joins the team', async () => {
      await page.goto(`${casePath}/who-can-see`)
      await press(manager, 'cases.joinTeam')
      await chooseByTyping(manager, 'cases.joinTeam.who', tale.teacher.fullName)
      await choose(manager, 'cases.joinTeam.role', words.say('cases.role.teacher'))
      await press(manager, 'cases.joinTeam.save')
      await page.getByText(words.say('cases.joinTeam.done')).waitFor()
    })
    await step('the teacher sees that there was a contact, and nothing of its note', async () => {
      const arrived: Promise<string>[] = []
      teacher.page.on('response', (response) => {
        if (response.url().includes('/api/')) arrived.push(response.text().catch(() => ''))
      })
      for (const under of ['', '/timeline', '/monitoring']) {
        await teacher.page.goto(`${casePath}${under}`)
        await teacher.page.getByText(tale.client.safeContact).first().waitFor()
      }
      await teacher.page.getByText(tale.therapy.purpose).first().waitFor()
      await lookOver(teacher, 'Monitoring as the teacher sees it')
      const bodies = await Promise.all(arrived)
      assert.ok(bodies.some((body) => body.includes(tale.therapy.purpose)))
      assert.ok(bodies.every((body) => !body.includes(tale.therapy.note)))
    })
  },
}

/** What the page that is not there says, and its window. */
async function readNotFound({ page, words }: Visit, path: string) {
  await page.goto(path)
  await page.getByRole('heading', { level: 1, name: words.say('app.notFound') }).waitFor()
  return { title: await page.title(), text: await page.getByRole('main').innerText() }
}
