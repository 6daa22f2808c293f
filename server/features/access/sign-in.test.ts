import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as access from '@peyvand/domain/access/contract.ts'
import * as agencyContract from '@peyvand/domain/agency/contract.ts'
import { createSignIn } from '../../platform/sign-in/sign-in.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { giveLogin, goodPassword, openBrowser, signedIn, totp } from './test-browser.ts'

let app: TestApp
let agency: TestAgency
const morning = Date.parse('2026-11-21T05:30:00.000Z')
const later = (minutes: number) => {
  app.clock.now = new Date(Date.parse(app.clock.now) + minutes * 60_000).toISOString()
}

beforeAll(async () => {
  app = await startTestApp()
  app.clock.now = new Date(morning).toISOString()
  agency = await makeAgency(app)
  await giveLogin(app, agency.caseworker, 'samaneh12', 'samaneh@example.org')
  await giveLogin(app, agency.supervisor, 'nahid')
  await giveLogin(app, agency.intake, 'omid')
  await giveLogin(app, agency.administrator, 'leila')
  await giveLogin(app, agency.otherCaseworker, 'behnam')
  await giveLogin(app, agency.director, 'kamran')
})
afterAll(() => app.close())

const trySignIn = (name: string, password: string, address?: string) =>
  openBrowser(app, address).send(access.signIn, { input: { name, password } })

test.each([
  ['samaneh12', goodPassword],
  ['SAMANEH12', goodPassword],
  [' samaneh۱۲ ', goodPassword],
  ['Samaneh@Example.org', goodPassword],
])('a worker signs in as «%s» and is known from then on', async (name, password) => {
  const browser = openBrowser(app)
  const answer = await browser.send(access.signIn, { input: { name, password } })
  expect(answer.body).toEqual({ next: 'signed_in' })
  const me = await browser.send(agencyContract.readMe)
  expect(me.body.id).toBe(agency.caseworker.id)
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const browser = await signedIn(app, 'omid')
  expect(browser.setCookies).toHaveLength(1)
  expect(browser.setCookies[0]).toMatch(/^peyvand\.session_token=[^;]{40,};/)
  expect(browser.setCookies[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(browser.setCookies[0]).not.toMatch(/Domain/i)
})

test('on a secure address the cookie belongs to this host alone', async () => {
  const pool = new pg.Pool({ max: 1 })
  const signIn = createSignIn({
    pool,
    origin: 'https://cases.example.org',
    keys: { sessions: 's'.repeat(43), secrets: 'k'.repeat(43) },
    now: () => new Date(),
    log: () => undefined,
  })
  const { authCookies } = await signIn.auth.$context
  expect(authCookies.sessionToken.name).toBe('__Host-peyvand.session_token')
  expect(authCookies.sessionToken.attributes).toMatchObject({
    secure: true,
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
  })
  expect(authCookies.sessionToken.attributes.domain).toBeUndefined()
  await pool.end()
})

test('an unknown name, a wrong password and an account without password answer alike', async () => {
  const answers = [
    await trySignIn('nobody.here', goodPassword),
    await trySignIn('nobody@example.org', goodPassword),
    await trySignIn('nobody at all', goodPassword),
    await trySignIn('kamran', 'a walk by the sea'),
    await trySignIn(agency.auditor.id, goodPassword),
  ]
  const [first] = answers
  for (const answer of answers) {
    expect(answer.status).toBe(401)
    expect(answer.error).toMatchObject({ kind: 'refused', code: 'sign_in_failed', facts: {} })
    expect(Object.keys(answer.headers)).toEqual(Object.keys(first?.headers ?? {}))
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
})

test('after five wrong passwords an account waits, with any address and the right password too', async () => {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const answer = await trySignIn('behnam', 'a wrong password', `198.51.100.${attempt}`)
    expect(answer.error?.code).toBe('sign_in_failed')
  }
  const blocked = await trySignIn('behnam', goodPassword, '198.51.100.77')
  expect(blocked.status).toBe(429)
  expect(blocked.headers['retry-after']).toBe('30')
  expect(blocked.error?.facts).toEqual({ retryAfterSeconds: 30 })
  later(1)
  expect((await trySignIn('behnam', goodPassword)).status).toBe(200)
  expect((await trySignIn('behnam', 'a wrong password')).error?.code).toBe('sign_in_failed')
})

test('an unknown name waits just as a known one does', async () => {
  for (let attempt = 1; attempt <= 5; attempt++) await trySignIn('no.such.person', 'wrong')
  const blocked = await trySignIn('no.such.person', 'wrong')
  expect([blocked.status, blocked.headers['retry-after']]).toEqual([429, '30'])
})

test('many tries at once do not slip through together', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => trySignIn('all.at.once', `wrong ${n}`)),
  )
  expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5)
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7)
})

test('an address that tries many accounts waits', async () => {
  const address = '192.0.2.200'
  for (let n = 0; n < 50; n++) {
    const answer = await trySignIn(`guess.${n}`, 'wrong', address)
    expect(answer.status).toBe(401)
  }
  expect((await trySignIn('guess.51', 'wrong', address)).status).toBe(429)
  expect((await trySignIn('omid', goodPassword)).status).toBe(200)
})

test('signing in gives a new session and ends the one this browser had', async () => {
  const browser = await signedIn(app, 'omid')
  const before = new Map(browser.cookies)
  await browser.send(access.signIn, { input: { name: 'omid', password: goodPassword } })
  expect(browser.cookies).not.toEqual(before)
  const old = openBrowser(app)
  old.cookies = before
  expect((await old.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
  expect((await browser.send(agencyContract.readMe)).status).toBe(200)
})

test('a session nobody uses for half an hour is over', async () => {
  const browser = await signedIn(app, 'omid')
  later(29)
  expect((await browser.send(agencyContract.readMe)).status).toBe(200)
  later(29)
  expect((await browser.send(agencyContract.readMe)).status).toBe(200)
  later(30)
  expect((await browser.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
})

test('a session in constant use is over after twelve hours', async () => {
  const browser = await signedIn(app, 'omid')
  for (let quarter = 1; quarter < 48; quarter++) {
    later(15)
    expect((await browser.send(agencyContract.readMe)).status).toBe(200)
  }
  later(15)
  expect((await browser.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
})

test('what is over is forgotten when somebody signs in, address and all', async () => {
  await signedIn(app, 'omid')
  later(31)
  await signedIn(app, 'omid')
  const kept = await app.owner.query<{ seen_at: Date }>('select seen_at from auth.session')
  expect(kept.rowCount).toBe(1)
  later(24 * 60 + 1)
  await signedIn(app, 'omid')
  const attempts = await app.owner.query('select from auth.attempt where failures > 0')
  expect(attempts.rowCount).toBe(0)
})

test('after signing out the cookie opens nothing', async () => {
  const browser = await signedIn(app, 'omid')
  const cookies = new Map(browser.cookies)
  expect((await browser.send(access.signOut)).status).toBe(200)
  expect(browser.cookies.size).toBe(0)
  browser.cookies = cookies
  expect((await browser.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
})

test('a cookie whose signature was touched opens nothing', async () => {
  const browser = await signedIn(app, 'omid')
  for (const [name, value] of browser.cookies) {
    browser.cookies.set(name, `x${value.slice(1)}`)
  }
  expect((await browser.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
})

test('a page of another site cannot sign anybody in or out', async () => {
  const browser = await signedIn(app, 'omid')
  for (const [name, value] of [
    ['origin', 'https://elsewhere.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ] as const) {
    const headers = { [name]: value }
    expect((await browser.send(access.signOut, { headers })).error?.code).toBe('not_same_origin')
  }
  expect((await browser.send(agencyContract.readMe)).status).toBe(200)
})

test('better-auth’s own addresses are closed', async () => {
  for (const path of ['sign-up/email', 'sign-in/email', 'sign-in/username', 'get-session', 'ok']) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await app.app.inject({
        method,
        url: `/api/auth/${path}`,
        headers: { origin: 'http://localhost', host: 'localhost' },
        payload: method === 'POST' ? { email: 'a@example.org', password: goodPassword } : undefined,
      })
      expect(answer.statusCode).toBe(404)
    }
  }
})

test('the list shows where one is signed in, and each place can be signed out', async () => {
  const [here, there] = [await signedIn(app, 'nahid'), await signedIn(app, 'nahid')]
  const account = await here.send(access.readAccount)
  expect(account.body.sessions).toHaveLength(2)
  expect(account.body.sessions.filter((one) => one.current)).toHaveLength(1)
  expect(account.body.sessions[0]).toMatchObject({
    userAgent: 'Test Browser',
    address: '203.0.113.7',
  })
  const other = account.body.sessions.find((one) => !one.current)?.id ?? ''
  const stranger = await signedIn(app, 'omid')
  const params = { sessionId: other }
  expect((await stranger.send(access.endSession, { params })).error?.code).toBe('not_found')
  expect((await here.send(access.endSession, { params })).status).toBe(200)
  expect((await there.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
  expect((await here.send(agencyContract.readMe)).status).toBe(200)
  expect((await here.send(access.endSession, { params })).error?.code).toBe('not_found')
})

test('a new password ends every other session and changes the id of this one, not its end', async () => {
  const [here, there] = [await signedIn(app, 'nahid'), await signedIn(app, 'nahid')]
  const before = new Map(here.cookies)
  const signedInAt = (await here.send(access.readAccount)).body.sessions.find((one) => one.current)
  later(10)
  const change = (current: string, next: string) =>
    here.send(access.changePassword, { input: { current, next } })
  expect((await change('not my password', 'rain on a tin roof')).error?.code).toBe('password_wrong')
  expect((await change(goodPassword, 'nahid2026nahid')).error).toMatchObject({
    code: 'password_too_weak',
    facts: { why: 'contains_name' },
  })
  expect((await change(goodPassword, 'password1234')).error?.facts).toEqual({ why: 'common' })
  expect((await change(goodPassword, 'too short')).error?.facts).toEqual({ why: 'too_short' })
  expect((await change(goodPassword, 'rain on a tin roof')).status).toBe(200)
  expect(here.cookies).not.toEqual(before)
  expect((await there.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
  const { sessions } = (await here.send(access.readAccount)).body
  expect(sessions).toHaveLength(1)
  expect(sessions[0]?.signedInAt).toBe(signedInAt?.signedInAt)
  here.cookies = before
  expect((await here.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
  expect((await trySignIn('nahid', goodPassword)).error?.code).toBe('sign_in_failed')
  expect((await trySignIn('nahid', 'rain on a tin roof')).status).toBe(200)
})

test('whoever has a session does not have the password: tries to prove it are counted', async () => {
  const browser = await signedIn(app, 'kamran')
  const prove = (password: string) => browser.send(access.proveAgain, { input: { password } })
  for (let attempt = 0; attempt < 5; attempt++) {
    expect((await prove('a wrong password')).error?.code).toBe('password_wrong')
  }
  expect((await prove(goodPassword)).status).toBe(429)
  later(1)
  expect((await prove(goodPassword)).status).toBe(200)
})

test('with an authenticator the password alone opens nothing, and a code counts once', async () => {
  const browser = await signedIn(app, 'leila')
  const before = new Map(browser.cookies)
  const start = (password: string) =>
    browser.send(access.startSecondFactor, { input: { password } })
  expect((await start('not my password')).error?.code).toBe('password_wrong')
  const started = (await start(goodPassword)).body
  expect(started.uri).toContain('otpauth://totp/Peyvand%3Aleila?')
  expect(started.backupCodes).toHaveLength(10)
  // Until a code was shown, nothing changes: nobody is locked out by a lost picture.
  expect((await trySignIn('leila', goodPassword)).body).toEqual({ next: 'signed_in' })
  const wrong = await browser.send(access.confirmSecondFactor, { input: { code: '000000' } })
  expect(wrong.error?.code).toBe('second_factor_wrong')
  const code = totp(started.secret)
  const right = await browser.send(access.confirmSecondFactor, { input: { code } })
  expect(right.status).toBe(200)
  expect(browser.cookies).not.toEqual(before)
  expect((await browser.send(access.readAccount)).body).toMatchObject({
    secondFactor: true,
    backupCodesLeft: 10,
  })

  const fresh = openBrowser(app)
  const first = await fresh.send(access.signIn, {
    input: { name: 'leila', password: goodPassword },
  })
  expect(first.body).toEqual({ next: 'second_factor' })
  expect((await fresh.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')
  const send = (kind: 'authenticator' | 'backup', typed: string) =>
    fresh.send(access.signInByCode, { input: { kind, code: typed } })
  // The code that confirmed is used up, though its time is not over.
  expect((await send('authenticator', code)).error?.code).toBe('second_factor_wrong')
  expect((await fresh.send(agencyContract.readMe)).error?.code).toBe('not_signed_in')

  const again = openBrowser(app)
  await again.send(access.signIn, { input: { name: 'leila', password: goodPassword } })
  const now = totp(started.secret, 1)
  const persian = now.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
  const input = {
    kind: 'authenticator',
    code: `${persian.slice(0, 3)} ${persian.slice(3)}`,
  } as const
  expect((await again.send(access.signInByCode, { input })).body).toEqual({ next: 'signed_in' })
  expect((await again.send(agencyContract.readMe)).body.id).toBe(agency.administrator.id)

  const backup = started.backupCodes[3] ?? ''
  for (const expected of [200, 422]) {
    const lost = openBrowser(app)
    await lost.send(access.signIn, { input: { name: 'leila', password: goodPassword } })
    const answer = await lost.send(access.signInByCode, {
      input: { kind: 'backup', code: backup.toLowerCase().replace('-', ' ') },
    })
    expect(answer.status).toBe(expected)
  }
  expect((await again.send(access.readAccount)).body.backupCodesLeft).toBe(9)

  const renewed = await again.send(access.renewBackupCodes, { input: { password: goodPassword } })
  expect(renewed.body.backupCodes).toHaveLength(10)
  const stale = openBrowser(app)
  await stale.send(access.signIn, { input: { name: 'leila', password: goodPassword } })
  const old = { kind: 'backup', code: started.backupCodes[5] ?? '' } as const
  expect((await stale.send(access.signInByCode, { input: old })).error?.code).toBe(
    'second_factor_wrong',
  )

  const stored = await app.owner.query('select secret, backup_codes from auth.second_factor')
  expect(JSON.stringify(stored.rows)).not.toContain(started.secret)
  expect(JSON.stringify(stored.rows)).not.toContain(renewed.body.backupCodes[0])

  const ended = await again.send(access.endSecondFactor, { input: { password: goodPassword } })
  expect(ended.status).toBe(200)
  expect((await trySignIn('leila', goodPassword)).body).toEqual({ next: 'signed_in' })
})

test('five wrong codes send one back to the password, and a code without a password opens nothing', async () => {
  const browser = await signedIn(app, 'leila')
  const started = (
    await browser.send(access.startSecondFactor, { input: { password: goodPassword } })
  ).body
  await browser.send(access.confirmSecondFactor, { input: { code: totp(started.secret) } })

  const nobody = openBrowser(app)
  const input = { kind: 'authenticator', code: '123456' } as const
  expect((await nobody.send(access.signInByCode, { input })).error?.code).toBe(
    'sign_in_step_expired',
  )
  const guesser = openBrowser(app)
  await guesser.send(access.signIn, { input: { name: 'leila', password: goodPassword } })
  for (let attempt = 0; attempt < 5; attempt++) {
    expect((await guesser.send(access.signInByCode, { input })).error?.code).toBe(
      'second_factor_wrong',
    )
  }
  expect((await guesser.send(access.signInByCode, { input })).error?.code).toBe(
    'sign_in_step_expired',
  )
})

test('each step is on the audit trail, and nothing of what was typed is in it or in the log', async () => {
  const audit = await app.owner.query<{ verb: string; outcome: string; user_id: string | null }>(
    `select verb, outcome, user_id from audit where verb ~ '^(signIn|signOut|changePassword)'`,
  )
  const seen = new Set(audit.rows.map((row) => `${row.verb} ${row.outcome}`))
  expect(seen).toEqual(
    new Set([
      'signIn signed_in',
      'signIn second_factor',
      'signIn failed',
      'signInByCode signed_in',
      'signInByCode failed',
      'signInByCode too_late',
      'signOut done',
      'changePassword done',
      'changePassword failed',
    ]),
  )
  const kept = `${app.logged()}${JSON.stringify(audit.rows)}`
  expect(app.logged().length).toBeGreaterThan(1000)
  for (const secret of [goodPassword, 'rain on a tin roof', 'samaneh', 'leila', '203.0.113.7']) {
    expect(kept).not.toContain(secret)
  }
})
