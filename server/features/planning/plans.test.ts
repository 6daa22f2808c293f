import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addNeed, addStrength, endNeed } from '@peyvand/domain/assessment/contract.ts'
import * as contract from '@peyvand/domain/planning/contract.ts'
import type { InputOf, AnswerOf, SentInput } from '@peyvand/domain/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
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
  await test_.owner.query(
    `update practice_model set content = content || '{"planSections": ["intervention", "crisis"]}'`,
  )
})
afterAll(() => test_.close())
beforeEach(async () => {
  open = await openTestCase(test_, agency)
})

type Plan = AnswerOf<typeof contract.readPlan>

const inCase = () => ({ caseId: open.caseId })
const sections: InputOf<typeof contract.writeSections>['sections'] = {
  intervention: { words: 'بازدید هر دو هفته' },
  crisis: { none: 'بحرانی پیش‌بینی نمی‌شود.' },
}

async function makeNeed(severity: 0 | 1 | 2 | 3 | 4 = 3, statement = 'نگهداری باران پس از مدرسه') {
  const input = {
    id: newId(),
    level: 'family' as const,
    domain: 'caregiving' as const,
    statement,
    severity,
    whoseView: 'client' as const,
  }
  return await test_.ask(worker, addNeed, { params: inCase(), input })
}

async function startPlan(): Promise<Plan> {
  return await test_.ask(worker, contract.startPlan, {
    params: inCase(),
    input: { id: newId() },
  })
}

const at = (plan: Plan) => ({ ...inCase(), planId: plan.id })

function goalInput(needIds: string[], more: Partial<SentInput<typeof contract.addGoal>> = {}) {
  return {
    id: newId(),
    needIds,
    clientWords: 'باران تا ساعت ۴ جای مطمئنی باشد.',
    professionalWords: 'مراقبت پایدار پس از مدرسه',
    targetOn: '2026-12-20',
    ...more,
  }
}

async function addGoal(plan: Plan, needIds: string[], more = {}): Promise<Plan> {
  return await test_.ask(worker, contract.addGoal, {
    params: at(plan),
    input: goalInput(needIds, more),
  })
}

async function addAction(plan: Plan, more = {}): Promise<Plan> {
  return await test_.ask(worker, contract.addAction, {
    params: { ...inCase(), goalId: plan.goals[0]?.id ?? '' },
    input: {
      id: newId(),
      kind: 'support_network',
      what: 'هماهنگی نوبتی با دو همسایه',
      who: 'client',
      ...more,
    },
  })
}

/** A plan with one need, one goal and its sections, ready to be proposed. */
async function readyPlan(): Promise<Plan> {
  const need = await makeNeed()
  const plan = await addGoal(await startPlan(), [need.id])
  return await test_.ask(worker, contract.writeSections, {
    params: at(plan),
    input: { version: plan.version, sections },
  })
}

async function propose(plan: Plan): Promise<Plan> {
  return await test_.ask(worker, contract.proposePlan, {
    params: at(plan),
    input: { textHash: plan.textHash },
  })
}

const typed = { kind: 'typed' as const, name: 'ریحانه مرادیان' }

function answerInput(plan: Plan, more: Partial<SentInput<typeof contract.recordAgreement>> = {}) {
  return {
    id: newId(),
    textHash: plan.textHash,
    personId: open.clientId,
    signature: typed,
    goalAnswers: plan.goals.map(({ id }) => ({ goalId: id, answer: 'accepted' as const })),
    ...more,
  }
}

const answer = (plan: Plan, more = {}) =>
  test_.send(worker, contract.recordAgreement, {
    params: at(plan),
    input: answerInput(plan, more),
  })

const putInForce = (plan: Plan) =>
  test_.send(worker, contract.putPlanInForce, {
    params: at(plan),
    input: { textHash: plan.textHash },
  })

async function planInForce(): Promise<Plan> {
  const proposed = await propose(await addAction(await readyPlan()))
  await answer(proposed)
  return (await putInForce(proposed)).body
}

test('From needs to a plan in force: goals in her words, actions, proposal, signature', async () => {
  const ready = await addAction(await readyPlan())
  expect(ready).toMatchObject({
    edition: 1,
    status: 'draft',
    gaps: [],
    goals: [{ number: 1, clientWords: 'باران تا ساعت ۴ جای مطمئنی باشد.' }],
    nextSteps: ['propose'],
    client: { givenName: 'ریحانه' },
    manager: { fullName: 'Samaneh Karimpour' },
  })
  const proposed = await propose(ready)
  expect(proposed).toMatchObject({ status: 'proposed', proposedAt: test_.clock.now })
  const agreed = await answer(proposed)
  expect(agreed.body).toMatchObject({
    status: 'agreed',
    agreements: [{ answer: 'agreed', how: 'signature', signature: typed, toTheseWords: true }],
  })
  const inForce = await putInForce(agreed.body)
  expect(inForce.body).toMatchObject({ status: 'in_force', inForceOn: '2026-11-21', nextSteps: [] })
})

test('A need of severity 2 or more without a goal or a reason holds the proposal back', async () => {
  const ready = await readyPlan()
  const food = await makeNeed(2, 'غذای کافی تا آخر ماه')
  await makeNeed(1, 'کتاب برای آرمین')
  const seen = await test_.ask(worker, contract.readPlan, { params: at(ready) })
  expect(seen.gaps).toEqual([{ code: 'need_unanswered', needId: food.id, number: food.number }])
  const refused = await test_.send(worker, contract.proposePlan, {
    params: at(ready),
    input: { textHash: seen.textHash },
  })
  expect(refused.error).toMatchObject({
    code: 'plan_not_complete',
    facts: { gaps: [{ code: 'need_unanswered', number: food.number }] },
  })
  await test_.owner.query(
    `update need set set_aside = 'client_wish', set_aside_reason = 'Later', set_aside_by = $2,
      set_aside_on = '2026-11-21' where id = $1`,
    [food.id, worker.id],
  )
  const proposed = await propose(seen)
  expect(proposed.status).toBe('proposed')
})

test('A goal answers at least one open need of this very case', async () => {
  const plan = await startPlan()
  const add = (input: SentInput<typeof contract.addGoal>) =>
    test_.send(worker, contract.addGoal, { params: at(plan), input })
  expect((await add(goalInput([]))).error?.code).toBe('goal_without_need')
  expect((await add(goalInput([newId()]))).error?.code).toBe('need_unknown')
  const ended = await makeNeed()
  await test_.ask(worker, endNeed, {
    params: { ...inCase(), needId: ended.id },
    input: { version: 1, outcome: 'met' },
  })
  expect((await add(goalInput([ended.id]))).error?.code).toBe('need_unknown')
  const need = await makeNeed()
  const strange = await add(goalInput([need.id], { strengthIds: [newId()] }))
  expect(strange.error?.code).toBe('strength_unknown')
  const wordless = await add(goalInput([need.id], { clientWords: ' ' }))
  expect(wordless.error).toMatchObject({ code: 'reason_missing' })
})

test('A goal is changed with its needs, strengths and scale; an older sight of it is refused', async () => {
  const [need, other] = [await makeNeed(), await makeNeed(2, 'خواب')]
  const strengthId = newId()
  await test_.ask(worker, addStrength, {
    params: inCase(),
    input: {
      id: strengthId,
      level: 'environment',
      domain: 'social_participation',
      kind: 'resource',
      what: 'اعتماد همسایه‌ها',
      whoseView: 'client',
    },
  })
  const plan = await addGoal(await startPlan(), [need.id])
  const goal = plan.goals[0]
  const params = { ...inCase(), goalId: goal?.id ?? '' }
  const { id: _id, ...words } = goalInput([other.id], {
    strengthIds: [strengthId],
    scale: { '-2': 'هیچ جایی نیست', '0': 'سه روز', '1': ' ' },
    baseline: -2,
    readiness: 7,
  })
  const input = { version: 1, ...words }
  const changed = await test_.ask(worker, contract.changeGoal, { params, input })
  expect(changed.goals[0]).toMatchObject({
    needIds: [other.id],
    strengthIds: [strengthId],
    scale: { '-2': 'هیچ جایی نیست', '0': 'سه روز' },
    levelNow: -2,
    readiness: 7,
    version: 2,
  })
  expect(changed.goals[0]?.scale).not.toHaveProperty('1')
  const stale = await test_.send(worker, contract.changeGoal, { params, input })
  expect(stale.error).toMatchObject({
    code: 'stale_version',
    facts: { current: { version: 2, needIds: [other.id] } },
  })
})

test('A shallow plan and clashing actions are told to the author and lock nothing', async () => {
  const need = await makeNeed()
  const plan = await addGoal(await startPlan(), [need.id], {
    clientWords: '',
    clientWordsMissing: 'هنوز حرف نمی‌زند.',
    targetOn: null,
  })
  await addAction(plan)
  const twice = await addAction(plan, { what: 'هماهنگی نوبتی با دو همسایه.' })
  expect(twice.remarks.map(({ code }) => code)).toEqual([
    'no_client_words',
    'no_strength',
    'scale_incomplete',
    'no_target',
  ])
  expect(twice.clashes).toMatchObject([{ code: 'repeats' }])
  const actions = twice.goals[0]?.actions ?? []
  const dropped = await test_.ask(worker, contract.moveAction, {
    params: { ...inCase(), actionId: actions[1]?.id ?? '' },
    input: { version: 1, status: 'dropped', reason: 'Twice' },
  })
  expect(dropped.clashes).toEqual([])
  const written = await test_.ask(worker, contract.writeSections, {
    params: at(plan),
    input: { version: plan.version, sections },
  })
  expect((await propose(written)).status).toBe('proposed')
})

test('What was signed is what stands: a plan changed since is refused', async () => {
  const proposed = await propose(await readyPlan())
  const change = await test_.send(worker, contract.addGoal, {
    params: at(proposed),
    input: goalInput([proposed.needs[0]?.id ?? '']),
  })
  expect(change.error).toMatchObject({ code: 'plan_step_not_lawful' })

  const back = await test_.ask(worker, contract.takeBackPlan, {
    params: at(proposed),
    input: { version: proposed.version, reason: 'دوشنبه، نه شنبه' },
  })
  expect(back).toMatchObject({ status: 'draft', takenBackReason: 'دوشنبه، نه شنبه' })
  const again = await propose(await addAction(back))
  const old = await answer(proposed)
  expect(old.error?.code).toBe('plan_changed_since')
  expect((await putInForce(proposed)).error?.code).toBe('plan_changed_since')
  expect((await answer(again)).body.status).toBe('agreed')
})

test('An answer does not stand when a need it speaks of was written anew before the plan is in force', async () => {
  const proposed = await propose(await readyPlan())
  await answer(proposed)
  await test_.owner.query(`update need set statement = 'Something else' where id = $1`, [
    proposed.needs[0]?.id,
  ])
  const now = await test_.ask(worker, contract.readPlan, { params: at(proposed) })
  expect(now.agreements[0]?.toTheseWords).toBe(false)
  expect((await putInForce(now)).error?.code).toBe('plan_changed_since')
})

test('Goals are accepted and refused one by one, each refusal in the client’s words', async () => {
  const ready = await readyPlan()
  const second = await makeNeed(2, 'گفت‌وگوی دو خانواده')
  const proposed = await propose(
    await addGoal(ready, [second.id], { clientWords: 'نمی‌خواهم کسی با آن‌ها حرف بزند.' }),
  )
  const [first, mediation] = proposed.goals.map(({ id }) => id)
  const answers = (words: string) => ({
    goalAnswers: [
      { goalId: first, answer: 'accepted' },
      { goalId: mediation, answer: 'refused', words },
    ],
  })
  const wordless = await answer(proposed, answers(''))
  expect(wordless.error).toMatchObject({ code: 'reason_missing', facts: { goalId: mediation } })
  const partly = await answer(proposed, {
    ...answers('تا وقتی پیامک تهدید می‌آید، نه.'),
    signature: null,
    words: 'پای تلفن خواندم؛ همه را جز این پذیرفت.',
  })
  expect(partly.body).toMatchObject({
    status: 'partly_agreed',
    goals: [{ refused: false }, { refused: true }],
    agreements: [{ how: 'recorded_word' }],
  })
  expect((await putInForce(partly.body)).body.status).toBe('in_force')
  const next = await startPlan()
  expect(next.goals.map(({ number }) => number)).toEqual([1])
  expect(next.gaps).toMatchObject([{ code: 'need_unanswered', number: second.number }])
})

test('Refusal never blocks care: the edition before stays in force, and a new one can be begun', async () => {
  const before = await planInForce()
  const proposed = await propose(await startPlan())
  const no = proposed.goals.map(({ id }) => ({ goalId: id, answer: 'refused', words: 'نه' }))
  const refused = await answer(proposed, { goalAnswers: no })
  expect(refused.body.status).toBe('refused')
  expect((await putInForce(refused.body)).error?.code).toBe('plan_step_not_lawful')
  const still = await test_.ask(worker, contract.readPlan, { params: at(before) })
  expect(still.status).toBe('in_force')
  const next = await startPlan()
  expect(next.edition).toBe(3)
  const changedMind = await answer(refused.body)
  expect(changedMind.error).toMatchObject({
    code: 'plan_already_in_hand',
    facts: { planId: next.id },
  })
})

test('Where choice meets its limit, the plan says which limit and who decided', async () => {
  const proposed = await propose(await readyPlan())
  const limited = await answer(proposed, {
    goalAnswers: proposed.goals.map(({ id }) => ({ goalId: id, answer: 'refused', words: 'نه' })),
    limit: {
      kind: 'court_order',
      words: 'Visits of the children are supervised.',
      decidedBy: 'Branch 12 of the family court, 20 November',
    },
  })
  const inForce = await putInForce(limited.body)
  expect(inForce.body).toMatchObject({
    status: 'in_force',
    agreements: [{ answer: 'refused', limit: { kind: 'court_order' } }],
  })
})

test('A new edition carries over living goals and actions, and what is done meanwhile comes along', async () => {
  const first = await planInForce()
  const next = await startPlan()
  expect(next).toMatchObject({
    edition: 2,
    goals: [{ number: 1, continues: first.goals[0]?.id, unchanged: true }],
    remarks: expect.arrayContaining([{ code: 'all_unchanged' }]),
  })
  expect(next.goals[0]?.actions).toMatchObject([{ status: 'planned' }])
  const second = await test_.send(worker, contract.startPlan, {
    params: inCase(),
    input: { id: newId() },
  })
  expect(second.error).toMatchObject({
    code: 'plan_already_in_hand',
    facts: { planId: next.id },
  })
  await test_.ask(worker, contract.moveAction, {
    params: { ...inCase(), actionId: first.goals[0]?.actions[0]?.id ?? '' },
    input: { version: 1, status: 'under_way' },
  })
  await test_.owner.query(
    `insert into goal_progress (id, case_id, goal_id, on_day, level, judged_by, created_by)
     values ($1, $2, $3, '2026-11-20', 1, 'shared', $4)`,
    [newId(), open.caseId, first.goals[0]?.id, worker.id],
  )
  const proposed = await propose(next)
  await answer(proposed)
  const inForce = await putInForce(proposed)
  expect(inForce.body.goals[0]).toMatchObject({
    levelNow: 1,
    actions: [{ status: 'under_way' }],
  })
  const { plans } = await test_.ask(worker, contract.listPlans, { params: inCase() })
  expect(plans.map(({ edition, status }) => [edition, status])).toEqual([
    [2, 'in_force'],
    [1, 'superseded'],
  ])
})

test('An action of the plan in force is done or dropped with a reason; its words stay', async () => {
  const plan = await planInForce()
  const params = { ...inCase(), actionId: plan.goals[0]?.actions[0]?.id ?? '' }
  const { kind, what, who } = plan.goals[0]?.actions[0] ?? {
    kind: 'referral',
    what: '',
    who: 'worker',
  }
  const words = await test_.send(worker, contract.changeAction, {
    params,
    input: { version: 1, kind, what: `${what}!`, who },
  })
  expect(words.error?.code).toBe('plan_step_not_lawful')
  const why = await test_.send(worker, contract.moveAction, {
    params,
    input: { version: 1, status: 'dropped' },
  })
  expect(why.error?.code).toBe('reason_missing')
  const done = await test_.ask(worker, contract.moveAction, {
    params,
    input: { version: 1, status: 'done' },
  })
  expect(done.goals[0]?.actions[0]).toMatchObject({ status: 'done', endedOn: '2026-11-21' })
  expect(done.agreements[0]?.toTheseWords).toBe(true)
})

test('A goal taken out of a draft stays readable with the reason, and its need is open again', async () => {
  const ready = await readyPlan()
  const goal = ready.goals[0]
  const ended = await test_.ask(worker, contract.endGoal, {
    params: { ...inCase(), goalId: goal?.id ?? '' },
    input: { version: 1, words: 'با هدف ۲ یکی شد.' },
  })
  expect(ended.goals[0]).toMatchObject({ endedOn: '2026-11-21', endedWords: 'با هدف ۲ یکی شد.' })
  expect(ended.gaps.map(({ code }) => code)).toEqual(['no_goal', 'need_unanswered'])
})

test('A colleague of another agency carries out no action of ours', async () => {
  const elsewhere = await makeAgency(test_, 'Elsewhere')
  const plan = await readyPlan()
  const refused = await test_.send(worker, contract.addAction, {
    params: { ...inCase(), goalId: plan.goals[0]?.id ?? '' },
    input: {
      id: newId(),
      kind: 'referral',
      what: 'x',
      who: 'worker',
      workerId: elsewhere.caseworker.id,
    },
  })
  expect(refused.error?.code).toBe('worker_unknown')
})

test('A closed case takes no new edition, and a repeated command makes no second one', async () => {
  const id = newId()
  const commandId = newId()
  const send = () =>
    test_.send(worker, contract.startPlan, { params: inCase(), input: { id }, commandId })
  const first = await send()
  expect((await send()).body).toEqual(first.body)
  expect((await test_.ask(worker, contract.listPlans, { params: inCase() })).plans).toHaveLength(1)
  await test_.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [open.caseId],
  )
  const closed = await test_.send(worker, contract.writeSections, {
    params: at(first.body),
    input: { version: 1, sections },
  })
  expect(closed.error?.code).toBe('case_closed')
})

test('Eight answers at once leave one plan with eight answers, the newest counting', async () => {
  const proposed = await propose(await readyPlan())
  const sent = await Promise.all(Array.from({ length: 8 }, () => answer(proposed)))
  expect(sent.map(({ status }) => status)).toEqual(Array(8).fill(200))
  const read = await test_.ask(worker, contract.readPlan, { params: at(proposed) })
  expect(read.agreements).toHaveLength(8)
  expect(read.status).toBe('agreed')
})

test('A worker of another team gets 404, and a colleague without the plan group sees no plan', async () => {
  const plan = await readyPlan()
  const stranger = agency.otherCaseworker
  const sent = await Promise.all([
    test_.send(stranger, contract.listPlans, { params: inCase() }),
    test_.send(stranger, contract.readPlan, { params: at(plan) }),
    test_.send(stranger, contract.startPlan, { params: inCase(), input: { id: newId() } }),
    test_.send(stranger, contract.recordAgreement, { params: at(plan), input: answerInput(plan) }),
    test_.send(stranger, contract.putPlanInForce, {
      params: at(plan),
      input: { textHash: plan.textHash },
    }),
  ])
  expect(sent.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])

  const teacher = await makeWorker(test_, agency.id, 'Sara Motamedi', ['caseworker'])
  await test_.owner.query(
    `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
     values ($1, $2, $3, 'teacher', '{core,school}', true, '2026-11-01', $4)`,
    [newId(), open.caseId, teacher.id, worker.id],
  )
  await test_.owner.query('select derive_access($1, $2)', [open.caseId, teacher.id])
  expect(await test_.ask(teacher, contract.listPlans, { params: inCase() })).toEqual({
    plans: [],
    mayWrite: false,
  })
  expect((await test_.send(teacher, contract.readPlan, { params: at(plan) })).status).toBe(404)
  const write = await test_.send(teacher, contract.startPlan, {
    params: inCase(),
    input: { id: newId() },
  })
  expect(write.error?.code).toBe('may_not_write')
})
