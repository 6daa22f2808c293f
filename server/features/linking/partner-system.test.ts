import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { partnerCallsPerMinute } from '@peyvand/domain/access/token-scopes.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { listServices } from '@peyvand/domain/directory/contract.ts'
import * as contract from '@peyvand/domain/linking/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { givePartnerToken, startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
let made: TestCase
let needId: string
let omid: Place
let mehr: Place
/** The system of Omid, with a token from our agency. */
let system: TestWorker

interface Place {
  organisationId: string
  serviceId: string
}

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  omid = await makePlace('Omid')
  mehr = await makePlace('Mehr')
})
afterAll(() => app.close())

beforeEach(async () => {
  made = await openTestCase(app, agency)
  needId = await findNeed(made, agency)
  system = await systemOf(omid)
})

async function makePlace(name: string): Promise<Place> {
  const [organisationId, serviceId] = [newId(), newId()]
  const by = agency.administrator.id
  await app.owner.query(
    `insert into organisation (id, steward_agency_id, name, created_by) values ($1, $2, $3, $4)`,
    [organisationId, agency.id, name, by],
  )
  await app.owner.query(
    `insert into service (id, steward_agency_id, organisation_id, name, created_by) values ($1, $2, $3, 'Counselling', $4)`,
    [serviceId, agency.id, organisationId, by],
  )
  return { organisationId, serviceId }
}

async function findNeed({ caseId }: TestCase, of: TestAgency): Promise<string> {
  const id = newId()
  await app.owner.query(
    `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
     values ($1, $2, 1, 'person', 'mental_health', 'خواب آرام', 3, 'client', '2026-10-05', $3)`,
    [id, caseId, of.caseworker.id],
  )
  return id
}

const systemOf = ({ organisationId }: Place, of = agency) =>
  givePartnerToken(app.owner, { agencyId: of.id, organisationId })

async function refer(to: Place, { send = true, of = agency, client = made, need = needId } = {}) {
  const params = { caseId: client.caseId }
  const consent = await app.ask(of.caseworker, contract.giveConsent, {
    params,
    input: {
      id: newId(),
      personId: client.clientId,
      discloser: 'Koy-e Bahar centre',
      groups: ['core'],
      recipientId: to.organisationId,
      purpose: 'Counselling',
      fromOn: '2026-11-01',
      untilOn: '2027-05-01',
      how: 'spoken',
      witness: 'Nahid Farahmand',
      withdrawHow: 'By a word to the case manager.',
    },
  })
  const referral = await app.ask(of.caseworker, contract.referClient, {
    params,
    input: {
      id: newId(),
      needId: need,
      serviceId: to.serviceId,
      consentId: consent.id,
      sharedGroups: ['core'],
      note: 'She prefers mornings.',
      send,
    },
  })
  return { ...referral, params: { referralId: referral.id }, consent }
}

type Params = { params: { referralId: string } }

const list = async (by = system) => (await app.ask(by, contract.listSentReferrals)).referrals
const read = ({ params }: Params, by = system) =>
  app.send(by, contract.readSentReferral, { params })

function answer(
  { params }: Params,
  input: {
    to?: 'accepted' | 'declined' | 'completed' | 'started'
    version: number
    reason?: string
    outcome?: 'got_help'
  },
  { by = system, commandId = newId(), id = newId() } = {},
) {
  return app.send(by, contract.answerSentReferral, { params, input: { id, ...input }, commandId })
}

const withdraw = ({ consent }: { consent: { id: string; version: number } }) =>
  app.ask(agency.caseworker, contract.withdrawConsent, {
    params: { caseId: made.caseId, consentId: consent.id },
    input: { version: consent.version },
  })

test('a partner’s system finds the referral, reads what a link would show, and answers', async () => {
  const referral = await refer(omid)
  const [listed] = await list()
  expect(listed).toMatchObject({ id: referral.id, status: 'sent', seenAt: null })
  expect(JSON.stringify(listed)).not.toContain(made.caseId)
  const seen = (await read(referral)).body
  expect(seen).toMatchObject({
    recipientName: 'Omid',
    need: 'خواب آرام',
    note: 'She prefers mornings.',
    client: { safeContact: 'پیام صوتی نگذارید' },
  })
  const accepted = await answer(referral, { to: 'accepted', version: seen.version })
  expect(accepted.body).toMatchObject({ status: 'accepted', outcome: null })
  expect(accepted.body.nextSteps.map(({ to }) => to)).toContain('started')
  const started = await answer(referral, { to: 'started', version: accepted.body.version })
  const helped = await answer(referral, {
    to: 'completed',
    outcome: 'got_help',
    version: started.body.version,
  })
  expect(helped.body).toMatchObject({ status: 'completed', outcome: 'got_help' })

  const { referrals } = await app.ask(agency.caseworker, contract.listReferrals, {
    params: { caseId: made.caseId },
  })
  expect(referrals[0]).toMatchObject({ outcomeBy: 'partner', seenAt: expect.any(String) })
  expect(referrals[0]?.steps.at(-1)).toMatchObject({ to: 'completed', bySide: 'partner' })
  const told = await app.owner.query(
    `select facts->>'to' as "to" from notice where worker_id = $1 and kind = 'partner_answered'
     and facts->>'referralId' = $2 order by id`,
    [agency.caseworker.id, referral.id],
  )
  expect(new Set(told.rows.map(({ to }) => String(to)))).toEqual(
    new Set(['accepted', 'completed', 'started']),
  )
  const queued = await app.owner.query(
    `select from graphile_worker.jobs where task_identifier = 'refresh-due' and key = $1`,
    [`refresh-due:${made.caseId}`],
  )
  expect(queued.rowCount).toBe(1)
})

test('what it reads is word for word what the holder of an answer link reads', async () => {
  const referral = await refer(omid)
  const bySystem = (await read(referral)).body
  const secrets = { token: 'S'.repeat(43), code: '402913' }
  await app.ask(agency.caseworker, contract.makeAnswerLink, {
    params: { caseId: made.caseId, referralId: referral.id },
    input: { id: newId(), recipientName: 'Omid', expiresOn: '2027-01-01', ...secrets },
  })
  const byLink = await app.ask(undefined, contract.openLink, { input: secrets })
  expect(bySystem).toEqual(byLink.referral)
})

test('what was sent to another organisation, or by another agency, is not there', async () => {
  const toMehr = await refer(mehr)
  const client = await openTestCase(app, elsewhere)
  const theirs = await refer(omid, {
    of: elsewhere,
    client,
    need: await findNeed(client, elsewhere),
  })
  for (const referral of [toMehr, theirs, { params: { referralId: newId() } }]) {
    const answers = [await read(referral), await answer(referral, { to: 'accepted', version: 1 })]
    for (const { status, error } of answers) {
      expect([status, error?.code, error?.facts]).toEqual([404, 'not_found', {}])
    }
  }
  expect((await list()).map(({ id }) => id)).not.toContain(toMehr.id)
  expect((await list(await systemOf(omid, elsewhere))).map(({ id }) => id)).toEqual([theirs.id])
  expect((await read(toMehr, await systemOf(mehr))).status).toBe(200)
})

test('a draft, and what was recorded in error, is not there', async () => {
  const draft = await refer(omid, { send: false })
  expect((await read(draft)).status).toBe(404)
  await app.owner.query(
    `update referral set status = 'entered_in_error', sent_at = now() where id = $1`,
    [draft.id],
  )
  expect((await read(draft)).status).toBe(404)
  expect((await list()).map(({ id }) => id)).not.toContain(draft.id)
})

test('a consent withdrawn, or past its last day, ends all of it at once', async () => {
  const referral = await refer(omid)
  const { version } = (await read(referral)).body
  const commandId = newId()
  const first = await answer(referral, { to: 'accepted', version }, { commandId })
  expect(first.status).toBe(200)
  await withdraw(referral)
  expect((await read(referral)).error?.code).toBe('not_found')
  const later = await answer(referral, { to: 'started', version: first.body.version })
  expect(later.error?.code).toBe('not_found')
  const repeated = await answer(referral, { to: 'accepted', version }, { commandId })
  expect(repeated.error?.code).toBe('not_found')
  expect((await list()).map(({ id }) => id)).not.toContain(referral.id)
})

test('a consent past its last day ends it as well', async () => {
  const referral = await refer(omid)
  await app.owner.query(
    `update consent set from_on = current_date - 9, until_on = current_date - 1 where id = $1`,
    [referral.consent.id],
  )
  expect((await read(referral)).status).toBe(404)
  expect((await list()).map(({ id }) => id)).not.toContain(referral.id)
})

test('a consent that begins on a later day shares nothing before it', async () => {
  const referral = await refer(omid)
  expect((await read(referral)).status).toBe(200)
  await app.owner.query(
    `update consent set from_on = current_date + 2, until_on = '2099-01-01' where id = $1`,
    [referral.consent.id],
  )
  expect((await read(referral)).status).toBe(404)
  expect((await list()).map(({ id }) => id)).not.toContain(referral.id)
})

test('a token that was revoked, has expired or is bound to nobody reaches nothing', async () => {
  const referral = await refer(omid)
  const set = (words: string) =>
    app.owner.query(`update auth.machine_token set ${words} where id = $1`, [system.id])
  await set('revoked_at = now()')
  expect((await read(referral)).error?.code).toBe('not_signed_in')
  await set(`revoked_at = null, until = '2026-01-01'`)
  expect((await read(referral)).error?.code).toBe('not_signed_in')
  await set(`until = '2100-01-01', organisation_id = null`)
  expect((await read(referral)).error?.code).toBe('role_not_allowed')
  expect((await app.send(system, contract.listSentReferrals)).status).toBe(403)
})

test('a token goes no further than its scopes, and a worker’s token not in at all', async () => {
  const referral = await refer(omid)
  const given = { agencyId: agency.id, organisationId: omid.organisationId }
  const reader = await givePartnerToken(app.owner, { ...given, scopes: ['referral.read'] })
  const answerer = await givePartnerToken(app.owner, { ...given, scopes: ['referral.answer'] })
  const { version } = (await read(referral, reader)).body
  const refused = await answer(referral, { to: 'accepted', version }, { by: reader })
  expect(refused.error?.code).toBe('role_not_allowed')
  expect((await read(referral, answerer)).error?.code).toBe('role_not_allowed')
  expect((await app.send(answerer, contract.listSentReferrals)).status).toBe(403)
  expect((await read(referral, agency.caseworker)).error?.code).toBe('not_signed_in')
  const taken = await answer(referral, { to: 'accepted', version }, { by: answerer })
  expect(taken.status).toBe(200)
})

test('routes of workers know no system of a partner', async () => {
  const params = { caseId: made.caseId }
  const answers = [
    await app.send(system, readCase, { params }),
    await app.send(system, contract.listReferrals, { params }),
    await app.send(system, listServices),
  ]
  expect(answers.map(({ error }) => error?.code)).toEqual(Array(3).fill('not_signed_in'))
})

test('an answer follows the lawful steps, with a reason where one is needed', async () => {
  const referral = await refer(omid)
  const { version } = (await read(referral)).body
  const early = await answer(referral, { to: 'completed', version })
  expect(early.error?.code).toBe('referral_step_not_lawful')
  const curt = await answer(referral, { to: 'declined', version })
  expect(curt.error?.code).toBe('reason_missing')
  const empty = await answer(referral, { version })
  expect(empty.error?.paths).toEqual([{ path: 'to', code: 'answer_missing', facts: {} }])
  const declined = await answer(referral, { to: 'declined', reason: 'No place.', version })
  expect(declined.body.status).toBe('declined')
})

test('a repeat changes nothing and says what was said first; other words under its id are refused', async () => {
  const referral = await refer(omid)
  const { version } = (await read(referral)).body
  const sent = { commandId: newId(), id: newId() }
  const first = await answer(referral, { to: 'accepted', version }, sent)
  const again = await answer(referral, { to: 'accepted', version }, sent)
  expect([again.status, again.body]).toEqual([200, first.body])
  const steps = await app.owner.query(
    `select from referral_step where referral_id = $1 and by_side = 'partner'`,
    [referral.id],
  )
  expect(steps.rowCount).toBe(1)
  const other = await answer(referral, { to: 'declined', reason: 'No.', version }, sent)
  expect(other.error?.code).toBe('command_reused')
  // Another token with the same id learns nothing of the first answer.
  const second = await systemOf(omid)
  const stranger = await answer(referral, { to: 'accepted', version }, { ...sent, by: second })
  expect(stranger.error?.code).toBe('command_reused')
})

test('of eight answers at once one stands, and the others are told where it stands now', async () => {
  const referral = await refer(omid)
  const { version } = (await read(referral)).body
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => answer(referral, { to: 'accepted', version })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const stale = answers.filter(({ error }) => error?.code === 'stale_version')
  expect(stale).toHaveLength(7)
  expect(stale[0]?.error?.facts?.current).toMatchObject({ status: 'accepted' })
})

test('the list comes by the page, newest first', async () => {
  const place = await makePlace('Bahar')
  const by = await systemOf(place)
  const sent: string[] = []
  for (let n = 0; n < 3; n++) {
    const client = await openTestCase(app, agency)
    sent.unshift((await refer(place, { client, need: await findNeed(client, agency) })).id)
  }
  const first = await app.ask(by, contract.listSentReferrals, { query: { limit: 2 } })
  expect(first.referrals.map(({ id }) => id)).toEqual(sent.slice(0, 2))
  const rest = await app.ask(by, contract.listSentReferrals, {
    query: { limit: 2, before: first.before ?? '' },
  })
  expect([rest.referrals.map(({ id }) => id), rest.before]).toEqual([sent.slice(2), null])
})

test('the first reading is the one that is kept as seen', async () => {
  const referral = await refer(omid)
  await read(referral)
  const [once] = await list()
  expect(once?.seenAt).not.toBeNull()
  await read(referral)
  const [again] = await list()
  expect([again?.seenAt, again?.version]).toEqual([once?.seenAt, once?.version])
})

test('the trail names the token and the case, read, answered or refused, and no worker', async () => {
  const referral = await refer(omid)
  const { version } = (await read(referral)).body
  await answer(referral, { to: 'accepted', version })
  await answer(referral, { to: 'declined', reason: 'No.', version })
  await list()
  const trail = await app.owner.query(
    `select verb, outcome, agency_id, user_id, $2 = any(records) as referral, $3 = any(cases) as "case"
     from audit where $1 = any(records) order by seq`,
    [system.id, referral.id, made.caseId],
  )
  const of = { agency_id: agency.id, user_id: null, case: true }
  expect(trail.rows).toEqual([
    { ...of, verb: 'readSentReferral', outcome: 'done', referral: true },
    { ...of, verb: 'answerSentReferral', outcome: 'done', referral: true },
    { ...of, verb: 'answerSentReferral', outcome: 'stale_version', referral: true },
    { ...of, verb: 'listSentReferrals', outcome: 'done', referral: false },
  ])
})

test('the client is told that the partner looked', async () => {
  const referral = await refer(omid)
  await read(referral)
  const secrets = { token: 'V'.repeat(43), code: '402913' }
  await app.ask(agency.caseworker, contract.makeSightLink, {
    params: { caseId: made.caseId },
    input: { id: newId(), personId: made.clientId, expiresOn: '2026-12-01', ...secrets },
  })
  const { sight } = await app.ask(undefined, contract.openSight, { input: secrets })
  expect(sight.visits.map(({ by, changed }) => ({ by, changed }))).toContainEqual({
    by: 'partner',
    changed: false,
  })
})

test('a system that comes too often is asked to wait, by itself alone', async () => {
  const busy = await systemOf(mehr)
  await app.owner.query(
    `update auth.machine_token set calls = $2, calls_from = date_trunc('minute', $3::timestamptz) where id = $1`,
    [busy.id, partnerCallsPerMinute - 1, app.clock.now],
  )
  expect((await app.send(busy, contract.listSentReferrals)).status).toBe(200)
  const late = await app.send(busy, contract.listSentReferrals)
  expect([late.status, late.error?.code, late.headers['retry-after']]).toEqual([
    429,
    'too_many',
    '60',
  ])
  expect((await app.send(system, contract.listSentReferrals)).status).toBe(200)
  const before = app.clock.now
  app.clock.now = new Date(Date.parse(before) + 60_000).toISOString()
  expect((await app.send(busy, contract.listSentReferrals)).status).toBe(200)
  app.clock.now = before
})

test('nobody’s words stand in the log, nor in what is kept to answer a repeat', async () => {
  const referral = await refer(omid)
  const { version, client, worker } = (await read(referral)).body
  await answer(referral, { to: 'declined', reason: 'We know her brother.', version })
  const kept = await app.owner.query(
    `select answer::text as words from command where user_id = $1`,
    [system.id],
  )
  expect(kept.rowCount).toBe(1)
  const words = app.logged() + JSON.stringify(kept.rows)
  for (const secret of [
    client.familyName,
    client.safeContact,
    worker.fullName,
    'brother',
    'خواب آرام',
    system.token.slice(8),
  ]) {
    expect(words).not.toContain(secret)
  }
})
