import { afterAll, beforeAll, expect, test } from 'vitest'
import * as access from '@peyvand/domain/access/contract.ts'
import * as agencyContract from '@peyvand/domain/agency/contract.ts'
import type { SentInput } from '@peyvand/domain/contract.ts'
import { openAuthPool } from '../../platform/sign-in/open-auth-pool.ts'
import { createSignIn } from '../../platform/sign-in/sign-in.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { ensureSetUpCode } from './ensure-set-up-code.ts'
import { openBrowser } from './test-browser.ts'

let app: TestApp
let signIn: SignIn
let code: string

beforeAll(async () => {
  app = await startTestApp()
  signIn = createSignIn({
    pool: openAuthPool(app.owner.options.connectionString ?? '', 1),
    origin: 'http://localhost',
    keys: { sessions: 's'.repeat(43), secrets: 'k'.repeat(43) },
    now: () => new Date(app.clock.now),
    log: () => undefined,
  })
  code = (await ensureSetUpCode(signIn)) ?? ''
})
afterAll(async () => {
  await signIn.pool.end()
  await app.close()
})

const words = (changed: Partial<SentInput<typeof access.setUp>> = {}) => ({
  code,
  language: 'fa' as const,
  agency: { name: 'مرکز مددکاری کوی بهار', timeZone: 'Asia/Tehran' },
  administrator: { fullName: 'لیلا عظیمی', userName: 'لیلا.عظیمی', password: 'باران روی بام حلبی' },
  start: 'empty' as const,
  ...changed,
})
const setUp = (input = words(), address?: string) =>
  openBrowser(app, address).send(access.setUp, { input })
const countRows = async () => {
  const found = await app.owner.query<{ count: string }>(
    'select (select count(*) from agency) + (select count(*) from worker) as count',
  )
  return Number(found.rows[0]?.count)
}

test('a fresh installation says that it waits, and prints another code at each start', async () => {
  expect((await openBrowser(app).send(access.readSetUp)).body).toMatchObject({ needed: true })
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  const again = await ensureSetUpCode(signIn)
  expect(again).not.toBe(code)
  const answer = await setUp()
  expect(answer.error?.code).toBe('set_up_code_wrong')
  code = again ?? ''
  const kept = await app.owner.query('select * from auth.set_up_code')
  expect(kept.rowCount).toBe(1)
  expect(JSON.stringify(kept.rows)).not.toContain(code)
})

test('what is wrong is named, and nothing is made', async () => {
  const { administrator, agency } = words()
  const noZone = await setUp(words({ agency: { ...agency, timeZone: 'Asia/Nowhere' } }))
  expect(noZone.status).toBe(400)
  expect(noZone.error?.paths?.map((one) => one.path)).toEqual(['agency.timeZone'])
  const noName = await setUp(words({ administrator: { ...administrator, userName: 'a b' } }))
  expect(noName.error?.paths?.[0]?.path).toBe('administrator.userName')
  const weak = await setUp(
    words({ administrator: { ...administrator, password: 'لیلاعظیمی۱۴۰۵' } }),
  )
  expect(weak.error).toMatchObject({ code: 'password_too_weak', facts: { why: 'contains_name' } })
  expect(await countRows()).toBe(0)
})

test('a code is tried ten times an hour at most', async () => {
  app.clock.now = '2026-11-21T10:00:00.000Z'
  const statuses: number[] = []
  for (let attempt = 0; attempt < 11; attempt++) {
    const answer = await setUp(words({ code: 'AAAA-AAAA-AAAA' }), `198.51.100.${attempt}`)
    statuses.push(answer.status)
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
  const right = await setUp()
  expect([right.status, right.headers['retry-after']]).toEqual([429, '3600'])
  app.clock.now = '2026-11-21T11:00:00.000Z'
})

test('of eight who set up at once one succeeds, and the others leave nothing', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      setUp(
        words({
          code: code.toLowerCase().replaceAll('-', ' '),
          administrator: { ...words().administrator, userName: `admin.${n % 2}` },
        }),
      ),
    ),
  )
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
    200, 409, 409, 409, 409, 409, 409, 409,
  ])
  for (const answer of answers.filter((one) => one.status !== 200)) {
    expect(answer.error?.code).toBe('set_up_done')
  }
  expect(await countRows()).toBe(2)
  const logins = await app.owner.query('select from auth.login where name = $1', ['لیلا عظیمی'])
  expect(logins.rowCount).toBe(1)
  expect(await ensureSetUpCode(signIn)).toBeUndefined()
  expect((await app.owner.query('select from auth.set_up_code')).rowCount).toBe(0)
})

test('the first administrator is signed in and may work; a second set-up is refused', async () => {
  await app.owner.query('truncate agency, worker cascade')
  await app.owner.query(`delete from auth.login where name <> ''`)
  code = (await ensureSetUpCode(signIn)) ?? ''
  const browser = openBrowser(app)
  const made = await browser.send(access.setUp, { input: words() })
  expect(made.status).toBe(200)
  const me = await browser.send(agencyContract.readMe)
  expect(me.body).toMatchObject({
    id: made.body.workerId,
    roles: ['administrator', 'caseworker', 'intake', 'supervisor'],
    agency: { id: made.body.agencyId, timeZone: 'Asia/Tehran', calendar: 'persian' },
    settings: { language: 'fa', calendar: 'persian', digits: 'fa' },
  })
  expect((await setUp()).error?.code).toBe('set_up_done')
  expect((await openBrowser(app).send(access.readSetUp)).body).toMatchObject({ needed: false })
  const again = openBrowser(app)
  const signedIn = await again.send(access.signIn, {
    input: { name: 'ليلا.عظيمي', password: 'باران روي بام حلبی' },
  })
  expect(signedIn.body).toEqual({ next: 'signed_in' })
})

test('neither the code nor the password is in the log or kept with a command', async () => {
  const commands = await app.owner.query('select * from command')
  expect(commands.rowCount).toBe(0)
  expect(app.logged().length).toBeGreaterThan(500)
  for (const secret of [code, 'باران روی بام حلبی', 'لیلا', 'کوی بهار']) {
    expect(app.logged()).not.toContain(secret)
  }
})
