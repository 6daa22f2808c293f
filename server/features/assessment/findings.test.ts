import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/assessment/contract.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

let test_: TestApp
let agency: TestAgency
let open: TestCase
let worker: TestWorker

beforeAll(async () => {
  test_ = await startTestApp()
  agency = await makeAgency(test_)
  worker = agency.caseworker
})
afterAll(() => test_.close())
beforeEach(async () => {
  open = await openTestCase(test_, agency)
})

const food = { level: 'family', domain: 'food' } as const
const params = () => ({ caseId: open.caseId })

function needInput(more: Partial<InputOf<typeof contract.addNeed>> = {}) {
  return {
    id: newId(),
    ...food,
    statement: 'غذای کافی تا آخر ماه',
    severity: 2 as const,
    whoseView: 'client' as const,
    ...more,
  }
}

async function addNeed(more: Partial<InputOf<typeof contract.addNeed>> = {}) {
  const need = await test_.ask(worker, contract.addNeed, {
    params: params(),
    input: needInput(more),
  })
  return { need, at: { ...params(), needId: need.id } }
}

test('A problem stands in the client’s words beside the worker’s, is corrected, and ends', async () => {
  const id = newId()
  const added = await test_.ask(worker, contract.addProblem, {
    params: params(),
    input: { id, ...food, clientWords: 'هفتهٔ آخر ماه نان خالی می‌خوریم.' },
  })
  const at = { ...params(), problemId: id }
  const changed = await test_.ask(worker, contract.changeProblem, {
    params: at,
    input: {
      version: added.version,
      ...food,
      clientWords: added.clientWords,
      workerWords: 'Food runs out in the last week of each month.',
    },
  })
  const ended = await test_.ask(worker, contract.endProblem, {
    params: at,
    input: { version: changed.version, words: 'Wages come in time again.' },
  })
  expect(ended).toMatchObject({
    clientWords: 'هفتهٔ آخر ماه نان خالی می‌خوریم.',
    workerWords: 'Food runs out in the last week of each month.',
    endedOn: '2026-11-21',
    version: 3,
  })
  const again = await test_.send(worker, contract.endProblem, {
    params: at,
    input: { version: 3, words: 'Twice' },
  })
  expect(again.error?.code).toBe('finding_already_ended')
  const nobody = await test_.send(worker, contract.addProblem, {
    params: params(),
    input: { id: newId(), ...food },
  })
  expect(nobody.error?.code).toBe('reason_missing')
})

test('Needs recorded at once by eight devices get eight numbers, one after another', async () => {
  const needs = await Promise.all(Array.from({ length: 8 }, () => addNeed()))
  const numbers = needs.map(({ need }) => need.number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('A need is judged anew; who saw an older state is shown the present one', async () => {
  const { need, at } = await addNeed()
  const input = { ...needInput(), id: undefined, version: 1, severity: 4 as const }
  const { id: _id, ...change } = input
  const changed = await test_.ask(worker, contract.changeNeed, { params: at, input: change })
  expect(changed).toMatchObject({ severity: 4, number: need.number, version: 2 })
  const stale = await test_.send(worker, contract.changeNeed, { params: at, input: change })
  expect(stale.error).toMatchObject({
    code: 'stale_version',
    facts: { current: { severity: 4, version: 2 } },
  })
})

test('A need postponed for scarcity says why, by whom and what helps meanwhile', async () => {
  const { at } = await addNeed()
  const aside = (meanwhile: string) =>
    test_.send(worker, contract.setNeedAside, {
      params: at,
      input: { version: 1, why: 'scarcity', reason: 'No parcel before spring.', meanwhile },
    })
  expect((await aside('')).error).toMatchObject({
    code: 'reason_missing',
    facts: { field: 'meanwhile' },
  })
  expect((await aside('The mosque’s kitchen on Thursdays.')).body.setAside).toEqual({
    why: 'scarcity',
    reason: 'No parcel before spring.',
    meanwhile: 'The mosque’s kitchen on Thursdays.',
    byName: 'Samaneh Karimpour',
    on: '2026-11-21',
  })
  const taken = await test_.ask(worker, contract.takeUpNeed, { params: at, input: { version: 2 } })
  expect(taken.setAside).toBeNull()
})

test('A need ends met, partly met in amounts, or unmet with a reason, and can come back', async () => {
  const { at } = await addNeed()
  const end = (input: Partial<InputOf<typeof contract.endNeed>>) =>
    test_.send(worker, contract.endNeed, {
      params: at,
      input: { version: 1, outcome: 'unmet', ...input },
    })
  expect((await end({})).error).toMatchObject({
    code: 'reason_missing',
    facts: { field: 'reason' },
  })
  const ended = await end({
    outcome: 'partly_met',
    neededAmount: '4 parcels a month',
    receivedAmount: '2 parcels a month',
  })
  expect(ended.body).toMatchObject({ outcome: 'partly_met', outcomeOn: '2026-11-21' })
  const more = await test_.send(worker, contract.addBarrier, {
    params: at,
    input: { id: newId(), kind: 'money', what: 'Bus fare' },
  })
  expect(more.error?.code).toBe('need_already_ended')
  const back = await test_.ask(worker, contract.reopenNeed, {
    params: at,
    input: { version: 2, reason: 'The kitchen closed.' },
  })
  expect(back).toMatchObject({ outcome: null, outcomeReason: 'The kitchen closed.' })
})

test('A barrier stands on its need with what is done about it, until it is gone', async () => {
  const { at } = await addNeed()
  const id = newId()
  await test_.ask(worker, contract.addBarrier, {
    params: at,
    input: { id, kind: 'paper', what: 'No birth certificate' },
  })
  const barrier = { ...params(), barrierId: id }
  await test_.ask(worker, contract.changeBarrier, {
    params: barrier,
    input: {
      version: 1,
      kind: 'paper',
      what: 'No birth certificate',
      action: 'Registry office, with her, on Monday',
    },
  })
  await test_.ask(worker, contract.endBarrier, {
    params: barrier,
    input: { version: 2, words: 'Issued.' },
  })
  const { needs } = await test_.ask(worker, contract.readFindings, { params: params() })
  expect(needs[0]?.barriers).toMatchObject([
    { id, action: 'Registry office, with her, on Monday', endedOn: '2026-11-21' },
  ])
})

test('Strengths, resources and aspirations are kept by whose view they are', async () => {
  const id = newId()
  const words = {
    level: 'environment',
    domain: 'social_participation',
    kind: 'resource',
    what: 'همسایه‌ها به او اعتماد دارند',
    whoseView: 'client',
  } as const
  await test_.ask(worker, contract.addStrength, { params: params(), input: { id, ...words } })
  const at = { ...params(), strengthId: id }
  const changed = await test_.ask(worker, contract.changeStrength, {
    params: at,
    input: { version: 1, ...words, whoseView: 'shared' },
  })
  expect(changed).toMatchObject({ whoseView: 'shared', version: 2 })
  await test_.ask(worker, contract.endStrength, {
    params: at,
    input: { version: 2, words: 'They moved away.' },
  })
  const { strengths, mayWrite } = await test_.ask(worker, contract.readFindings, {
    params: params(),
  })
  expect(strengths).toMatchObject([{ id, endedWords: 'They moved away.' }])
  expect(mayWrite).toBe(true)
})

test('Nothing is recorded on a closed case', async () => {
  await test_.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [open.caseId],
  )
  const refused = await test_.send(worker, contract.addNeed, {
    params: params(),
    input: needInput(),
  })
  expect(refused.error?.code).toBe('case_closed')
})

test('A repeat of a command gives the first answer and no second need', async () => {
  const input = needInput()
  const commandId = newId()
  const send = () => test_.send(worker, contract.addNeed, { params: params(), input, commandId })
  const first = await send()
  expect((await send()).body).toEqual(first.body)
  const { needs } = await test_.ask(worker, contract.readFindings, { params: params() })
  expect(needs).toHaveLength(1)
})

test('A worker of another team finds nothing and changes nothing', async () => {
  const { at } = await addNeed()
  const stranger = agency.otherCaseworker
  const sent = await Promise.all([
    test_.send(stranger, contract.readFindings, { params: params() }),
    test_.send(stranger, contract.addNeed, { params: params(), input: needInput() }),
    test_.send(stranger, contract.endNeed, {
      params: at,
      input: { version: 1, outcome: 'met' },
    }),
  ])
  expect(sent.map(({ status }) => status)).toEqual([404, 404, 404])
  const elsewhere = await openTestCase(test_, agency)
  const wrongCase = await test_.send(worker, contract.endNeed, {
    params: { ...at, caseId: elsewhere.caseId },
    input: { version: 1, outcome: 'met' },
  })
  expect(wrongCase.status).toBe(404)
})

test('A need is of somebody of this case, and of nobody else', async () => {
  const { clientId: stranger } = await openTestCase(test_, await makeAgency(test_, 'Elsewhere'))
  const added = await test_.send(worker, contract.addNeed, {
    params: params(),
    input: needInput({ personId: stranger }),
  })
  expect(added.error?.code).toBe('not_found')
  const { need, at } = await addNeed({ personId: open.childId })
  const { id: _id, ...words } = needInput({ personId: stranger })
  const changed = await test_.send(worker, contract.changeNeed, {
    params: at,
    input: { ...words, version: need.version },
  })
  expect(changed.error?.code).toBe('not_found')
})

test('A character that no text can hold is refused with its place', async () => {
  const refused = await test_.send(worker, contract.addProblem, {
    params: params(),
    input: { id: newId(), ...food, clientWords: 'bread\0' },
  })
  expect(refused.status).toBe(400)
  expect(refused.error?.paths).toEqual([
    { path: 'clientWords', code: 'character_not_allowed', facts: {} },
  ])
})
