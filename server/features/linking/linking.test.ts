import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/linking/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let made: TestCase
let params: { caseId: string }
let needId: string
const organisationId = newId()
const serviceId = newId()

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  await app.owner.query(
    `insert into organisation (id, steward_agency_id, name, created_by) values ($1, $2, 'Omid', $3)`,
    [organisationId, agency.id, agency.administrator.id],
  )
  await app.owner.query(
    `insert into service (id, steward_agency_id, organisation_id, name, created_by) values ($1, $2, $3, 'Counselling', $4)`,
    [serviceId, agency.id, organisationId, agency.administrator.id],
  )
})
afterAll(() => app.close())

beforeEach(async () => {
  made = await openTestCase(app, agency)
  params = { caseId: made.caseId }
  needId = newId()
  await app.owner.query(
    `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
     values ($1, $2, 1, 'person', 'mental_health', 'خواب آرام', 3, 'client', '2026-10-05', $3)`,
    [needId, made.caseId, agency.caseworker.id],
  )
})

const consentInput = () => ({
  id: newId(),
  personId: made.clientId,
  discloser: 'Koy-e Bahar centre',
  groups: ['core' as const],
  recipientId: organisationId,
  purpose: 'Counselling',
  fromOn: '2026-11-01',
  untilOn: '2027-05-01',
  how: 'spoken' as const,
  witness: 'Nahid Farahmand',
  withdrawHow: 'By a word to the case manager.',
})
const giveConsent = () =>
  app.ask(agency.caseworker, contract.giveConsent, { params, input: consentInput() })
const referInput = (consentId: string | null) => ({
  id: newId(),
  needId,
  serviceId,
  consentId,
  sharedGroups: ['core' as const],
  note: 'She prefers mornings.',
  send: true,
})
const refer = async () =>
  app.ask(agency.caseworker, contract.referClient, {
    params,
    input: referInput((await giveConsent()).id),
  })
const link = { token: 'T'.repeat(43), code: '402913' }
async function makeLink(referralId: string, secrets = link) {
  const input = { id: newId(), recipientName: 'Intake', expiresOn: '2027-01-01', ...secrets }
  return app.ask(agency.caseworker, contract.makeAnswerLink, {
    params: { ...params, referralId },
    input,
  })
}

test('with a consent that covers it, a need is referred and an answer is expected in a week', async () => {
  const referral = await refer()
  expect(referral).toMatchObject({
    status: 'sent',
    answerExpectedOn: '2026-11-28',
    organisationName: 'Omid',
  })
  expect(referral.nextSteps.map(({ to }) => to)).toContain('accepted')
})

test('without consent nothing is sent, and nothing is kept of the try', async () => {
  const answer = await app.send(agency.caseworker, contract.referClient, {
    params,
    input: referInput(null),
  })
  expect([answer.status, answer.error?.code]).toEqual([422, 'consent_missing'])
  const { referrals } = await app.ask(agency.caseworker, contract.listReferrals, { params })
  expect(referrals).toEqual([])
})

test('a draft may wait for its consent; sending it asks for one', async () => {
  const input = { ...referInput(null), send: false }
  const draft = await app.ask(agency.caseworker, contract.referClient, { params, input })
  expect(draft.status).toBe('draft')
  const sent = await app.send(agency.caseworker, contract.stepReferral, {
    params: { ...params, referralId: draft.id },
    input: { id: newId(), to: 'sent', version: draft.version },
  })
  expect(sent.error?.code).toBe('consent_missing')
  const resting = await app.ask(agency.caseworker, contract.stepReferral, {
    params: { ...params, referralId: draft.id },
    input: {
      id: newId(),
      to: 'sent',
      consentId: (await giveConsent()).id,
      version: draft.version,
    },
  })
  expect(resting).toMatchObject({ status: 'sent', consentId: expect.any(String) })
})

test('eight referrals of one need to one service at once: one stands', async () => {
  const { id } = await giveConsent()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      app.send(agency.caseworker, contract.referClient, { params, input: referInput(id) }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ error }) => error?.code === 'referral_already_open')).toHaveLength(7)
})

test('a need of another case cannot be referred from this one', async () => {
  const other = await openTestCase(app, agency)
  const answer = await app.send(agency.caseworker, contract.referClient, {
    params: { caseId: other.caseId },
    input: referInput(null),
  })
  expect(answer.status).toBe(404)
})

test('only lawful steps are taken, and a refusal by the partner needs its reason', async () => {
  const referral = await refer()
  const at = { ...params, referralId: referral.id }
  const step = (to: 'accepted' | 'declined' | 'completed', version: number, reason = '') =>
    app.send(agency.caseworker, contract.stepReferral, {
      params: at,
      input: { id: newId(), to, reason, version },
    })
  expect((await step('completed', referral.version)).error?.code).toBe('referral_step_not_lawful')
  expect((await step('declined', referral.version)).error?.code).toBe('reason_missing')
  const declined = await step('declined', referral.version, 'No place until spring.')
  expect(declined.body).toMatchObject({
    status: 'declined',
    statusReason: 'No place until spring.',
  })
  expect((await step('accepted', referral.version)).error?.code).toBe('stale_version')
})

test('what came of it stands apart from the status', async () => {
  const referral = await refer()
  const done = await app.ask(agency.caseworker, contract.recordOutcome, {
    params: { ...params, referralId: referral.id },
    input: { outcome: 'not_reached', by: 'client', on: '2026-11-20', version: referral.version },
  })
  expect(done).toMatchObject({ status: 'sent', outcome: 'not_reached', outcomeBy: 'client' })
})

test('a child cannot consent alone, and a guardian speaks with the child’s own word beside', async () => {
  const alone = await app.send(agency.caseworker, contract.giveConsent, {
    params,
    input: { ...consentInput(), personId: made.childId },
  })
  expect(alone.error).toMatchObject({
    code: 'consent_not_lawful',
    facts: { because: 'child_alone' },
  })
  const together = await app.send(agency.caseworker, contract.giveConsent, {
    params,
    input: {
      ...consentInput(),
      personId: made.childId,
      givenById: made.clientId,
      standing: 'custody',
      childAssent: 'باشه، اگر مامان هم بیاید.',
    },
  })
  expect(together.status).toBe(200)
})

test('withdrawing a consent cancels what has not started and leaves what has, in one stroke', async () => {
  const consent = await giveConsent()
  const referral = await app.ask(agency.caseworker, contract.referClient, {
    params,
    input: referInput(consent.id),
  })
  await makeLink(referral.id, { ...link, token: 'W'.repeat(43) })
  const answer = await app.ask(agency.caseworker, contract.withdrawConsent, {
    params: { ...params, consentId: consent.id },
    input: { reason: 'She changed her mind.', version: consent.version },
  })
  expect(answer).toMatchObject({ cancelled: [referral.id], stopped: [] })
  const opened = await app.send(undefined, contract.openLink, {
    input: { ...link, token: 'W'.repeat(43) },
  })
  expect(opened.error?.code).toBe('link_not_usable')
})

test('a service that has begun goes on after withdrawal unless the client wants it stopped', async () => {
  for (const stop of [false, true]) {
    const consent = await giveConsent()
    const { id, version } = await app.ask(agency.caseworker, contract.referClient, {
      params,
      input: referInput(consent.id),
    })
    const at = { ...params, referralId: id }
    await app.ask(agency.caseworker, contract.stepReferral, {
      params: at,
      input: { id: newId(), to: 'accepted', version },
    })
    await app.ask(agency.caseworker, contract.stepReferral, {
      params: at,
      input: { id: newId(), to: 'started', version: version + 1 },
    })
    const answer = await app.ask(agency.caseworker, contract.withdrawConsent, {
      params: { ...params, consentId: consent.id },
      input: { stop: stop ? [id] : [], version: consent.version },
    })
    expect(answer.stopped).toEqual(stop ? [id] : [])
    if (!stop) {
      await app.ask(agency.caseworker, contract.stepReferral, {
        params: at,
        input: { id: newId(), to: 'completed', version: version + 2 },
      })
    }
  }
})

test('a partner without an account opens the link with its code, reads what is shared, and answers', async () => {
  const referral = await refer()
  const token = 'P'.repeat(43)
  await makeLink(referral.id, { ...link, token })
  const { session, referral: seen } = await app.ask(undefined, contract.openLink, {
    input: { ...link, token },
  })
  expect(seen).toMatchObject({
    need: 'خواب آرام',
    note: 'She prefers mornings.',
    client: { safeContact: 'پیام صوتی نگذارید' },
  })
  expect(JSON.stringify(seen)).not.toContain(made.caseId)
  expect(seen.nextSteps.map(({ to }) => to).toSorted()).toEqual(['accepted', 'declined'])
  const { referral: after } = await app.ask(undefined, contract.answerByLink, {
    input: { session, id: newId(), to: 'accepted', version: seen.version },
  })
  expect(after.status).toBe('accepted')
  const { referrals } = await app.ask(agency.caseworker, contract.listReferrals, { params })
  expect(referrals[0]).toMatchObject({ status: 'accepted', seenAt: expect.any(String) })
  expect(referrals[0]?.steps.at(-1)).toMatchObject({ to: 'accepted', bySide: 'partner' })
  await app.ask(undefined, contract.closeLink, { input: { session } })
  const late = await app.send(undefined, contract.answerByLink, {
    input: { session, id: newId(), to: 'started', version: after.version },
  })
  expect(late.error?.code).toBe('link_not_usable')
})

test('a consent withdrawn closes the link of a service that has begun, at once', async () => {
  const consent = await giveConsent()
  const { id } = await app.ask(agency.caseworker, contract.referClient, {
    params,
    input: referInput(consent.id),
  })
  const token = 'C'.repeat(43)
  await makeLink(id, { ...link, token })
  const { session, referral } = await app.ask(undefined, contract.openLink, {
    input: { ...link, token },
  })
  const answer = (to: 'accepted' | 'started' | 'completed', version: number) =>
    app.send(undefined, contract.answerByLink, { input: { session, id: newId(), to, version } })
  await answer('accepted', referral.version)
  await answer('started', referral.version + 1)
  await app.ask(agency.caseworker, contract.withdrawConsent, {
    params: { ...params, consentId: consent.id },
    input: { version: consent.version },
  })
  expect((await answer('completed', referral.version + 2)).error?.code).toBe('link_not_usable')
  const again = await app.send(undefined, contract.openLink, { input: { ...link, token } })
  expect(again.error?.code).toBe('link_not_usable')
  const another = await app.send(agency.caseworker, contract.makeAnswerLink, {
    params: { ...params, referralId: id },
    input: {
      id: newId(),
      recipientName: 'Intake',
      expiresOn: '2027-01-01',
      ...link,
      token: 'D'.repeat(43),
    },
  })
  expect(another.error?.code).toBe('consent_withdrawn')
})

test('a link opens to the end of its last day where the agency is', async () => {
  const { id } = await refer()
  const { links } = await makeLink(id, { ...link, token: 'Z'.repeat(43) })
  expect(new Date(links[0]?.expiresAt ?? '').toISOString()).toBe('2027-01-01T20:29:59.000Z')
})

test('five wrong codes close a link, even to the right one', async () => {
  const referral = await refer()
  const token = 'X'.repeat(43)
  await makeLink(referral.id, { ...link, token })
  for (let n = 0; n < 5; n++) {
    const wrong = await app.send(undefined, contract.openLink, { input: { token, code: '000000' } })
    expect(wrong.error?.code).toBe('link_code_wrong')
  }
  const right = await app.send(undefined, contract.openLink, { input: { ...link, token } })
  expect(right.error?.code).toBe('link_not_usable')
})

test('neither token nor code of a link stands anywhere in the database', async () => {
  const referral = await refer()
  await makeLink(referral.id, { token: 'Q'.repeat(43), code: '777123' })
  const rows = await app.owner.query(
    `select answer::text as words from command union all select l::text from answer_link l`,
  )
  const words = rows.rows.map((row: { words: string | null }) => row.words ?? '').join('')
  expect(words).not.toContain('Q'.repeat(43))
  expect(words).not.toContain('777123')
})

test('the inbox lists referrals of my cases, silent ones by themselves', async () => {
  const referral = await refer()
  app.clock.now = '2026-12-05T08:00:00.000Z'
  const { referrals } = await app.ask(agency.caseworker, contract.listMyReferrals, {
    query: { show: 'silent' },
  })
  app.clock.now = '2026-11-21T08:30:00.000Z'
  expect(referrals.map(({ id }) => id)).toContain(referral.id)
  const others = await app.ask(agency.otherCaseworker, contract.listMyReferrals, { query: {} })
  expect(others.referrals).toEqual([])
})

test('a worker of another team finds no route into the linking of this case', async () => {
  const answers = await Promise.all([
    app.send(agency.otherCaseworker, contract.listConsents, { params }),
    app.send(agency.otherCaseworker, contract.listReferrals, { params }),
    app.send(agency.otherCaseworker, contract.giveConsent, { params, input: consentInput() }),
    app.send(agency.otherCaseworker, contract.referClient, { params, input: referInput(null) }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})

test('a closed case takes no new consent', async () => {
  await app.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [made.caseId],
  )
  const answer = await app.send(agency.caseworker, contract.giveConsent, {
    params,
    input: consentInput(),
  })
  expect(answer.error?.code).toBe('case_closed')
})
