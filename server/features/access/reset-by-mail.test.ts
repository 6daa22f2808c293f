import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as access from '@peyvand/domain/access/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startMailRunner } from '../../testing/start-mail-runner.ts'
import type { MailRunner } from '../../testing/start-mail-runner.ts'
import { startMailServer } from '../../testing/start-mail-server.ts'
import type { TestMailServer } from '../../testing/start-mail-server.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { giveLogin, goodPassword, openBrowser, signedIn, totp } from './test-browser.ts'

let app: TestApp
let agency: TestAgency
let mailServer: TestMailServer
let runner: MailRunner
const email = 'samaneh@example.org'
const nextPassword = 'rain on a tin roof'

beforeAll(async () => {
  app = await startTestApp({ mails: true })
  mailServer = await startMailServer()
  agency = await makeAgency(app)
  await giveLogin(app, agency.caseworker, 'samaneh', email)
  await giveLogin(app, agency.otherCaseworker, 'behnam')
  await giveLogin(app, agency.intake, 'omid', 'omid@example.org')
  await giveLogin(app, agency.supervisor, 'nahid', 'nahid@example.org')
  await app.owner.query('update worker set supervisor_id = $2 where id = $1', [
    agency.caseworker.id,
    agency.supervisor.id,
  ])
  runner = await startMailRunner(app, mailServer.port)
})
afterAll(async () => {
  await runner.stop()
  await mailServer.stop()
  await app.close()
})
beforeEach(async () => {
  mailServer.arrived.length = 0
  // Tries of the tests before are forgotten.
  await app.owner.query('delete from auth.attempt')
})

const ask = (name: string, browser = openBrowser(app)) =>
  browser.send(access.askResetCode, { input: { name } })
const reset = (name: string, code: string, password = nextPassword) =>
  openBrowser(app).send(access.resetPassword, { input: { name, code, password } })
const codeIn = (words: string) => /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(words)?.[0] ?? ''
async function receiveCode(name: string): Promise<string> {
  await ask(name)
  await runner.empty()
  return codeIn(mailServer.arrived.at(-1)?.words ?? '')
}
const keepPassword = (id: string) =>
  app.owner.query(
    `update auth.credential set password = (select c.password from auth.credential c where c.user_id = $2)
     where user_id = $1`,
    [id, agency.otherCaseworker.id],
  )

test.each([
  ['fa', 'کد گذرواژهٔ تازه', 'به هیچ‌کس نگویید'],
  ['en', 'your code for a new password', 'Give this code to nobody'],
] as const)(
  'a worker who reads %s receives a code, chooses a password and is signed out everywhere else',
  async (language, subject, words) => {
    await app.owner.query('update worker set language = $2 where id = $1', [
      agency.caseworker.id,
      language,
    ])
    await keepPassword(agency.caseworker.id)
    const before = await signedIn(app, 'samaneh')
    const code = await receiveCode('Samaneh@Example.org')
    const [mail] = mailServer.arrived
    expect(mail?.to).toEqual([email])
    expect(mail?.subject).toContain(subject)
    expect(mail?.subject).not.toMatch(/Samaneh|samaneh/)
    expect(mail?.words).toContain(words)
    expect(mail?.words).toContain('http://localhost/sign-in/code')
    expect(mail?.words).toContain(`dir="${language === 'fa' ? 'rtl' : 'ltr'}"`)
    expect((await reset('samaneh', code)).status).toBe(200)
    expect((await before.send(access.readAccount)).error?.code).toBe('not_signed_in')
    const again = await openBrowser(app).send(access.signIn, {
      input: { name: 'samaneh', password: nextPassword },
    })
    expect(again.body).toEqual({ next: 'signed_in' })
    const told = await app.owner.query<{ workerId: string }>(
      `select worker_id as "workerId" from notice where kind = 'password_reset_by_mail'
         and worker_id = any ($1) group by worker_id`,
      [[agency.caseworker.id, agency.supervisor.id]],
    )
    expect(told.rows).toHaveLength(2)
  },
)

test('a mailed code counts once, and ends every other code of the same worker', async () => {
  const first = await receiveCode('samaneh')
  const second = await receiveCode('samaneh')
  expect(first).not.toBe(second)
  expect((await reset('samaneh', first)).status).toBe(200)
  expect((await reset('samaneh', first)).error?.code).toBe('reset_code_wrong')
  expect((await reset('samaneh', second)).error?.code).toBe('reset_code_wrong')
})

test('five people with one mailed code: one password is set', async () => {
  const code = await receiveCode('samaneh')
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, n) => reset('samaneh', code, `${nextPassword} ${n}`)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('after half an hour a mailed code is worth nothing', async () => {
  const code = await receiveCode('samaneh')
  const before = app.clock.now
  app.clock.now = '2026-11-21T09:00:01.000Z'
  expect((await reset('samaneh', code)).error?.code).toBe('reset_code_wrong')
  app.clock.now = before
})

test('a mailed code never takes the place of the second factor', async () => {
  await keepPassword(agency.intake.id)
  const omid = await signedIn(app, 'omid')
  const started = await omid.send(access.startSecondFactor, { input: { password: goodPassword } })
  await omid.send(access.confirmSecondFactor, { input: { code: totp(started.body.secret) } })
  const code = await receiveCode('omid')
  expect((await reset('omid', code)).status).toBe(200)
  const next = await openBrowser(app).send(access.signIn, {
    input: { name: 'omid', password: nextPassword },
  })
  expect(next.body).toEqual({ next: 'second_factor' })
})

test('a stranger who asks does not spoil the code an administrator has printed', async () => {
  await app.owner.query(
    `insert into auth.reset_code (user_id, code_hash, made_at, until) values ($1, 'x', now(), '2100-01-01')`,
    [agency.otherSupervisor.id],
  )
  await giveLogin(app, agency.otherSupervisor, 'mitra', 'mitra@example.org')
  await receiveCode('mitra')
  const kept = await app.owner.query('select from auth.reset_code where user_id = $1', [
    agency.otherSupervisor.id,
  ])
  expect(kept.rowCount).toBe(1)
})

test('asking tells nobody who has an account: answer, limits and rows are the same', async () => {
  const rowsOf = async () => {
    const found = await app.owner.query<{ mails: number; codes: number; audit: number }>(
      `select (select count(*)::int from mail) as mails, (select count(*)::int from auth.mailed_code) as codes,
        (select count(*)::int from audit where verb = 'askResetCode') as audit`,
    )
    return found.rows[0] ?? { mails: 0, codes: 0, audit: 0 }
  }
  const seen: unknown[] = []
  // Known with an address, known without one, unknown, unknown address.
  for (const [at, name] of ['samaneh', 'behnam', 'nobody.here', 'x@example.org'].entries()) {
    const browser = openBrowser(app, `203.0.113.${at}`)
    const before = await rowsOf()
    const answers = []
    for (let n = 0; n < 4; n++) answers.push(await ask(name, browser))
    const after = await rowsOf()
    seen.push({
      answers: answers.map(({ status, body, error }) => [
        status,
        error?.code ?? body,
        error?.facts,
      ]),
      rows: [after.mails - before.mails, after.codes - before.codes, after.audit - before.audit],
    })
  }
  await runner.empty()
  expect(seen.map((one) => JSON.stringify(one))).toEqual(
    Array.from({ length: 4 }, () => JSON.stringify(seen[0])),
  )
  expect(JSON.stringify(seen[0])).toContain('too_many')
  expect(mailServer.arrived.map(({ to }) => to)).toEqual([[email], [email], [email]])
})

test('by name and by address together, one worker receives three mails and no more', async () => {
  for (let n = 0; n < 3; n++) await ask('samaneh', openBrowser(app, '203.0.113.20'))
  const other = await ask(email, openBrowser(app, '203.0.113.21'))
  expect(other.status).toBe(200)
  await runner.empty()
  expect(mailServer.arrived).toHaveLength(3)
})

test('somebody who has left receives nothing', async () => {
  await app.owner.query('update worker set ended_at = now() where id = $1', [agency.supervisor.id])
  expect((await ask('nahid')).status).toBe(200)
  await runner.empty()
  await app.owner.query('update worker set ended_at = null where id = $1', [agency.supervisor.id])
  expect(mailServer.arrived).toEqual([])
})

test('a job that runs again sends nothing again', async () => {
  await receiveCode('samaneh')
  const { rows } = await app.owner.query<{ id: string; state: string; address: string }>(
    `select id, state, address from mail where subject_id = $1 order by asked_at desc limit 1`,
    [agency.caseworker.id],
  )
  expect(rows[0]).toMatchObject({ state: 'sent', address: '' })
  await app.owner.query(
    `select graphile_worker.add_job('mail-reset-code', json_build_object('mailId', $1::text))`,
    [rows[0]?.id],
  )
  await runner.empty()
  expect(mailServer.arrived).toHaveLength(1)
})

test('a mail that finds no server waits, and arrives when the server is back', async () => {
  const { port } = mailServer
  await mailServer.stop()
  await ask('samaneh')
  await vi.waitUntil(() => runner.logged().includes('did not take a mail'), { timeout: 20_000 })
  const { rows } = await app.owner.query<{ failures: number; state: string }>(
    'select failures, state from mail order by asked_at desc limit 1',
  )
  expect(rows[0]?.state).toBe('waiting')
  expect(rows[0]?.failures).toBeGreaterThan(0)
  expect(await runner.queue()).not.toContain(email)
  mailServer = await startMailServer(port)
  await runner.empty()
  expect(mailServer.arrived.map(({ to }) => to)).toEqual([[email]])
  expect((await reset('samaneh', codeIn(mailServer.arrived[0]?.words ?? ''))).status).toBe(200)
})

test('an address the mail server does not know is given up and told to the operator, unnamed', async () => {
  mailServer.refuse(550)
  await ask('samaneh')
  await runner.empty()
  mailServer.refuse(undefined)
  const { rows } = await app.owner.query<{ state: string; address: string }>(
    'select state, address from mail order by asked_at desc limit 1',
  )
  expect(rows[0]).toEqual({ state: 'refused', address: '' })
  expect(runner.logged()).toContain('a mail cannot be delivered')
  expect(mailServer.arrived).toEqual([])
})

test('neither log nor queue nor database holds an address, a name or a code that was mailed', async () => {
  const code = await receiveCode('samaneh')
  const kept = await app.owner.query<{ words: string }>(
    `select m::text as words from mail m union all select c::text from auth.mailed_code c
     union all select a::text from audit a`,
  )
  const words = [
    runner.logged(),
    app.logged(),
    await runner.queue(),
    ...kept.rows.map((row) => row.words),
  ].join('\n')
  expect(code).not.toBe('')
  for (const secret of [code, code.replaceAll('-', ''), email, 'Karimpour']) {
    expect(words).not.toContain(secret)
  }
})

test('where no mail server is named nothing is offered and nothing is asked', async () => {
  const plain = await startTestApp()
  const browser = openBrowser(plain)
  expect((await browser.send(access.readSignInWays)).body).toEqual({ mails: false })
  expect((await ask('samaneh', browser)).error?.code).toBe('mail_off')
  await plain.close()
  expect((await openBrowser(app).send(access.readSignInWays)).body).toEqual({ mails: true })
})
