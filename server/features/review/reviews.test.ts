import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '@peyvand/domain/cases/contract.ts'
import type { SentInput } from '@peyvand/domain/contract.ts'
import * as monitoring from '@peyvand/domain/monitoring/contract.ts'
import * as contract from '@peyvand/domain/review/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import { putPlanInForce } from '../../testing/put-plan-in-force.ts'
import type { TestPlan } from '../../testing/put-plan-in-force.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

type Input = SentInput<typeof contract.recordReview>

let app: TestApp
let agency: TestAgency
let params: { caseId: string }
let plan: TestPlan

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  const { caseId } = await openTestCase(app, agency)
  params = { caseId }
  plan = await putPlanInForce(app, agency, { caseId })
})
afterAll(() => app.close())

const judged = (levels: { sleep: -2 | -1 | 0 | 1 | 2; shelter: -2 | -1 | 0 | 1 | 2 }) =>
  (['sleep', 'shelter'] as const).map((goal) => ({
    progressId: newId(),
    goalId: plan.goals[goal],
    level: levels[goal],
    judgedBy: 'shared' as const,
    remark: goal === 'sleep' ? 'Four nights of seven.' : '',
  }))
const whole = (given: Partial<Input> = {}): Input => ({
  id: newId(),
  onDay: '2026-11-20',
  participants: 'She, her mother, the psychologist',
  clientSays: 'I sleep again.',
  attainment: judged({ sleep: 0, shelter: -1 }),
  decision: 'continue',
  decisionReason: 'Both goals are on their way.',
  nextOn: '2027-01-20',
  ...given,
})
const record = (input: Input, worker = agency.caseworker) =>
  app.send(worker, contract.recordReview, { params, input })

test('a review tells how far the goals have come, since the start, and sets the next day', async () => {
  const { status, body } = await record(whole())
  expect(status).toBe(200)
  expect(body.attainment).toMatchObject([
    { number: 1, words: 'Sleep at night', level: 0, remark: 'Four nights of seven.' },
    { number: 2, words: 'A lease in her name', level: -1 },
  ])
  // Σw² = 10, (Σw)² = 16, so √(0.7·10 + 0.3·16) = √11.8
  expect(body.tBaseline).toBeCloseTo(50 - 70 / Math.sqrt(11.8), 6)
  expect(body.tScore).toBeCloseTo(50 - 30 / Math.sqrt(11.8), 6)
  expect(body).toMatchObject({ planEdition: 1, byName: 'Samaneh Karimpour', nextOn: '2027-01-20' })
  const { next } = await app.ask(agency.caseworker, cases.readCase, { params })
  expect(next.map(({ rule }) => rule)).not.toContain('review_due')
})

test('what a review judges of a goal is progress on that goal', async () => {
  await record(whole({ onDay: '2026-11-21', attainment: judged({ sleep: 2, shelter: 0 }) }))
  const read = await app.ask(agency.caseworker, monitoring.readAttainment, { params })
  expect(read.goals.map(({ levelNow }) => levelNow)).toEqual([2, 0])
  expect(read.goals[0]?.progress.at(-1)).toMatchObject({
    onDay: '2026-11-21',
    said: 'Four nights of seven.',
  })
})

test.each<[string, () => Partial<Input>, string, unknown]>([
  [
    'a goal nobody judged',
    () => ({ attainment: judged({ sleep: 0, shelter: 0 }).slice(1) }),
    'review_not_complete',
    ['goals'],
  ],
  [
    'neither her words nor why they are missing',
    () => ({ clientSays: '' }),
    'review_not_complete',
    ['client_says'],
  ],
  ['going on without a next day', () => ({ nextOn: null }), 'review_not_complete', ['next_day']],
  ['a review of tomorrow', () => ({ onDay: '2026-11-22' }), 'review_not_complete', ['day']],
  [
    'a goal of another plan',
    () => ({
      attainment: [
        ...judged({ sleep: 0, shelter: 0 }),
        { progressId: newId(), goalId: newId(), level: 0, judgedBy: 'worker' },
      ],
    }),
    'goal_unknown',
    undefined,
  ],
])('a review is refused: %s', async (_name, given, code, missing) => {
  const answer = await record(whole(given()))
  expect([answer.status, answer.error?.code]).toEqual([422, code])
  expect(answer.error?.facts?.['missing']).toEqual(missing)
})

test('a repeat of the command records it once', async () => {
  const sent = { params, input: whole(), commandId: newId() }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => app.send(agency.caseworker, contract.recordReview, sent)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const { rows } = await app.owner.query('select from review where id = $1', [sent.input.id])
  expect(rows).toHaveLength(1)
})

test('the page tells what happened to needs since the last review, and who may have taken part', async () => {
  const { caseId } = await openTestCase(app, agency)
  const { needId } = await putPlanInForce(app, agency, { caseId })
  const page = await app.ask(agency.caseworker, contract.listReviews, { params: { caseId } })
  expect(page).toMatchObject({
    since: '2026-10-01',
    everyDays: 90,
    reviews: [],
    needsEnded: [],
    people: ['ریحانه مرادیان', 'آرمین مرادیان'],
    mayWrite: true,
    open: true,
  })
  expect(page.needsFound.map(({ id }) => id)).toEqual([needId])
})

test('a closed case takes no review, and another team sees none', async () => {
  const { caseId } = await openTestCase(app, agency)
  await app.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [caseId],
  )
  const closed = await app.send(agency.caseworker, contract.recordReview, {
    params: { caseId },
    input: whole({ attainment: [] }),
  })
  expect(closed.error?.code).toBe('case_closed')
  expect((await record(whole(), agency.otherCaseworker)).status).toBe(404)
  const hidden = await app.send(agency.otherCaseworker, contract.listReviews, { params })
  expect(hidden.status).toBe(404)
})

test('who may not read the plan reads no review', async () => {
  const nurse = await makeWorker(app, agency.id, 'Farid Nasiri', ['caseworker'])
  await app.ask(agency.caseworker, cases.joinTeam, {
    params,
    input: {
      id: newId(),
      workerId: nurse.id,
      role: 'nurse',
      groups: ['core', 'health'],
      mayWrite: true,
    },
  })
  const page = await app.ask(nurse, contract.listReviews, { params })
  expect([page.reviews, page.mayWrite]).toEqual([[], false])
  const answer = await record(whole(), nurse)
  expect([answer.status, answer.error?.code]).toEqual([403, 'may_not_write'])
})
