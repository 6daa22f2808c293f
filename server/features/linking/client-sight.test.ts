import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { breakGlass } from '@peyvand/domain/access/contract.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import * as contract from '@peyvand/domain/linking/contract.ts'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startMailRunner } from '../../testing/start-mail-runner.ts'
import type { MailRunner } from '../../testing/start-mail-runner.ts'
import { startMailServer } from '../../testing/start-mail-server.ts'
import type { TestMailServer } from '../../testing/start-mail-server.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { giveLogin, signedIn } from '../access/test-browser.ts'

let app: TestApp
let agency: TestAgency
let made: TestCase
let params: { caseId: string }
let mailServer: TestMailServer
let runner: MailRunner
let secrets: { token: string; code: string }
let links = 0

beforeAll(async () => {
  app = await startTestApp({ mails: true })
  agency = await makeAgency(app)
  mailServer = await startMailServer()
  runner = await startMailRunner(app, mailServer.port)
})
afterAll(async () => {
  await runner.stop()
  await mailServer.stop()
  await app.close()
})
beforeEach(async () => {
  made = await openTestCase(app, agency)
  params = { caseId: made.caseId }
  secrets = { token: `S${(links += 1)}`.padEnd(43, 's'), code: '402913' }
  mailServer.arrived.length = 0
  await app.owner.query('delete from auth.attempt')
})

const give = (
  change: Partial<Parameters<typeof input>[0]> = {},
  by: TestWorker = agency.caseworker,
) => app.send(by, contract.makeSightLink, { params, input: input(change) })
const input = (change: { id?: string; personId?: string; expiresOn?: string }) => ({
  id: newId(),
  personId: made.clientId,
  ...secrets,
  expiresOn: '2026-12-21',
  ...change,
})
const open = (change: Partial<typeof secrets> = {}) =>
  app.send(undefined, contract.openSight, { input: { ...secrets, ...change } })
const owner = (sql: string, ...values: unknown[]) => app.owner.query(sql, values)

test('the client reads who can see the case, why, until when, and who looked', async () => {
  await app.ask(agency.supervisor, readCase, { params })
  expect((await give()).status).toBe(200)
  const { status, body } = await open()
  expect(status).toBe(200)
  expect(body.sight).toMatchObject({
    agencyName: 'Koy-e Bahar',
    caseNumber: expect.stringContaining('1405-'),
    people: [
      { fullName: 'Samaneh Karimpour', why: 'team:case_manager', mayWrite: true, until: null },
      { fullName: 'Nahid Farahmand', why: 'team:supervisor', mayWrite: true, until: null },
    ],
    emergencies: [],
    visits: [
      { fullName: 'Samaneh Karimpour', by: 'worker', changed: true },
      { fullName: 'Nahid Farahmand', by: 'worker', changed: false, inEmergency: false },
    ],
  })
})

test('nothing of what is kept, and nobody else of the household, is in it', async () => {
  await give()
  const said = JSON.stringify((await open()).body)
  for (const word of [
    'آرمین',
    'ریحانه',
    'مرادیان',
    'پیام صوتی',
    made.childId,
    made.clientId,
    made.caseId,
  ])
    expect(said).not.toContain(word)
})

test('who came in an emergency is told, with what the review found', async () => {
  const nurse = await makeWorker(app, agency.id, 'Zahra Nouri', ['caseworker'])
  await owner(
    `insert into emergency_access (id, case_id, worker_id, category, reason, began_at, until, finding, finding_note, reviewed_by, reviewed_at)
     values ($1, $2, $3, 'violence', 'Her brother stands at the door.', now() - interval '2 days', now() - interval '1 day',
       'not_justified', 'x', $4, now())`,
    newId(),
    made.caseId,
    nurse.id,
    agency.supervisor.id,
  )
  await give()
  const { body } = await open()
  expect(body.sight.emergencies).toMatchObject([
    { fullName: 'Zahra Nouri', category: 'violence', finding: 'not_justified' },
  ])
  expect(JSON.stringify(body)).not.toContain('at the door')
})

test('who opened the file in an emergency read it, and is not said to have written', async () => {
  const nurse = await makeWorker(app, agency.id, 'Zahra Nouri', ['caseworker'])
  await owner('update worker set emergency = true where id = $1', nurse.id)
  const name = `zahra.${nurse.id.slice(-8)}`
  await giveLogin(app, nurse, name)
  const browser = await signedIn(app, name)
  const found = [made.clientId]
  await owner(
    'insert into look_up (id, worker_id, found) values ($1, $2, $3)',
    newId(),
    nurse.id,
    found,
  )
  const opened = await browser.send(breakGlass, {
    params: { personId: made.clientId },
    input: {
      ids: [newId()],
      category: 'danger_to_life',
      reason: 'The ambulance asks about her medicines.',
      hours: 1,
    },
  })
  expect(opened.body.caseIds).toEqual([made.caseId])
  expect((await browser.send(readCase, { params })).status).toBe(200)
  await give()
  const { body } = await open()
  expect(body.sight.visits).toContainEqual(
    expect.objectContaining({ fullName: 'Zahra Nouri', inEmergency: true, changed: false }),
  )
})

async function openReferral() {
  const [organisationId, serviceId, needId, referralId] = [newId(), newId(), newId(), newId()]
  await owner(
    `insert into organisation (id, steward_agency_id, name, created_by) values ($1, $2, 'Omid', $3)`,
    organisationId,
    agency.id,
    agency.administrator.id,
  )
  await owner(
    `insert into service (id, steward_agency_id, organisation_id, name, created_by) values ($1, $2, $3, 'Counselling', $4)`,
    serviceId,
    agency.id,
    organisationId,
    agency.administrator.id,
  )
  await owner(
    `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
     values ($1, $2, 1, 'person', 'mental_health', 'خواب آرام', 3, 'client', '2026-10-05', $3)`,
    needId,
    made.caseId,
    agency.caseworker.id,
  )
  await owner(
    `insert into referral (id, case_id, need_id, service_id, status, basis, basis_words, shared_groups, note, created_by)
     values ($1, $2, $3, $4, 'sent', 'court', 'Order 12', '{core}', 'She prefers mornings.', $5)`,
    referralId,
    made.caseId,
    needId,
    serviceId,
    agency.caseworker.id,
  )
  return referralId
}

const answerLink = (referralId: string, expiresOn: string) =>
  app.send(agency.caseworker, contract.makeAnswerLink, {
    params: { ...params, referralId },
    input: {
      id: newId(),
      recipientName: 'Intake desk',
      token: `R${links}`.padEnd(43, 'r'),
      code: '111111',
      expiresOn,
    },
  })

test('a centre that holds a letter is among those who see, with what it was given', async () => {
  await answerLink(await openReferral(), '2026-12-01')
  await give()
  const { body } = await open()
  expect(body.sight.partners).toMatchObject([
    {
      recipientName: 'Intake desk',
      organisationName: 'Omid',
      serviceName: 'Counselling',
      groups: ['core'],
    },
  ])
  for (const word of ['خواب آرام', 'mornings', 'Order 12'])
    expect(JSON.stringify(body)).not.toContain(word)
})

test('a partner’s link stays open for half a year at most, too', async () => {
  const referralId = await openReferral()
  expect((await answerLink(referralId, '2027-06-01')).error?.code).toBe('link_day_not_lawful')
  expect((await answerLink(referralId, '2027-05-20')).status).toBe(200)
})

test('sealing the case leaves the client’s own link open', async () => {
  await give()
  await owner('update case_file set sealed = true where id = $1', made.caseId)
  expect((await open()).status).toBe(200)
})

test.each<[string, () => Promise<unknown>]>([
  [
    'closed',
    async () => {
      const { links: given } = await app.ask(agency.caseworker, contract.listSightLinks, { params })
      await app.ask(agency.supervisor, contract.withdrawSightLink, {
        params: { ...params, linkId: given[0]!.id },
      })
    },
  ],
  [
    'past its day',
    () => owner(`update answer_link set expires_at = now() where case_id = $1`, made.caseId),
  ],
  [
    'of somebody who died',
    () => owner(`update person set died_on = '2026-11-20' where id = $1`, made.clientId),
  ],
  [
    'of somebody who is not the client any more',
    () => owner(`update case_person set part = 'mentioned' where person_id = $1`, made.clientId),
  ],
])('a link that is %s opens no more', async (_when, end) => {
  await give()
  await end()
  expect([(await open()).status, (await open()).error?.code]).toEqual([410, 'link_not_usable'])
})

test('five wrong codes close it, even to the right one', async () => {
  await give()
  for (let n = 0; n < 5; n++)
    expect((await open({ code: '000000' })).error?.code).toBe('link_code_wrong')
  expect((await open()).error?.code).toBe('link_not_usable')
})

test('the page of a partner opens nothing with a client’s link', async () => {
  await give()
  const asPartner = await app.send(undefined, contract.openLink, { input: secrets })
  expect(asPartner.error?.code).toBe('link_not_usable')
  expect(asPartner.body).not.toHaveProperty('referral')
})

test('a link shows the one case it was made for, and no other of the same client', async () => {
  const other = await openTestCase(app, agency)
  await owner(
    'update case_person set person_id = $1 where case_id = $2 and part = $3',
    made.clientId,
    other.caseId,
    'client',
  )
  await give()
  const { body } = await open()
  expect(made.caseId.endsWith(body.sight.caseNumber.slice(-6))).toBe(true)
})

test('what the client opened stands on the trail of the case, and a wrong code too', async () => {
  await give()
  await open({ code: '000000' })
  await open()
  const { rows } = await owner(
    `select outcome, cases, user_id from audit where verb = 'openSight' order by seq desc limit 2`,
  )
  expect(rows).toEqual([
    { outcome: 'done', cases: [made.caseId], user_id: null },
    { outcome: 'link_wrong', cases: [], user_id: null },
  ])
})

test.each<[string, () => Promise<{ status: number; error?: { code?: string } }>, string]>([
  [
    'to another member of the household',
    () => give({ personId: made.childId }),
    'sight_not_theirs',
  ],
  ['to somebody who is not of the case', () => give({ personId: newId() }), 'sight_not_theirs'],
  ['for more than half a year', () => give({ expiresOn: '2027-06-01' }), 'link_day_not_lawful'],
  ['that is over already', () => give({ expiresOn: '2026-11-20' }), 'link_day_not_lawful'],
])('no link is given %s', async (_whom, ask, code) => {
  const answer = await ask()
  expect([answer.status, answer.error?.code]).toEqual([422, code])
})

test('none is given to the dead', async () => {
  await owner(`update person set died_on = '2026-11-20' where id = $1`, made.clientId)
  expect((await give()).error?.code).toBe('person_died')
})

test('only whoever leads the case gives one, by the server and by the database', async () => {
  const nurse = await makeWorker(app, agency.id, 'A nurse', ['caseworker'])
  await owner(
    `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
     values ($1, $2, $3, 'nurse', '{core}', true, '2026-10-01', $4)`,
    newId(),
    made.caseId,
    nurse.id,
    agency.caseworker.id,
  )
  await owner('select derive_access($1, $2)', made.caseId, nurse.id)
  expect((await give({}, nurse)).error?.code).toBe('may_not_write')
  const client = await app.owner.connect()
  await client.query('begin')
  await client.query(
    `select set_config('app.user_id', $1, true), set_config('app.cases', $2, true), set_config('role', 'peyvand_staff', true)`,
    [nurse.id, `{${made.caseId}}`],
  )
  await expect(
    client.query(
      `insert into answer_link (id, case_id, person_id, recipient_name, token_hash, code_hash, expires_at)
       values ($1, $2, $3, 'x', 'x', 'x', now() + interval '1 day')`,
      [newId(), made.caseId, made.clientId],
    ),
  ).rejects.toThrow(/row-level security/)
  await client.query('rollback')
  client.release()
})

test('a worker of another team finds none of it', async () => {
  await give()
  const other = agency.otherCaseworker
  const seen = await app.send(other, contract.listSightLinks, { params })
  expect([seen.status, (await give({}, other)).status]).toEqual([404, 404])
})

test('the same command twice gives one link', async () => {
  const sent = { params, input: input({}), commandId: newId() }
  await app.ask(agency.caseworker, contract.makeSightLink, sent)
  const { links: given } = await app.ask(agency.caseworker, contract.makeSightLink, sent)
  expect(given).toHaveLength(1)
})

test.each(['fa', 'en'] as const)(
  'in %s it goes by mail, which names neither the agency nor the client, and its code comes the same way',
  async (language) => {
    const { id, personId, expiresOn } = input({})
    const email = 'reyhaneh@example.org'
    await app.ask(agency.caseworker, contract.mailSightLink, {
      params,
      input: { id, personId, expiresOn, email, language },
    })
    await runner.empty()
    const words = () => mailServer.arrived.at(-1)?.words ?? ''
    const token = /\/answer#own\.mail\.([\w-]{43})\b/.exec(words())?.[1] ?? ''
    await app.ask(undefined, contract.askLinkCode, { input: { token } })
    await runner.empty()
    const code = /\b\d{6}\b/.exec(toLatinDigits(words()))?.[0] ?? ''
    const said = mailServer.arrived.map((mail) => mail.subject + mail.words).join('')
    for (const word of ['Koy-e Bahar', 'ریحانه', 'مرادیان', made.caseId])
      expect(said).not.toContain(word)
    expect((await open({ token, code })).status).toBe(200)
    expect((await open({ token, code })).error?.code).toBe('link_code_expired')
    const logged = runner.logged() + app.logged() + (await runner.queue())
    for (const secret of [token, email, 'ریحانه']) expect(logged).not.toContain(secret)
  },
)
