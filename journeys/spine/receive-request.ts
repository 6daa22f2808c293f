import { fillIn } from '../steps/fill-in.ts'
import { findField } from '../steps/find-field.ts'
import { follow } from '../steps/follow.ts'
import { inFront } from '../steps/in-front.ts'
import { lookOver } from '../steps/look-over.ts'
import type { Visit } from '../steps/open-visit.ts'
import { press } from '../steps/press.ts'
import { tick } from '../steps/tick.ts'
import { untilSaved } from '../steps/until-saved.ts'
import { writeDay } from '../steps/write-day.ts'
import type { Story } from '../story.ts'

/** Looks first whether the person is known, then receives the request of a new one. */
export async function receiveRequest({ tale, step }: Story, visit: Visit): Promise<void> {
  const { page, words } = visit
  const { client } = tale
  await step('look for the person before writing a new one', async () => {
    await follow(visit, 'app.nav.requests')
    await follow(visit, 'app.newRequest')
    await fillIn(visit, 'people.lookUp.name', client.lookedUp)
    await press(visit, 'people.lookUp.search')
    await page.getByText(words.say('people.lookUp.nobody')).waitFor()
    await lookOver(visit, 'Looking a person up')
    await press(visit, 'people.lookUp.registerNew')
  })
  await step('write who it is', async () => {
    await fillIn(visit, 'people.givenName', client.givenName)
    await fillIn(visit, 'people.familyName', client.familyName)
    await fillIn(visit, 'people.fatherName', client.fatherName)
    await tick(visit, 'radio', words.say('people.sex.female'))
    await writeDay(visit, 'people.bornOn', client.born)
    const none = inFront(visit).getByRole('checkbox', {
      name: words.say('people.nationalId.none'),
    })
    if (!(await none.isChecked()))
      await tick(visit, 'checkbox', words.say('people.nationalId.none'))
    await press(visit, 'people.nationalId.why.lost')
    await fillIn(visit, 'people.safeContact', client.safeContact)
    await lookOver(visit, 'Writing a person')
  })
  await step('a reload in the middle keeps what was written', async () => {
    await untilSaved(visit)
    await page.reload()
    await page.waitForFunction(
      ([label, text]) =>
        [...document.querySelectorAll('textarea')].some(
          (area) => area.labels[0]?.textContent.startsWith(label ?? '') && area.value === text,
        ),
      [words.say('people.safeContact'), client.safeContact],
    )
    await press(visit, 'intake.new.toProblem')
  })
  await step('write what is asked for', async () => {
    await fillIn(visit, 'intake.problem', tale.problem)
    await findField(visit, 'intake.domains', 'group')
      .getByRole('button', { name: words.say('directory.need.food'), exact: true })
      .click()
    await press(visit, 'intake.new.toWhere')
    await tick(visit, 'radio', tale.programme)
    await lookOver(visit, 'Choosing a programme')
    await press(visit, 'intake.new.receive')
    await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  })
}
