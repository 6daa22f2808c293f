import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import * as access from '@peyvand/domain/access/contract.ts'
import * as agencyContract from '@peyvand/domain/agency/contract.ts'
import type { TokenScope } from '@peyvand/domain/access/token-scopes.ts'
import { createToken } from '../../commands/token-create.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { giveLogin, signedIn } from './test-browser.ts'
import type { TestBrowser } from './test-browser.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
let leila: TestBrowser
let ownerUrl: string

beforeAll(async () => {
  app = await startTestApp()
  ownerUrl = app.owner.options.connectionString ?? ''
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  await giveLogin(app, agency.administrator, 'leila')
  await giveLogin(app, agency.intake, 'omid')
  leila = await signedIn(app, 'leila')
})
afterAll(() => app.close())

const create = (scopes: TokenScope[], days = 30) =>
  createToken(
    ownerUrl,
    { agency: agency.id, userName: 'omid', name: 'statistics', scopes, days },
    new Date(app.clock.now),
  )
const as = (token: string) => ({ id: '', agencyId: '', token })
const listColleagues = (token: string) => app.send(as(token), agencyContract.listColleagues)

test('a machine acts as the person of its token, and the person is told', async () => {
  const { token } = await create(['agency.read', 'self.read'])
  expect((await listColleagues(token)).status).toBe(200)
  const me = await app.send(as(token), agencyContract.readMe)
  expect(me.body.id).toBe(agency.intake.id)
  const notices = await app.owner.query(`select kind, facts from notice where worker_id = $1`, [
    agency.intake.id,
  ])
  expect(notices.rows).toEqual([
    { kind: 'token_created', facts: { name: 'statistics', scopes: ['agency.read', 'self.read'] } },
  ])
})

test('a token goes no further than its scopes', async () => {
  const { token } = await create(['directory.read'])
  expect((await listColleagues(token)).error?.code).toBe('role_not_allowed')
  const reading = await create(['self.read'])
  const settings = { language: 'fa', calendar: 'persian', digits: 'fa', theme: 'dark' } as const
  const change = await app.send(as(reading.token), agencyContract.changeSettings, {
    input: settings,
  })
  expect(change.error?.code).toBe('role_not_allowed')
})

test('with every scope a machine still reaches no account, no session and no secret', async () => {
  const { token } = { token: agency.administrator.token }
  const worker = as(token)
  const answers = [
    await app.send(worker, access.readAccount),
    await app.send(worker, access.changePassword, {
      input: { current: 'a', next: 'rain on a tin roof' },
    }),
    await app.send(worker, access.startSecondFactor, { input: { password: 'a' } }),
    await app.send(worker, access.endOtherSessions),
    await app.send(worker, access.addPartnerToken, {
      input: { name: 'x', organisationId: newId(), scopes: ['referral.read'], days: 1 },
    }),
  ]
  expect(answers.map((one) => one.error?.code)).toEqual(
    Array.from({ length: 5 }, () => 'not_signed_in'),
  )
})

test('a token ends on its day', async () => {
  const { token, until } = await create(['agency.read'], 1)
  expect((await listColleagues(token)).status).toBe(200)
  const before = app.clock.now
  app.clock.now = until.toISOString()
  expect((await listColleagues(token)).error?.code).toBe('not_signed_in')
  app.clock.now = before
})

test('its person revokes a token, or an administrator, who tells the person', async () => {
  const omid = await signedIn(app, 'omid')
  const [own, other] = [await create(['agency.read']), await create(['agency.read'])]
  const { tokens } = (await omid.send(access.readAccount)).body
  expect(tokens.length).toBeGreaterThan(1)
  const idOf = async (token: string) => {
    const all = await leila.send(access.listTokens)
    expect(JSON.stringify(all.body)).not.toContain(token)
    const found = await app.owner.query<{ id: string }>(
      'select id from auth.machine_token where token_hash = sha256($1::bytea)',
      [Buffer.from(token)],
    )
    return found.rows[0]?.id ?? ''
  }
  const params = { tokenId: await idOf(own.token) }
  const stranger = await leila.send(access.revokeOwnToken, { params })
  expect(stranger.error?.code).toBe('not_found')
  expect((await omid.send(access.revokeOwnToken, { params })).status).toBe(200)
  expect((await listColleagues(own.token)).error?.code).toBe('not_signed_in')

  const otherId = { tokenId: await idOf(other.token) }
  const elsewhereAdministrator = await app.send(elsewhere.administrator, access.revokeToken, {
    params: otherId,
  })
  expect(elsewhereAdministrator.error?.code).toBe('not_found')
  expect((await listColleagues(other.token)).status).toBe(200)
  expect((await leila.send(access.revokeToken, { params: otherId })).status).toBe(200)
  expect((await listColleagues(other.token)).error?.code).toBe('not_signed_in')
  const told = await app.owner.query(
    `select from notice where worker_id = $1 and kind = 'token_revoked'`,
    [agency.intake.id],
  )
  expect(told.rowCount).toBe(1)
})

async function makeOrganisation(of: TestAgency, name: string, kind = 'formal') {
  const id = newId()
  await app.owner.query(
    `insert into organisation (id, steward_agency_id, kind, name, created_by) values ($1, $2, $3, $4, $5)`,
    [id, of.id, kind, name, of.administrator.id],
  )
  return id
}

const partnerInput = (organisationId: string) => ({
  name: 'Case file of Omid',
  organisationId,
  scopes: ['referral.read' as const],
  days: 365,
})

test('a partner’s system is let in for one organisation, and is nobody of the agency', async () => {
  const organisationId = await makeOrganisation(elsewhere, 'Omid Counselling')
  const made = await leila.send(access.addPartnerToken, { input: partnerInput(organisationId) })
  expect(made.status).toBe(200)
  expect((await listColleagues(made.body.token)).error?.code).toBe('not_signed_in')
  const { tokens } = (await leila.send(access.listTokens)).body
  expect(tokens.find((one) => one.id === made.body.id)).toMatchObject({
    kind: 'partner_system',
    workerId: null,
    organisation: { id: organisationId, name: 'Omid Counselling' },
    scopes: ['referral.read'],
  })
  const audited = await app.owner.query(
    `select outcome from audit where verb = 'addPartnerToken' and records @> array[$1::uuid, $2::uuid]`,
    [made.body.id, organisationId],
  )
  expect(audited.rows).toEqual([{ outcome: 'done' }])
})

test('a system is bound to an organisation that this agency finds in its directory', async () => {
  const hidden = await makeOrganisation(elsewhere, 'Neighbours', 'informal')
  for (const organisationId of [hidden, newId()]) {
    const refused = await leila.send(access.addPartnerToken, {
      input: partnerInput(organisationId),
    })
    expect(refused.error?.code).toBe('not_found')
  }
})

test('at the command line a system is bound by the name of its organisation', async () => {
  const now = new Date(app.clock.now)
  const given = { name: 'x', scopes: ['referral.read' as const], agency: agency.id }
  const organisationId = await makeOrganisation(elsewhere, 'Mehr Clinic')
  await makeOrganisation(elsewhere, 'Yas Mothers', 'informal')
  await createToken(ownerUrl, { ...given, organisation: 'Mehr Clinic' }, now)
  const { tokens } = (await leila.send(access.listTokens)).body
  expect(tokens.map(({ organisation }) => organisation?.id)).toContain(organisationId)
  await expect(
    createToken(ownerUrl, { ...given, organisation: 'Yas Mothers' }, now),
  ).rejects.toThrow(/no organisation "Yas Mothers"/)
  await makeOrganisation(agency, 'Mehr Clinic')
  await expect(
    createToken(ownerUrl, { ...given, organisation: 'Mehr Clinic' }, now),
  ).rejects.toThrow(/Several organisations/)
})

test.each(['Bearer', 'Bearer peyvand_short', `Bearer peyvand_${'x'.repeat(43)}`, 'Basic YTpi'])(
  '«%s» opens nothing, even beside a cookie that does',
  async (authorization) => {
    const answer = await leila.send(agencyContract.readMe, { headers: { authorization } })
    expect(answer.error?.code).toBe('not_signed_in')
  },
)

test('tokens are kept as hashes, and stand neither in the log nor with a command', async () => {
  const { token } = await create(['agency.read'])
  await listColleagues(token)
  const rows = await app.owner.query('select * from auth.machine_token')
  const commands = await app.owner.query('select * from command')
  const kept = JSON.stringify([rows.rows, commands.rows]) + app.logged()
  expect(kept).not.toContain(token.slice(8))
  expect(rows.rowCount).toBeGreaterThan(10)
})

test('a token for nobody, or for somebody of another agency, is not made', async () => {
  const now = new Date(app.clock.now)
  const given = { name: 'x', scopes: ['case.read'] as TokenScope[], agency: agency.id }
  await expect(createToken(ownerUrl, { ...given, userName: 'nobody' }, now)).rejects.toThrow(
    /no worker with the user name "nobody"/,
  )
  const stranger = { ...given, userName: elsewhere.caseworker.id }
  await expect(createToken(ownerUrl, stranger, now)).rejects.toThrow(/does not work in this agency/)
  await expect(
    createToken(ownerUrl, { ...given, agency: newId(), userName: 'omid' }, now),
  ).rejects.toThrow(/There is no agency/)
})
