import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/assessment/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { shippedInstruments } from './shipped-instruments.ts'

let test_: TestApp
let agency: TestAgency
let open: TestCase
let worker: TestWorker
const instruments = new Map<string, string>()

beforeAll(async () => {
  test_ = await startTestApp()
  agency = await makeAgency(test_)
  worker = agency.caseworker
  for (const shipped of await shippedInstruments()) {
    const { code, edition, titleFa, titleEn, dataGroup, questionnaire, scoring } = shipped
    const id = newId()
    await test_.owner.query(
      `insert into instrument (id, agency_id, code, edition, title_fa, title_en, data_group, questionnaire, scoring)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, agency.id, code, edition, titleFa, titleEn, dataGroup, questionnaire, scoring],
    )
    instruments.set(code, id)
  }
})
afterAll(() => test_.close())
beforeEach(async () => {
  open = await openTestCase(test_, agency)
})

const phq = [
  '/44250-9',
  '/44255-8',
  '/44259-0',
  '/44254-1',
  '/44251-7',
  '/44258-2',
  '/44252-5',
  '/44253-3',
  '/44260-8',
]
const options = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']
/** PHQ-9 answers from their figures, 0–3. */
const answersOf = (figures: number[]) =>
  Object.fromEntries(
    phq.flatMap((linkId, index) => {
      const option = options[figures[index] ?? -1]
      return option ? [[linkId, [{ option }]]] : []
    }),
  )

const view = { clientView: 'شب‌ها از همه سخت‌تر است.', clientViewMissing: '' }

async function start(code = 'phq-9', by = worker, at = open) {
  const id = newId()
  const sent = await test_.send(by, contract.startAssessment, {
    params: { caseId: at.caseId },
    input: {
      id,
      instrumentId: instruments.get(code) ?? '',
      personId: at.clientId,
      informant: 'client',
      language: 'fa',
    },
  })
  return { ...sent, params: { caseId: at.caseId, assessmentId: id } }
}

async function fill(params: { caseId: string; assessmentId: string }, answers: object) {
  for (const [linkId, values] of Object.entries(answers)) {
    await test_.ask(worker, contract.saveAnswer, { params, input: { linkId, values, was: [] } })
  }
}

async function complete(figures: number[], by = worker) {
  const { params } = await start()
  const answers = answersOf(figures)
  await fill(params, answers)
  const body = await test_.ask(by, contract.completeAssessment, {
    params,
    input: { answers, ...view },
  })
  return { params, body }
}

test('Each answer is kept as it is given, and the assessment is scored when it is finished', async () => {
  const { params } = await start()
  const answers = answersOf([1, 1, 1, 2, 0, 1, 1, 0, 0])
  await fill(params, answers)
  const draft = await test_.ask(worker, contract.readAssessment, { params })
  expect(draft).toMatchObject({ status: 'draft', answers, answered: 9, scores: null })

  const done = await test_.ask(worker, contract.completeAssessment, {
    params,
    input: { answers, ...view },
  })
  expect(done).toMatchObject({
    status: 'completed',
    completedAt: test_.clock.now,
    clientView: view.clientView,
    scores: { scales: [{ id: 'total', value: 7, band: { code: 'mild' } }], flags: [] },
    protocol: { opened: [] },
  })
})

test('An answer corrected on another device is not overwritten unseen', async () => {
  const { params } = await start()
  const linkId = phq[0] ?? ''
  const [never, some, most] = options.map((option) => [{ option }])
  const save = (values: unknown, was: unknown, commandId = newId()) =>
    test_.send(worker, contract.saveAnswer, {
      params,
      commandId,
      input: { linkId, values, was } as never,
    })
  const first = await save(never, [])
  expect(first.body).toEqual({ version: 2 })
  expect((await save(never, [])).body).toEqual({ version: 2 })
  expect((await save(some, never)).body).toEqual({ version: 3 })

  const stale = await save(most, never)
  expect(stale.error).toMatchObject({
    code: 'stale_version',
    facts: { current: { linkId, values: some } },
  })
  expect((await save([], some)).body).toEqual({ version: 4 })
  const { answers } = await test_.ask(worker, contract.readAssessment, { params })
  expect(answers).toEqual({})
})

test('What was answered on the way and corrected before completing is nobody’s record', async () => {
  const { params } = await start()
  const first = answersOf([1, 1, 1, 2, 0, 1, 1, 0, 3])
  const answers = answersOf([1, 1, 1, 2, 0, 1, 1, 0, 0])
  await fill(params, first)
  const linkId = phq[8] ?? ''
  await test_.ask(worker, contract.saveAnswer, {
    params,
    input: { linkId, values: answers[linkId] ?? [], was: first[linkId] ?? [] },
  })
  await test_.ask(worker, contract.completeAssessment, { params, input: { answers, ...view } })
  const { rowCount } = await test_.owner.query('select from history where row_id = $1', [
    params.assessmentId,
  ])
  expect(rowCount).toBe(0)
})

test('Nine answers sent at once are all kept, each once', async () => {
  const { params } = await start()
  const answers = answersOf([0, 1, 2, 3, 0, 1, 2, 3, 0])
  await Promise.all(
    Object.entries(answers).map(([linkId, values]) =>
      test_.ask(worker, contract.saveAnswer, {
        params,
        input: { linkId, values: values as never, was: [] },
      }),
    ),
  )
  const read = await test_.ask(worker, contract.readAssessment, { params })
  expect(read).toMatchObject({ answers, version: 10 })
})

test.each([
  ['an option that is not offered', '/44250-9', [{ option: 'LA0000-0' }], 'not_an_option'],
  [
    'two answers where one is asked',
    '/44250-9',
    options.slice(0, 2).map((o) => ({ option: o })),
    'too_many_answers',
  ],
  ['a question the form does not have', 'nowhere', [true], 'unknown_item'],
])('%s is refused with what is wrong', async (_what, linkId, values, code) => {
  const { params } = await start()
  const refused = await test_.send(worker, contract.saveAnswer, {
    params,
    input: { linkId, values: values as never, was: [] },
  })
  expect(refused.status).toBe(422)
  expect(refused.error).toMatchObject({
    code: 'answer_not_valid',
    facts: { fault: { linkId, code } },
  })
})

test('It is not complete without the client’s own view or the reason why it is missing', async () => {
  const { params } = await start('hunger-vital-sign')
  const answers = { '/88122-7': [{ option: 'LA28397-0' }] }
  await fill(params, answers)
  const without = await test_.send(worker, contract.completeAssessment, {
    params,
    input: { answers },
  })
  expect(without.error?.code).toBe('client_view_missing')
  const reason = await test_.ask(worker, contract.completeAssessment, {
    params,
    input: { answers, clientViewMissing: 'She is in hospital until Monday.' },
  })
  expect(reason).toMatchObject({
    status: 'completed',
    clientViewMissing: 'She is in hospital until Monday.',
  })
})

test('A form without any answer cannot be finished, and finishing sees every answer that was kept', async () => {
  const { params } = await start()
  const empty = await test_.send(worker, contract.completeAssessment, {
    params,
    input: { answers: {}, ...view },
  })
  expect(empty.error?.code).toBe('assessment_not_complete')
  const answers = answersOf([1])
  await fill(params, answers)
  const unseen = await test_.send(worker, contract.completeAssessment, {
    params,
    input: { answers: {}, ...view },
  })
  expect(unseen.error).toMatchObject({ code: 'stale_version', facts: { current: { answers } } })
})

test('What is completed is amended by a row of its own, and the old one stays readable', async () => {
  const { params, body: first } = await complete([2, 2, 2, 2, 1, 1, 1, 0, 0])
  const refused = await test_.send(worker, contract.saveAnswer, {
    params,
    input: { linkId: phq[0] ?? '', values: [{ option: 'LA6568-5' }], was: [] },
  })
  expect(refused.error?.code).toBe('assessment_completed')
  await expect(
    test_.owner.query(`update assessment set answers = '{}' where id = $1`, [params.assessmentId]),
  ).rejects.toThrow('assessment_completed')

  test_.clock.now = '2026-11-23T08:30:00.000Z'
  const id = newId()
  const amendment = { caseId: open.caseId, assessmentId: id }
  await test_.ask(worker, contract.amendAssessment, {
    params,
    input: { id, reason: 'Question 3 was misheard.' },
  })
  const twice = await test_.send(worker, contract.amendAssessment, {
    params,
    input: { id: newId(), reason: 'Again' },
  })
  expect(twice.error).toMatchObject({
    code: 'assessment_already_started',
    facts: { assessmentId: id },
  })
  expect((await test_.ask(worker, contract.readAssessment, { params })).status).toBe('completed')

  const linkId = phq[2] ?? ''
  await test_.ask(worker, contract.saveAnswer, {
    params: amendment,
    input: { linkId, values: [{ option: 'LA6568-5' }], was: [{ option: 'LA6570-1' }] },
  })
  const answers = { ...first.answers, [linkId]: [{ option: 'LA6568-5' }] }
  const amended = await test_.ask(worker, contract.completeAssessment, {
    params: amendment,
    input: { answers, ...view },
  })
  expect(amended).toMatchObject({
    status: 'completed',
    completedAt: first.completedAt,
    amends: params.assessmentId,
    amendReason: 'Question 3 was misheard.',
    scores: { scales: [{ value: 9 }] },
    earlier: [],
  })
  const old = await test_.ask(worker, contract.readAssessment, { params })
  expect(old).toMatchObject({
    status: 'amended',
    amendedBy: id,
    answers: first.answers,
    scores: { scales: [{ value: 11 }] },
  })
  test_.clock.now = '2026-11-21T08:30:00.000Z'
})

test('The answers and score of last time stand beside the present ones', async () => {
  const { body: last } = await complete([2, 2, 2, 2, 1, 1, 1, 0, 0])
  test_.clock.now = '2026-12-21T08:30:00.000Z'
  const { params } = await start()
  const now = await test_.ask(worker, contract.readAssessment, { params })
  expect(now.earlier).toMatchObject([
    { id: last.id, answers: last.answers, scores: { scales: [{ value: 11 }] } },
  ])
  const { assessments } = await test_.ask(worker, contract.listAssessments, {
    params: { caseId: open.caseId },
  })
  expect(assessments.map(({ status }) => status)).toEqual(['draft', 'completed'])
  test_.clock.now = '2026-11-21T08:30:00.000Z'
})

test('A yes to question 9 opens the suicide protocol at once, before any score', async () => {
  const { params } = await start()
  const notYet = await test_.send(worker, contract.recordProtocol, {
    params,
    input: { words: 'Asked plainly.' },
  })
  expect(notYet.error?.code).toBe('protocol_not_open')
  await fill(params, { '/44260-8': [{ option: 'LA6569-3' }] })
  const flagged = await test_.ask(worker, contract.readAssessment, { params })
  expect(flagged).toMatchObject({
    scores: null,
    protocol: { opened: ['suicide_risk'], at: null },
  })
  await test_.ask(worker, contract.recordProtocol, {
    params,
    input: { words: 'پرسیدم؛ نقشه‌ای ندارد، خواهرش امشب می‌ماند.' },
  })
  const asked = await test_.ask(worker, contract.readAssessment, { params })
  expect(asked.protocol).toEqual({
    opened: ['suicide_risk'],
    words: 'پرسیدم؛ نقشه‌ای ندارد، خواهرش امشب می‌ماند.',
    at: test_.clock.now,
    byName: 'Samaneh Karimpour',
  })
})

test('A high score suggests a need, which a person confirms once or declines with a reason', async () => {
  const { params, body } = await complete([2, 2, 2, 2, 1, 1, 1, 0, 0])
  expect(body.proposals).toMatchObject([
    { rule: 'mental_health_need', domain: 'mental_health', needId: null },
  ])
  const needId = newId()
  const confirm = (id: string) =>
    test_.send(worker, contract.addNeed, {
      params: { caseId: open.caseId },
      input: {
        id,
        assessmentId: params.assessmentId,
        proposal: 'mental_health_need',
        level: 'person',
        domain: 'mental_health',
        statement: 'درمان افسردگی',
        severity: 3,
        whoseView: 'shared',
      },
    })
  expect((await confirm(needId)).body).toMatchObject({ number: 1, assessmentId: body.id })
  expect((await confirm(newId())).error?.code).toBe('already_exists')
  const read = await test_.ask(worker, contract.readAssessment, { params })
  expect(read.proposals).toMatchObject([{ needId }])

  const other = await complete([3, 3, 3, 3, 0, 0, 0, 0, 0])
  const rule = { ...other.params, rule: 'mental_health_need' }
  const input = { reason: 'Already in treatment.' }
  await test_.ask(worker, contract.declineProposal, { params: rule, input })
  const unknown = await test_.send(worker, contract.declineProposal, {
    params: { ...rule, rule: 'housing_need' },
    input,
  })
  expect(unknown.error?.code).toBe('proposal_unknown')
  const declined = await test_.ask(worker, contract.readAssessment, { params: other.params })
  expect(declined.proposals).toMatchObject([{ needId: null, declinedReason: input.reason }])
})

test('Food at risk suggests a need for food', async () => {
  const { params } = await start('hunger-vital-sign')
  const answers = { '/88122-7': [{ option: 'LA6729-3' }] }
  await fill(params, answers)
  const done = await test_.ask(worker, contract.completeAssessment, {
    params,
    input: { answers, ...view },
  })
  expect(done.proposals).toMatchObject([{ domain: 'food', needId: null }])
})

test('One draft of an instrument for a person is enough; a second is told where the first is', async () => {
  const first = await start()
  const second = await start()
  expect(second.error).toMatchObject({
    code: 'assessment_already_started',
    facts: { assessmentId: first.params.assessmentId },
  })
})

test('An instrument out of use, a person of another case and a closed case are refused', async () => {
  const other = await openTestCase(test_, agency)
  const strange = await test_.send(worker, contract.startAssessment, {
    params: { caseId: open.caseId },
    input: {
      id: newId(),
      instrumentId: instruments.get('phq-9') ?? '',
      personId: other.clientId,
      informant: 'client',
      language: 'fa',
    },
  })
  expect(strange.error?.code).toBe('person_missing')
  expect((await start('phq-2')).error?.kind).toBe('malformed')
  await test_.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [open.caseId],
  )
  expect((await start()).error?.code).toBe('case_closed')
})

test('What was recorded in error counts nowhere and stays readable with the reason', async () => {
  const { params, body } = await complete([1, 1, 0, 0, 0, 0, 0, 0, 0])
  const stale = await test_.send(worker, contract.withdrawAssessment, {
    params,
    input: { version: 1, reason: 'Wrong file' },
  })
  expect(stale.error?.code).toBe('stale_version')
  await test_.ask(worker, contract.withdrawAssessment, {
    params,
    input: { version: body.version, reason: 'Wrong file' },
  })
  const read = await test_.ask(worker, contract.readAssessment, { params })
  expect(read).toMatchObject({ status: 'entered_in_error', errorReason: 'Wrong file' })
  const { params: next } = await start()
  expect((await test_.ask(worker, contract.readAssessment, { params: next })).earlier).toEqual([])
})

test('A teacher of the team neither reads nor gives a health questionnaire', async () => {
  const { params } = await complete([1, 1, 0, 0, 0, 0, 0, 0, 0])
  const teacher = await makeWorker(test_, agency.id, 'Sara Motamedi', ['caseworker'])
  await test_.owner.query(
    `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
     values ($1, $2, $3, 'teacher', '{core,school}', true, '2026-11-01', $4)`,
    [newId(), open.caseId, teacher.id, worker.id],
  )
  await test_.owner.query('select derive_access($1, $2)', [open.caseId, teacher.id])
  expect((await test_.send(teacher, contract.readAssessment, { params })).status).toBe(404)
  const listed = await test_.ask(teacher, contract.listAssessments, {
    params: { caseId: open.caseId },
  })
  expect(listed.assessments).toEqual([])
  expect(listed.writableGroups).toEqual(['core', 'school'])
  expect((await start('phq-9', teacher)).error).toMatchObject({
    code: 'may_not_write',
    facts: { dataGroup: 'health' },
  })
})

test('A worker of another team gets the same 404 for everything on the case', async () => {
  const { params } = await complete([1, 1, 0, 0, 0, 0, 0, 0, 0])
  const stranger = agency.otherCaseworker
  const statuses = await Promise.all([
    test_.send(stranger, contract.readAssessment, { params }),
    test_.send(stranger, contract.listAssessments, { params: { caseId: open.caseId } }),
    test_.send(stranger, contract.saveAnswer, {
      params,
      input: { linkId: phq[0] ?? '', values: [], was: [] },
    }),
    test_.send(stranger, contract.completeAssessment, { params, input: { answers: {}, ...view } }),
    test_.send(stranger, contract.amendAssessment, {
      params,
      input: { id: newId(), reason: 'x' },
    }),
    start('phq-9', stranger),
  ])
  expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
})

test('A repeated command changes nothing, and no answer reaches the log', async () => {
  const id = newId()
  const commandId = newId()
  const send = () =>
    test_.send(worker, contract.startAssessment, {
      params: { caseId: open.caseId },
      commandId,
      input: {
        id,
        instrumentId: instruments.get('phq-9') ?? '',
        personId: open.clientId,
        informant: 'client',
        language: 'fa',
      },
    })
  const first = await send()
  expect((await send()).body).toEqual(first.body)
  const { assessments } = await test_.ask(worker, contract.listAssessments, {
    params: { caseId: open.caseId },
  })
  expect(assessments).toHaveLength(1)
  expect(test_.logged()).not.toContain('شب‌ها')
  expect(test_.logged()).not.toContain('LA65')
})
