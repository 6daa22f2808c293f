import assert from 'node:assert/strict'
import { findOpenCase } from './spine/find-open-case.ts'
import { choose } from './steps/choose.ts'
import { enter } from './steps/enter.ts'
import { findField } from './steps/find-field.ts'
import { press } from './steps/press.ts'
import { signIn } from './steps/sign-in.ts'
import { untilSaved } from './steps/until-saved.ts'
import type { Journey } from './story.ts'

/** What is typed survives reload, signing out, and a server that is killed and comes back. */
export const nothingLost: Journey = {
  title: 'nothing is lost',
  tell: async (story) => {
    const { tale, step, peyvand } = story
    const visit = await story.visit()
    const { page, words } = visit
    const [first, second, third] = tale.sentences
    const written = () => findField(visit, 'monitoring.section.text').inputValue()
    const openNote = async () => {
      await findField(visit, 'monitoring.section.text').waitFor()
      await page.waitForFunction(() =>
        [...document.querySelectorAll('textarea')].some(({ value }) => value !== ''),
      )
    }
    const casePath = await step('begin a note', async () => {
      await enter(story, visit)
      const path = await findOpenCase(story, visit)
      await page.goto(`${path}/monitoring/contact`)
      await choose(visit, 'monitoring.note.format', words.say('monitoring.format.free'))
      await findField(visit, 'monitoring.section.text').pressSequentially(first)
      return path
    })
    await step('a reload in the middle of typing', async () => {
      await page.reload()
      await openNote()
      assert.equal(await written(), first)
    })
    await step('signing out and in again', async () => {
      await findField(visit, 'monitoring.section.text').fill(`${first} ${second}`)
      await page
        .getByRole('button', { name: words.like('app.myMenuOf') })
        .first()
        .click()
      await press(visit, 'app.signOut')
      await page.waitForURL('/sign-in')
      await page.goto(`${casePath}/monitoring/contact`)
      await signIn(visit, tale.administrator)
      await openNote()
      assert.equal(await written(), `${first} ${second}`)
    })
    await step('the server is killed while one writes on, and comes back', async () => {
      visit.expectComplaint(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/)
      await untilSaved(visit)
      await peyvand.kill()
      await findField(visit, 'monitoring.section.text').fill(`${first} ${second} ${third}`)
      await page.getByText(words.say('app.offline')).waitFor()
      await press(visit, 'monitoring.contact.recordAndSign')
      await page.getByText(words.say('ui.problem.offline')).first().waitFor()
      await peyvand.startAgain()
      await untilSaved(visit)
      await page.reload()
      await openNote()
      assert.equal(await written(), `${first} ${second} ${third}`)
    })
    await step('recorded at last, and recorded once', async () => {
      await press(visit, 'monitoring.contact.recordAndSign')
      await page.waitForURL(/\/monitoring$/)
      const note = page.getByText(`${first} ${second} ${third}`)
      await note.first().waitFor()
      assert.equal(await note.count(), 1)
    })
  },
}
