import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { dueFacts } from './due-facts.ts'
import type { DueFacts } from './due-facts.ts'
import { dueFactsOf } from './due-item.ts'
import { dueRules } from './due-rules.ts'
import { dueItems } from './due-items.ts'

const today = '2026-11-21'
const ago = (days: number) => addDays(today, -days)
const ahead = (days: number) => addDays(today, days)
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const manager = id(1)
const colleague = id(2)

/** A case in good order, seen yesterday: nothing is due. */
const calm: DueFacts = {
  status: 'open',
  openedOn: ago(60),
  closedOn: null,
  riskLevel: 'normal',
  managerId: manager,
  contactEveryDays: 14,
  reviewEveryDays: 90,
  contacts: [{ on: ago(1), reached: true }],
  lastReviewOn: null,
  nextReviewOn: null,
  assessments: [
    {
      id: id(10),
      title: { fa: 'افسردگی', en: 'Depression' },
      dataGroup: 'health',
      status: 'completed',
      startedOn: ago(50),
      completedOn: ago(50),
      clientViewTold: true,
      startedBy: manager,
    },
  ],
  worseScores: [],
  needs: [],
  plans: [
    {
      id: id(20),
      edition: 1,
      status: 'in_force',
      createdOn: ago(45),
      proposedOn: ago(40),
      answeredOn: ago(38),
      inForceOn: ago(38),
    },
  ],
  goals: [],
  actions: [],
  tasks: [],
  referrals: [],
  consents: [],
  draftNotes: [],
  followUps: [],
}

const shelter = {
  id: id(30),
  number: 1,
  statement: 'A safe place to sleep',
  severity: 3,
  urgency: 'normal' as const,
  foundOn: ago(4),
  settled: false,
  goals: 0,
}
const [assessed] = calm.assessments
const [plan] = calm.plans
const referral = {
  id: id(40),
  needId: shelter.id,
  consentId: id(50),
  service: 'Family counselling',
  organisation: 'Omid Counselling',
  status: 'sent' as const,
  outcome: null,
  sentOn: ago(8),
  changedOn: ago(8),
  answerExpectedOn: ago(5),
}
const consent = { id: id(50), recipient: 'Omid Counselling', untilOn: ahead(10) }
const goal = {
  id: id(60),
  number: 1,
  words: 'Sleep at night',
  since: ago(38),
  lastProgressOn: ago(29),
}
const task = {
  id: id(70),
  kind: 'task' as const,
  title: 'Copy of the birth certificate',
  dueOn: today,
  time: null,
  place: '',
  workerId: colleague,
}

const brief = (facts: Partial<DueFacts>) =>
  dueItems({ ...calm, ...facts }, today).map(
    ({ rule, level, dueOn }) => `${rule} ${level} ${dueOn}`,
  )

test('a case in good order asks for nothing', () => {
  expect(dueItems(calm, today)).toEqual([])
})

test.each<[string, Partial<DueFacts>, string[]]>([
  [
    '19 days without contact where the model asks for one every 14',
    { contacts: [{ on: ago(19), reached: true }] },
    [`contact_due urgent ${ago(5)}`],
  ],
  [
    'the 14th day is today',
    { contacts: [{ on: ago(14), reached: true }] },
    [`contact_due watch ${today}`],
  ],
  [
    'a contact due within the week is shown ahead of its day',
    { contacts: [{ on: ago(9), reached: true }] },
    [`contact_due normal ${ahead(5)}`],
  ],
  [
    'late contact with somebody in crisis is a crisis',
    { contacts: [{ on: ago(15), reached: true }], riskLevel: 'crisis' },
    [`contact_due crisis ${ago(1)}`],
  ],
  [
    'no contact at all counts from the opening',
    { contacts: [], openedOn: ago(16) },
    [`contact_due urgent ${ago(2)}`],
  ],
  [
    'a call nobody answered is no contact',
    {
      contacts: [
        { on: ago(1), reached: false },
        { on: ago(20), reached: true },
      ],
    },
    [`contact_due urgent ${ago(6)}`],
  ],
  ['a model without an interval asks for no contact', { contacts: [], contactEveryDays: null }, []],
  [
    'two tries in a row reached nobody',
    {
      contacts: [
        { on: ago(1), reached: false },
        { on: ago(3), reached: false },
        { on: ago(5), reached: true },
      ],
    },
    [`contacts_missed watch ${ago(1)}`],
  ],
  [
    'three tries in a row reached nobody',
    {
      contacts: [
        { on: ago(1), reached: false },
        { on: ago(2), reached: false },
        { on: ago(3), reached: false },
        { on: ago(5), reached: true },
      ],
    },
    [`contacts_missed urgent ${ago(1)}`],
  ],
  [
    'tries before the last talk are forgotten',
    {
      contacts: [
        { on: ago(1), reached: true },
        { on: ago(2), reached: false },
        { on: ago(3), reached: false },
      ],
    },
    [],
  ],
])('contact: %s', (_name, facts, expected) => {
  expect(brief(facts).filter((item) => item.startsWith('contact'))).toEqual(expected)
})

test.each<[string, Partial<DueFacts>, string[]]>([
  [
    'no assessment by the 14th day',
    { assessments: [], openedOn: ago(15), plans: [] },
    [`assessment_missing urgent ${ago(1)}`],
  ],
  [
    'a draft is not yet an assessment',
    {
      assessments: [{ ...assessed!, status: 'draft', startedOn: ago(2), completedOn: null }],
      openedOn: ago(14),
      plans: [],
    },
    [`assessment_missing watch ${today}`],
  ],
  [
    'an assessment without the client’s own view or the reason why',
    { assessments: [{ ...assessed!, clientViewTold: false, startedOn: ago(8) }] },
    [`client_view_missing urgent ${ago(1)}`],
  ],
])('assessment: %s', (_name, facts, expected) => {
  expect(brief(facts)).toEqual(expected)
})

test.each<[string, Partial<DueFacts>, string[]]>([
  [
    'a need of severity 3 that nobody answers stays on the list from its first day',
    { needs: [shelter] },
    [`need_unanswered normal ${ahead(10)}`],
  ],
  [
    'after 14 days it is urgent',
    { needs: [{ ...shelter, foundOn: ago(15) }] },
    [`need_unanswered urgent ${ago(1)}`],
  ],
  [
    'a need in crisis is a crisis at once',
    { needs: [{ ...shelter, urgency: 'crisis', foundOn: today }] },
    [`need_unanswered crisis ${ahead(3)}`],
  ],
  ['a need of severity 1 asks for no goal', { needs: [{ ...shelter, severity: 1 }] }, []],
  ['a goal answers it', { needs: [{ ...shelter, goals: 1 }] }, []],
  ['a reason answers it', { needs: [{ ...shelter, settled: true }] }, []],
  ['assessed, and no plan begun', { plans: [] }, [`plan_not_proposed urgent ${ago(36)}`]],
  [
    'a draft asks to be proposed',
    { plans: [{ ...plan!, status: 'draft', createdOn: ago(14) }] },
    [`plan_not_proposed watch ${today}`],
  ],
  [
    'a proposed plan waits for the client',
    { plans: [{ ...plan!, status: 'proposed', proposedOn: ago(3) }] },
    [`plan_awaits_agreement normal ${ahead(4)}`],
  ],
  [
    'an agreed plan waits for its signature',
    { plans: [{ ...plan!, status: 'partly_agreed', answeredOn: ago(4) }] },
    [`plan_to_sign urgent ${ago(1)}`],
  ],
  [
    'a refused plan asks for another way',
    { plans: [{ ...plan!, status: 'refused', answeredOn: ago(2) }] },
    [`plan_refused normal ${ahead(12)}`],
  ],
  [
    'a refused new edition asks for nothing while the old one is in force',
    { plans: [plan!, { ...plan!, id: id(21), edition: 2, status: 'refused' }] },
    [],
  ],
  [
    'an action past its day',
    { actions: [{ id: id(80), what: 'Apply', goalNumber: 1, dueOn: ago(2), workerId: null }] },
    [`action_due urgent ${ago(2)}`],
  ],
  [
    'an action far ahead',
    { actions: [{ id: id(80), what: 'Apply', goalNumber: 1, dueOn: ahead(8), workerId: null }] },
    [],
  ],
])('plan: %s', (_name, facts, expected) => {
  expect(brief(facts)).toEqual(expected)
})

test.each<[string, Partial<DueFacts>, string[]]>([
  [
    'a partner silent since its expected day',
    { referrals: [referral] },
    [`referral_silent watch ${ago(5)}`],
  ],
  [
    'silent for more than a week past it',
    { referrals: [{ ...referral, sentOn: ago(20), answerExpectedOn: ago(8) }] },
    [`referral_silent urgent ${ago(8)}`],
  ],
  [
    'without an expected day a week is waited',
    { referrals: [{ ...referral, answerExpectedOn: null }] },
    [`referral_silent watch ${ago(1)}`],
  ],
  [
    'on its expected day it is not yet silent',
    { referrals: [{ ...referral, answerExpectedOn: today }] },
    [],
  ],
  [
    'declined, and nothing else for the need',
    {
      needs: [{ ...shelter, goals: 1 }],
      referrals: [{ ...referral, status: 'declined', changedOn: ago(1) }],
    },
    [`referral_without_help urgent ${ahead(2)}`],
  ],
  [
    'ended without a place',
    {
      needs: [{ ...shelter, severity: 2, goals: 1 }],
      referrals: [{ ...referral, status: 'completed', outcome: 'no_capacity', changedOn: ago(1) }],
    },
    [`referral_without_help watch ${ahead(2)}`],
  ],
  [
    'declined, and another referral is on its way',
    {
      needs: [{ ...shelter, goals: 1 }],
      referrals: [
        { ...referral, status: 'declined' },
        { ...referral, id: id(41), status: 'accepted' },
      ],
    },
    [],
  ],
  [
    'declined, but the need was met otherwise',
    { needs: [{ ...shelter, settled: true }], referrals: [{ ...referral, status: 'declined' }] },
    [],
  ],
  [
    'a consent that ends within two weeks while a referral rests on it',
    { consents: [consent], referrals: [{ ...referral, status: 'started' }] },
    [`consent_ending watch ${ahead(10)}`],
  ],
  [
    'three days before its end it is urgent',
    {
      consents: [{ ...consent, untilOn: ahead(3) }],
      referrals: [{ ...referral, status: 'waiting' }],
    },
    [`consent_ending urgent ${ahead(3)}`],
  ],
  [
    'no referral rests on it any more',
    { consents: [consent], referrals: [{ ...referral, status: 'completed', outcome: 'got_help' }] },
    [],
  ],
  [
    'it ends in 15 days',
    {
      consents: [{ ...consent, untilOn: ahead(15) }],
      referrals: [{ ...referral, status: 'started' }],
    },
    [],
  ],
])('linking: %s', (_name, facts, expected) => {
  expect(brief(facts)).toEqual(expected)
})

test.each<[string, Partial<DueFacts>, string[]]>([
  [
    'a goal without progress for two contact intervals',
    { goals: [goal] },
    [`goal_stalled watch ${ago(1)}`],
  ],
  ['progress within two intervals', { goals: [{ ...goal, lastProgressOn: ago(28) }] }, []],
  [
    'a goal never judged counts from the day its plan came into force',
    { goals: [{ ...goal, lastProgressOn: null, since: ago(40) }] },
    [`goal_stalled watch ${ago(12)}`],
  ],
  ['a task of today', { tasks: [task] }, [`task_due watch ${today}`]],
  [
    'an appointment of tomorrow',
    { tasks: [{ ...task, kind: 'appointment', dueOn: ahead(1), time: '10:30' }] },
    [`appointment_due normal ${ahead(1)}`],
  ],
  ['a task of next month', { tasks: [{ ...task, dueOn: ahead(30) }] }, []],
  [
    'a note begun four days ago and not signed',
    {
      draftNotes: [
        { id: id(90), authorId: colleague, startedOn: ago(4), contactKind: 'home_visit' },
      ],
    },
    [`note_unsigned urgent ${ago(1)}`],
  ],
  [
    'a score worse beyond error of measurement',
    { worseScores: [worse(ago(3))] },
    [`score_worse urgent ${ago(3)}`],
  ],
  [
    'a review after the score answers it',
    { worseScores: [worse(ago(3))], lastReviewOn: ago(2) },
    [],
  ],
  ['90 days without a review', { openedOn: ago(90) }, [`review_due watch ${today}`]],
  [
    'the day the last review set comes before the interval',
    { lastReviewOn: ago(20), nextReviewOn: ago(1) },
    [`review_due urgent ${ago(1)}`],
  ],
  ['a review set for next month', { lastReviewOn: ago(200), nextReviewOn: ahead(30) }, []],
])('monitoring and review: %s', (_name, facts, expected) => {
  expect(brief(facts)).toEqual(expected)
})

test('a closed case asks for its follow-ups, tasks and unsigned notes, and for nothing else', () => {
  const items = brief({
    status: 'closed',
    closedOn: ago(31),
    contacts: [],
    needs: [shelter],
    referrals: [referral],
    tasks: [task],
    draftNotes: [{ id: id(90), authorId: colleague, startedOn: ago(3), contactKind: null }],
    followUps: [
      { id: id(91), months: 1, dueOn: ago(1) },
      { id: id(92), months: 3, dueOn: ahead(60) },
    ],
  })
  expect(items).toEqual([
    `task_due watch ${today}`,
    `note_unsigned watch ${today}`,
    `follow_up_due urgent ${ago(1)}`,
  ])
})

test('whose work it is: the one named, else the case manager', () => {
  const items = dueItems(
    {
      ...calm,
      tasks: [task],
      draftNotes: [{ id: id(90), authorId: colleague, startedOn: ago(4), contactKind: null }],
      actions: [
        { id: id(80), what: 'Apply', goalNumber: 1, dueOn: today, workerId: null },
        { id: id(81), what: 'Accompany', goalNumber: 1, dueOn: today, workerId: colleague },
      ],
    },
    today,
  )
  expect(items.map(({ rule, workerId }) => [rule, workerId === colleague])).toEqual([
    ['action_due', false],
    ['action_due', true],
    ['task_due', true],
    ['note_unsigned', true],
  ])
})

test('what comes from notes, plan or health is readable only with that group', () => {
  const items = dueItems(
    {
      ...calm,
      assessments: [{ ...assessed!, clientViewTold: false }],
      goals: [goal],
      draftNotes: [{ id: id(90), authorId: colleague, startedOn: ago(4), contactKind: null }],
      worseScores: [worse(ago(3))],
      tasks: [task],
    },
    today,
  )
  expect(Object.fromEntries(items.map(({ rule, dataGroup }) => [rule, dataGroup]))).toEqual({
    client_view_missing: 'health',
    goal_stalled: 'plan',
    note_unsigned: 'notes',
    score_worse: 'health',
    task_due: 'core',
  })
})

function worse(on: string): DueFacts['worseScores'][number] {
  return {
    assessmentId: id(10),
    dataGroup: 'health',
    title: { en: 'PHQ-9' },
    scale: { en: 'Depression' },
    on,
    before: 9,
    now: 17,
  }
}

const anyDay = fc.integer({ min: -120, max: 120 }).map((days) => addDays(today, days))
const anyFacts = fc.record({
  status: fc.constantFrom('open' as const, 'closed' as const),
  openedOn: anyDay,
  contacts: fc.array(fc.record({ on: anyDay, reached: fc.boolean() }), { maxLength: 5 }),
  lastReviewOn: fc.option(anyDay),
  nextReviewOn: fc.option(anyDay),
  contactEveryDays: fc.option(fc.integer({ min: 1, max: 60 })),
  worseScores: fc.array(anyDay.map(worse), { maxLength: 3 }),
  needs: fc.array(
    fc.record({ severity: fc.integer({ min: 0, max: 4 }), foundOn: anyDay, settled: fc.boolean() }),
    { maxLength: 4 },
  ),
  referrals: fc.array(
    fc.record({
      status: fc.constantFrom('sent' as const, 'declined' as const, 'completed' as const),
      changedOn: anyDay,
      answerExpectedOn: fc.option(anyDay),
    }),
    { maxLength: 4 },
  ),
})

test('whatever the facts, keys are unique, facts fit their rule, and elements are the rule’s', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (drawn, day) => {
      const facts = dueFacts.parse({
        ...calm,
        ...drawn,
        closedOn: drawn.status === 'closed' ? ago(1) : null,
        needs: drawn.needs.map((need, n) => ({ ...shelter, ...need, id: id(300 + n) })),
        referrals: drawn.referrals.map((each, n) => ({ ...referral, ...each, id: id(400 + n) })),
      })
      const items = dueItems(facts, day)
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
      for (const item of items) {
        expect(dueFactsOf[item.rule].safeParse(item.facts).success).toBe(true)
        expect(item.element).toBe(dueRules[item.rule].element)
      }
    }),
  )
})
