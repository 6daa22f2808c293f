import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import * as access from '@peyvand/domain/access/contract.ts'
import * as agencyContract from '@peyvand/domain/agency/contract.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { addUser } from '../../commands/user-add.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { giveLogin, goodPassword, openBrowser, signedIn, totp } from './test-browser.ts'
import type { TestBrowser } from './test-browser.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
let leila: TestBrowser

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  await giveLogin(app, agency.administrator, 'leila')
  await giveLogin(app, agency.caseworker, 'samaneh')
  await giveLogin(app, agency.otherCaseworker, 'behnam')
  leila = await signedIn(app, 'leila')
})
afterAll(() => app.close())

const newcomer = (changed: object = {}) => ({
  id: newId(),
  fullName: 'مینا صالحی',
  title: 'مددکار اجتماعی',
  phone: '',
  userName: `mina.${newId().slice(-8)}`,
  roles: ['caseworker'] as Role[],
  supervisorId: agency.supervisor.id,
  deskIds: [agency.deskId],
  language: 'fa' as const,
  ...changed,
})
const add = (input: ReturnType<typeof newcomer>, by: TestBrowser = leila) =>
  by.send(access.addWorker, { input })
const find = async (id: string) =>
  (await leila.send(access.listWorkers)).body.workers.find((one) => one.id === id)
const printCode = (workerId: string, alsoSecondFactor = false, by = leila) =>
  by.send(access.printResetCode, { params: { workerId }, input: { alsoSecondFactor } })
const noticesOf = async (worker: { id: string }) => {
  const found = await app.owner.query<{ kind: string; facts: { workerId: string } }>(
    'select kind, facts from notice where worker_id = $1 order by at, kind',
    [worker.id],
  )
  return found.rows
}
const prove = () => leila.send(access.proveAgain, { input: { password: goodPassword } })

test('an administrator adds a worker, prints a code, and the worker alone chooses a password', async () => {
  const input = newcomer({ userName: 'مينا.صالحي' })
  expect((await add(input)).body).toEqual({ id: input.id, version: 1 })
  expect(await find(input.id)).toMatchObject({
    fullName: 'مینا صالحی',
    userName: 'مینا.صالحی',
    roles: ['caseworker'],
    supervisorId: agency.supervisor.id,
    deskIds: [agency.deskId],
    secondFactor: false,
    codeUntil: null,
    endedAt: null,
  })
  const printed = (await printCode(input.id)).body
  expect(printed).toMatchObject({ userName: 'مینا.صالحی', fullName: 'مینا صالحی' })
  expect(printed.code).toMatch(/^(\w{4}-){3}\w{4}$/)
  expect((await find(input.id))?.codeUntil).toBe(printed.until)

  const mina = openBrowser(app)
  const reset = (code: string, password: string) =>
    mina.send(access.resetPassword, { input: { name: input.userName, code, password } })
  expect((await reset('AAAA-AAAA-AAAA-AAAA', 'باران روی بام حلبی')).error?.code).toBe(
    'reset_code_wrong',
  )
  expect((await reset(printed.code, 'کوتاه')).error).toMatchObject({
    code: 'password_too_weak',
    facts: { why: 'too_short' },
  })
  // A weak password does not use the code up.
  expect((await reset(printed.code.toLowerCase(), 'باران روی بام حلبی')).status).toBe(200)
  expect((await reset(printed.code, 'برف روی بام حلبی ما')).error?.code).toBe('reset_code_wrong')
  const name = input.userName
  const first = await mina.send(access.signIn, { input: { name, password: 'باران روی بام حلبی' } })
  expect(first.body).toEqual({ next: 'signed_in' })
  expect((await mina.send(agencyContract.readMe)).body.roles).toEqual(['caseworker'])
  expect((await find(input.id))?.codeUntil).toBeNull()

  expect((await noticesOf(input)).map((one) => one.kind).toSorted()).toEqual([
    'desk_joined',
    'reset_code_printed',
    'worker_added',
  ])
  const toSupervisor = await noticesOf(agency.supervisor)
  expect(toSupervisor.filter((one) => one.facts.workerId === input.id)).toHaveLength(3)
})

test('five people with one printed code: one password is set', async () => {
  const input = newcomer()
  await add(input)
  const { code } = (await printCode(input.id)).body
  const passwords = Array.from({ length: 5 }, (_, n) => `rain on a tin roof, ${n}`)
  const answers = await Promise.all(
    passwords.map((password) =>
      openBrowser(app).send(access.resetPassword, {
        input: { name: input.userName, code, password },
      }),
    ),
  )
  expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([
    200, 422, 422, 422, 422,
  ])
})

test('a printed code is good for a day, and a newer one takes its place', async () => {
  const input = newcomer()
  await add(input)
  const older = (await printCode(input.id)).body
  const newer = (await printCode(input.id)).body
  const reset = (code: string) =>
    openBrowser(app).send(access.resetPassword, {
      input: { name: input.userName, code, password: 'rain on a tin roof' },
    })
  expect((await reset(older.code)).error?.code).toBe('reset_code_wrong')
  const before = app.clock.now
  app.clock.now = newer.until
  expect((await reset(newer.code)).error?.code).toBe('reset_code_wrong')
  app.clock.now = before
  expect((await reset(newer.code)).status).toBe(200)
})

test('a code for somebody unknown answers as a wrong one', async () => {
  const answer = await openBrowser(app).send(access.resetPassword, {
    input: { name: 'nobody', code: 'AAAA-AAAA-AAAA-AAAA', password: 'rain on a tin roof' },
  })
  expect(answer.error).toMatchObject({ code: 'reset_code_wrong', facts: {} })
})

test('a lost phone: the second factor goes only when the administrator says so, and all are told', async () => {
  const browser = await signedIn(app, 'samaneh')
  const started = await browser.send(access.startSecondFactor, {
    input: { password: goodPassword },
  })
  const code = totp(started.body.secret)
  await browser.send(access.confirmSecondFactor, { input: { code } })
  expect((await find(agency.caseworker.id))?.secondFactor).toBe(true)
  const useCode = async (printed: string, password: string) => {
    await openBrowser(app).send(access.resetPassword, {
      input: { name: 'samaneh', code: printed, password },
    })
    const signing = await openBrowser(app).send(access.signIn, {
      input: { name: 'samaneh', password },
    })
    return signing.body.next
  }
  const password = await printCode(agency.caseworker.id)
  expect(await useCode(password.body.code, 'rain on a tin roof')).toBe('second_factor')
  const both = await printCode(agency.caseworker.id, true)
  expect(await useCode(both.body.code, 'snow on a tin roof')).toBe('signed_in')
  const told = await noticesOf(agency.caseworker)
  expect(told.map((one) => one.facts)).toContainEqual(
    expect.objectContaining({ alsoSecondFactor: true, by: agency.administrator.id }),
  )
})

test('new roles are told and ask for a new sign-in', async () => {
  const behnam = await signedIn(app, 'behnam')
  const params = { workerId: agency.otherCaseworker.id }
  const version = (await find(params.workerId))?.version ?? 0
  const change = (roles: Role[], seen = version) =>
    leila.send(access.changeRoles, { params, input: { version: seen, roles } })
  expect((await change(['caseworker', 'intake'])).body).toEqual({ version: version + 1 })
  expect((await behnam.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
  expect((await noticesOf(agency.otherCaseworker)).map((one) => one.kind)).toEqual([
    'roles_changed',
  ])
  expect((await change(['auditor'])).error?.code).toBe('stale_version')
  expect((await find(params.workerId))?.roles).toEqual(['caseworker', 'intake'])
})

test('a worker who has left is out at once, everywhere, and the record stays', async () => {
  const input = newcomer({ userName: 'reza.left' })
  await add(input)
  const { code } = (await printCode(input.id)).body
  const password = 'rain on a tin roof'
  const reza = openBrowser(app)
  await reza.send(access.resetPassword, { input: { name: 'reza.left', code, password } })
  await reza.send(access.signIn, { input: { name: 'reza.left', password } })
  await printCode(input.id)
  const params = { workerId: input.id }
  const ended = await leila.send(access.endWorker, { params, input: { version: 1 } })
  expect(ended.body).toEqual({ version: 2 })
  expect((await reza.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
  const again = await reza.send(access.signIn, { input: { name: 'reza.left', password } })
  expect(again.error?.code).toBe('sign_in_failed')
  expect((await printCode(input.id)).error?.code).toBe('worker_unknown')
  expect((await find(input.id))?.endedAt).not.toBeNull()
  const colleagues = await leila.send(agencyContract.listColleagues)
  expect(colleagues.body.colleagues.map((one) => one.id)).not.toContain(input.id)

  const back = await leila.send(access.returnWorker, { params, input: { version: 2 } })
  expect(back.body).toEqual({ version: 3 })
  expect((await reza.send(access.signIn, { input: { name: 'reza.left', password } })).status).toBe(
    401,
  )
  const fresh = (await printCode(input.id)).body
  await reza.send(access.resetPassword, {
    input: { name: 'reza.left', code: fresh.code, password },
  })
  expect((await reza.send(access.signIn, { input: { name: 'reza.left', password } })).status).toBe(
    200,
  )
})

test('desks and supervisor are changed with the version that was seen', async () => {
  const input = newcomer({ deskIds: [], supervisorId: null })
  await add(input)
  const change = (changed: object) =>
    leila.send(access.changeWorker, {
      params: { workerId: input.id },
      input: {
        version: 1,
        fullName: 'مینا صالحی‌نژاد',
        title: '',
        phone: '',
        supervisorId: null,
        deskIds: [],
        ...changed,
      },
    })
  expect((await change({ supervisorId: elsewhere.supervisor.id })).error?.code).toBe(
    'worker_unknown',
  )
  expect((await change({ supervisorId: agency.intake.id })).error?.code).toBe('worker_unknown')
  expect((await change({ supervisorId: input.id })).error?.code).toBe('worker_unknown')
  expect((await change({ deskIds: [elsewhere.deskId] })).error?.code).toBe('desk_unknown')
  expect((await find(input.id))?.version).toBe(1)
  const done = await change({ supervisorId: agency.supervisor.id, deskIds: [agency.deskId] })
  expect(done.body).toEqual({ version: 2 })
  expect(await find(input.id)).toMatchObject({
    fullName: 'مینا صالحی‌نژاد',
    supervisorId: agency.supervisor.id,
    deskIds: [agency.deskId],
  })
  expect((await change({})).error?.code).toBe('stale_version')
  expect((await change({ version: 2 })).status).toBe(200)
  expect((await find(input.id))?.deskIds).toEqual([])
})

test('nobody grants or resets anything of himself or herself', async () => {
  const params = { workerId: agency.administrator.id }
  const version = (await find(agency.administrator.id))?.version ?? 1
  const answers = [
    await leila.send(access.changeRoles, {
      params,
      input: { version, roles: ['administrator', 'supervisor'] },
    }),
    await leila.send(access.changeWorker, {
      params,
      input: {
        version,
        fullName: 'L',
        title: '',
        phone: '',
        supervisorId: null,
        deskIds: [agency.deskId],
      },
    }),
    await leila.send(access.endWorker, { params, input: { version } }),
    await printCode(agency.administrator.id),
  ]
  expect(answers.map((one) => one.error?.code)).toEqual(
    Array.from({ length: 4 }, () => 'not_for_oneself'),
  )
  const audit = await app.owner.query<{ verb: string }>(
    `select verb from audit where outcome = 'not_for_oneself' order by verb`,
  )
  expect(audit.rows.map((row) => row.verb)).toEqual([
    'changeRoles',
    'changeWorker',
    'endWorker',
    'printResetCode',
  ])
})

test('workers of another agency are not there', async () => {
  const { workers } = (await leila.send(access.listWorkers)).body
  expect(workers.map((one) => one.id)).not.toContain(elsewhere.caseworker.id)
  const params = { workerId: elsewhere.caseworker.id }
  const answers = [
    await leila.send(access.changeRoles, { params, input: { version: 1, roles: ['auditor'] } }),
    await leila.send(access.endWorker, { params, input: { version: 1 } }),
    await printCode(elsewhere.caseworker.id),
  ]
  expect(answers.map((one) => [one.status, one.error?.code])).toEqual(
    Array.from({ length: 3 }, () => [404, 'not_found']),
  )
})

test('only administrators meet accounts: every other role is refused', async () => {
  const others: TestWorker[] = [
    agency.caseworker,
    agency.supervisor,
    agency.intake,
    agency.director,
    agency.auditor,
  ]
  for (const worker of others) {
    const answers = [
      await app.send(worker, access.listWorkers),
      await app.send(worker, access.addWorker, { input: newcomer() }),
      await app.send(worker, access.changeRoles, {
        params: { workerId: agency.otherCaseworker.id },
        input: { version: 1, roles: ['administrator'] },
      }),
      await app.send(worker, access.listTokens),
    ]
    expect(answers.map((one) => one.error?.code)).toEqual(
      Array.from({ length: 4 }, () => 'role_not_allowed'),
    )
  }
  const samaneh = openBrowser(app)
  await samaneh.send(access.signIn, {
    input: { name: 'samaneh', password: 'snow on a tin roof' },
  })
  const refused = await printCode(agency.otherCaseworker.id, false, samaneh)
  expect(refused.error?.code).toBe('role_not_allowed')
})

test('a machine that acts as an administrator prints no codes', async () => {
  const answer = await app.send(agency.administrator, access.printResetCode, {
    params: { workerId: agency.caseworker.id },
    input: { alsoSecondFactor: true },
  })
  expect(answer.error?.code).toBe('not_signed_in')
})

test('a taken user name or address is said, and nothing is half made', async () => {
  const input = newcomer({ userName: 'taken.name', email: 'taken@example.org' })
  await add(input)
  const sameName = newcomer({ userName: 'TAKEN.name' })
  expect((await add(sameName)).error?.code).toBe('user_name_taken')
  const sameEmail = newcomer({ email: 'Taken@example.org' })
  expect((await add(sameEmail)).error?.code).toBe('email_taken')
  expect(await find(sameName.id)).toBeUndefined()
  expect(await find(sameEmail.id)).toBeUndefined()
})

test('a printed code is kept nowhere in words, neither with the command nor in the log', async () => {
  const input = newcomer()
  await add(input)
  const { code } = (await printCode(input.id)).body
  const commands = await app.owner.query('select answer from command')
  const codes = await app.owner.query('select code_hash from auth.reset_code')
  const audit = await app.owner.query(`select * from audit where verb = 'printResetCode'`)
  expect(audit.rows.map((row) => row.records)).toContainEqual([input.id])
  const kept = JSON.stringify([commands.rows, codes.rows, audit.rows]) + app.logged()
  expect(kept).not.toContain(code)
  expect(app.logged()).not.toContain('مینا')
})

test('after a while the password is asked for again before a code is printed', async () => {
  app.clock.now = new Date(Date.parse(app.clock.now) + 6 * 60_000).toISOString()
  expect((await printCode(agency.otherCaseworker.id)).error?.code).toBe('fresh_sign_in_needed')
  expect((await prove()).status).toBe(200)
  expect((await printCode(agency.otherCaseworker.id)).status).toBe(200)
})

test('the operator adds a worker where no administrator can', async () => {
  const ownerUrl = app.owner.options.connectionString ?? ''
  const given = { fullName: 'Sima Rad', userName: 'Sima.Rad', roles: ['administrator' as const] }
  const now = new Date(app.clock.now)
  await expect(addUser(ownerUrl, 's'.repeat(43), given, now)).rejects.toThrow(/Which agency\?/)
  const named = { ...given, agency: elsewhere.id }
  const made = await addUser(ownerUrl, 's'.repeat(43), named, now)
  expect(made.userName).toBe('sima.rad')
  const sima = openBrowser(app)
  const input = { name: 'sima.rad', code: made.code, password: 'rain on a tin roof' }
  expect((await sima.send(access.resetPassword, { input })).status).toBe(200)
  await sima.send(access.signIn, { input: { name: 'sima.rad', password: input.password } })
  expect((await sima.send(agencyContract.readMe)).body).toMatchObject({
    agency: { id: elsewhere.id },
    roles: ['administrator'],
  })
  await expect(addUser(ownerUrl, 's'.repeat(43), named, now)).rejects.toThrow(/is taken/)
})
