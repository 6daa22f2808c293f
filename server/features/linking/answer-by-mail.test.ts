import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/linking/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startMailRunner } from '../../testing/start-mail-runner.ts'
import type { MailRunner } from '../../testing/start-mail-runner.ts'
import { startMailServer } from '../../testing/start-mail-server.ts'
import type { TestMailServer } from '../../testing/start-mail-server.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'

let app: TestApp
let agency: TestAgency
let made: TestCase
let params: { caseId: string; referralId: string }
let consent: { id: string; version: number }
let mailServer: TestMailServer
let runner: MailRunner
const organisationId = newId()
const serviceId = newId()
const email = 'intake@omid.example.org'

beforeAll(async () => {
  app = await startTestApp({ mails: true })
  mailServer = await startMailServer()
  agency = await makeAgency(app)
  await app.owner.query(
    `insert into organisation (id, steward_agency_id, name, created_by) values ($1, $2, 'Omid', $3)`,
    [organisationId, agency.id, agency.administrator.id],
  )
  await app.owner.query(
    `insert into service (id, steward_agency_id, organisation_id, name, created_by) values ($1, $2, $3, 'Counselling', $4)`,
    [serviceId, agency.id, organisationId, agency.administrator.id],
  )
  runner = await startMailRunner(app, mailServer.port)
})
afterAll(async () => {
  await runner.stop()
  await mailServer.stop()
  await app.close()
})

beforeEach(async () => {
  made = await openTestCase(app, agency)
  const { caseId } = made
  const needId = newId()
  await app.owner.query(
    `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
     values ($1, $2, 1, 'person', 'mental_health', 'خواب آرام', 3, 'client', '2026-10-05', $3)`,
    [needId, caseId, agency.caseworker.id],
  )
  consent = await app.ask(agency.caseworker, contract.giveConsent, {
    params: { caseId },
    input: {
      id: newId(),
      personId: made.clientId,
      discloser: 'Koy-e Bahar centre',
      groups: ['core'],
      recipientId: organisationId,
      purpose: 'Counselling',
      fromOn: '2026-11-01',
      untilOn: '2027-05-01',
      how: 'spoken',
      witness: 'Nahid Farahmand',
      withdrawHow: 'By a word to the case manager.',
    },
  })
  const referral = await app.ask(agency.caseworker, contract.referClient, {
    params: { caseId },
    input: {
      id: newId(),
      needId,
      serviceId,
      consentId: consent.id,
      sharedGroups: ['core'],
      note: 'She prefers mornings.',
      send: true,
    },
  })
  params = { caseId, referralId: referral.id }
  mailServer.arrived.length = 0
  await app.owner.query('delete from auth.attempt')
})

const linkInput = (language: 'fa' | 'en' = 'fa') => ({
  id: newId(),
  recipientName: 'Intake',
  email,
  language,
  expiresOn: '2027-01-01',
})
const mailLink = (input = linkInput(), commandId = newId()) =>
  app.send(agency.caseworker, contract.mailAnswerLink, { params, input, commandId })
const lastMail = () => mailServer.arrived.at(-1)?.words ?? ''
async function receiveToken(input = linkInput()): Promise<string> {
  await mailLink(input)
  await runner.empty()
  return /\/answer#mail\.([\w-]{43})\b/.exec(lastMail())?.[1] ?? ''
}
const askCode = (token: string) => app.send(undefined, contract.askLinkCode, { input: { token } })
async function receiveCode(token: string): Promise<string> {
  await askCode(token)
  await runner.empty()
  return /\b\d{6}\b/.exec(toLatinDigits(lastMail()))?.[0] ?? ''
}
const open = (token: string, code: string) =>
  app.send(undefined, contract.openLink, { input: { token, code } })
const linksOf = async () => {
  const { caseId } = params
  const { referrals } = await app.ask(agency.caseworker, contract.listReferrals, {
    params: { caseId },
  })
  return referrals[0]?.links ?? []
}

test.each([
  ['fa', 'درخواستی منتظر جواب شماست', 'کد شش‌رقمی شما'],
  ['en', 'a request waits for your answer', 'your six-digit code'],
] as const)(
  'in %s a link goes by mail, its page sends a code to the same address, and the partner answers',
  async (language, subject, codeSubject) => {
    const token = await receiveToken(linkInput(language))
    expect(token).toHaveLength(43)
    const code = await receiveCode(token)
    expect(mailServer.arrived.map(({ to }) => to)).toEqual([[email], [email]])
    expect(mailServer.arrived[0]?.subject).toContain(subject)
    expect(mailServer.arrived[1]?.subject).toContain(codeSubject)
    expect(mailServer.arrived[0]?.words).toContain('Koy-e Bahar')
    const opened = await open(token, code)
    expect(opened.body.referral).toMatchObject({ need: 'خواب آرام', status: 'sent' })
    const answer = await app.ask(undefined, contract.answerByLink, {
      input: {
        session: opened.body.session,
        id: newId(),
        to: 'accepted',
        version: opened.body.referral.version,
      },
    })
    expect(answer.referral.status).toBe('accepted')
    expect(await linksOf()).toMatchObject([{ email, mail: 'sent' }])
  },
)

test('neither mail says anything of the client', async () => {
  const token = await receiveToken()
  await receiveCode(token)
  const { rows } = await app.owner.query<{ name: string }>(
    `select unnest(array[given_name, family_name]) as name from person where id = $1`,
    [made.clientId],
  )
  const said = mailServer.arrived.map(({ subject, words }) => subject + words).join('')
  for (const word of [...rows.map(({ name }) => name), 'خواب آرام', 'Counselling', 'Omid']) {
    expect(said).not.toContain(word)
  }
  expect(said).not.toContain(params.caseId)
})

test('a mailed link without its code opens nothing, and its code opens once', async () => {
  const token = await receiveToken()
  expect((await open(token, '000000')).error?.code).toBe('link_code_expired')
  const code = await receiveCode(token)
  expect((await open(token, code)).status).toBe(200)
  expect((await open(token, code)).error?.code).toBe('link_code_expired')
})

test('after ten minutes a code is too old, and a fresh one takes its place', async () => {
  const token = await receiveToken()
  const old = await receiveCode(token)
  await app.owner.query(
    `update answer_link set code_until = now() - interval '1 second' where email <> ''`,
  )
  expect((await open(token, old)).error?.code).toBe('link_code_expired')
  const fresh = await receiveCode(token)
  expect(old).not.toBe(fresh)
  expect((await open(token, old)).error?.code).toBe('link_code_wrong')
  expect((await open(token, fresh)).status).toBe(200)
})

test('five wrong codes close a mailed link, and fresh codes do not open it again', async () => {
  const token = await receiveToken()
  const code = await receiveCode(token)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n++) {
    if (n === 3) await receiveCode(token)
    expect((await open(token, wrong)).error?.code).toMatch(/link_code_wrong/)
  }
  expect((await open(token, code)).error?.code).toBe('link_not_usable')
  expect((await askCode(token)).error?.code).toBe('link_not_usable')
})

test('within an hour a link sends five codes, so nobody’s letter box is filled', async () => {
  const token = await receiveToken()
  for (let n = 0; n < 5; n++) expect((await askCode(token)).status).toBe(200)
  expect((await askCode(token)).error?.code).toBe('too_many')
  await runner.empty()
  expect(mailServer.arrived).toHaveLength(6)
})

test('asking for a code with a link on paper, or with none, sends nothing', async () => {
  const token = 'P'.repeat(43)
  const input = { id: newId(), recipientName: 'Intake', expiresOn: '2027-01-01', code: '402913' }
  await app.ask(agency.caseworker, contract.makeAnswerLink, {
    params,
    input: { ...input, token },
  })
  expect((await askCode(token)).error?.code).toBe('link_not_usable')
  expect((await askCode('N'.repeat(43))).error?.code).toBe('link_not_usable')
  expect((await open(token, '402913')).status).toBe(200)
  await runner.empty()
  expect(mailServer.arrived).toEqual([])
})

test('the same command twice sends one mail, and a job that runs again none', async () => {
  const [input, commandId] = [linkInput(), newId()]
  await mailLink(input, commandId)
  await mailLink(input, commandId)
  await runner.empty()
  const { rows } = await app.owner.query<{ id: string }>(
    `select id from mail where subject_id = $1`,
    [input.id],
  )
  await app.owner.query(
    `select graphile_worker.add_job('mail-answer-link', json_build_object('mailId', $1::text))`,
    [rows[0]?.id],
  )
  await runner.empty()
  expect(rows).toHaveLength(1)
  expect(mailServer.arrived).toHaveLength(1)
})

test('consent withdrawn before the mail went: it does not go, and the link opens nothing', async () => {
  const { port } = mailServer
  await mailServer.stop()
  await mailLink()
  await app.ask(agency.caseworker, contract.withdrawConsent, {
    params: { caseId: params.caseId, consentId: consent.id },
    input: { version: consent.version },
  })
  mailServer = await startMailServer(port)
  await runner.empty()
  expect(mailServer.arrived).toEqual([])
  expect(await linksOf()).toMatchObject([{ mail: 'not_needed' }])
})

test('the worker sees when the mail server knows no such address', async () => {
  mailServer.refuse(550)
  await mailLink()
  await runner.empty()
  mailServer.refuse(undefined)
  expect(await linksOf()).toMatchObject([{ mail: 'refused' }])
})

test('another team’s worker sends no link, and none goes for a referral that has ended', async () => {
  const other = await app.send(agency.otherCaseworker, contract.mailAnswerLink, {
    params,
    input: linkInput(),
  })
  expect(other.status).toBe(404)
  await app.owner.query(`update referral set status = 'cancelled' where id = $1`, [
    params.referralId,
  ])
  expect((await mailLink()).error?.code).toBe('referral_step_not_lawful')
  await runner.empty()
  expect(mailServer.arrived).toEqual([])
})

test('token, code and address stand neither in the log nor in the queue; token and code nowhere', async () => {
  const token = await receiveToken()
  const code = await receiveCode(token)
  const logged = runner.logged() + app.logged() + (await runner.queue())
  const { rows } = await app.owner.query<{ words: string | null }>(
    `select m::text as words from mail m union all select l::text from answer_link l
     union all select h.old::text from history h union all select answer::text from command`,
  )
  const kept = rows.map(({ words }) => words ?? '').join('\n')
  expect([token, code]).not.toContain('')
  for (const secret of [token, email, `:${code}`]) expect(logged).not.toContain(secret)
  expect(kept).not.toContain(token)
})

test('without a mail server the printed code remains the only way', async () => {
  const plain = await startTestApp()
  const answer = await plain.send(undefined, contract.askLinkCode, {
    input: { token: 'A'.repeat(43) },
  })
  await plain.close()
  expect(answer.error?.code).toBe('mail_off')
})
