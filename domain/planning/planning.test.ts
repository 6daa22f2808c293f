import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionClashes } from './action-clashes.ts'
import type { GoalAnswer } from './agreement.ts'
import { answerToPlan, whyNotPutInForce, whyNotRecordAnswer } from './agreement.ts'
import { clientPage } from './client-page.ts'
import { planRemarks } from './plan-remarks.ts'
import { inHand, nextPlanSteps, planStatuses } from './plan-steps.ts'
import { planText } from './plan-text.ts'
import type { PlanWords } from './plan-text.ts'
import { likeness, sameWords } from './same-words.ts'
import { sectionsOf } from './sections.ts'
import { proposalGaps, whyNotPropose } from './why-not-propose.ts'
import type { ProposalFacts } from './why-not-propose.ts'

const goal = { id: 'g1', number: 1, needIds: ['n1'], clientWords: 'x', clientWordsMissing: '' }
const whole: ProposalFacts = {
  needs: [{ id: 'n1', number: 1, severity: 3, setAside: false }],
  goals: [goal],
  sections: { intervention: { words: 'Visits every fortnight.' } },
  sectionsAsked: ['intervention'],
}

describe('proposing a plan', () => {
  const table: [string, Partial<ProposalFacts>, string[]][] = [
    ['a plan that answers every need is ready', {}, []],
    [
      'a need of severity 2 without a goal holds it back',
      {
        needs: [...whole.needs, { id: 'n2', number: 2, severity: 2, setAside: false }],
      },
      ['need_unanswered'],
    ],
    [
      'a slight need may stay without a goal',
      {
        needs: [...whole.needs, { id: 'n2', number: 2, severity: 1, setAside: false }],
      },
      [],
    ],
    [
      'a need set aside with a reason is answered',
      {
        needs: [...whole.needs, { id: 'n2', number: 2, severity: 4, setAside: true }],
      },
      [],
    ],
    [
      'a goal answers a need',
      { goals: [goal, { ...goal, id: 'g2', needIds: [] }] },
      ['goal_without_need'],
    ],
    [
      'a goal says what the client says, or why not',
      {
        goals: [{ ...goal, clientWords: '' }],
      },
      ['goal_without_words'],
    ],
    [
      'the reason why the client’s words are missing is enough',
      {
        goals: [{ ...goal, clientWords: '', clientWordsMissing: 'Cannot speak yet.' }],
      },
      [],
    ],
    ['an empty section says none and why', { sections: {} }, ['section_empty']],
    [
      'a section may say none, with why',
      {
        sections: { intervention: { none: 'Only coordination.' } },
      },
      [],
    ],
    [
      'a plan without a goal lacks everything at once',
      { goals: [], sections: {} },
      ['no_goal', 'need_unanswered', 'section_empty'],
    ],
  ]
  it.each(table)('%s', (_when, facts, expected) => {
    expect(proposalGaps({ ...whole, ...facts }).map(({ code }) => code)).toEqual(expected)
    expect(whyNotPropose({ ...whole, ...facts }) === undefined).toBe(expected.length === 0)
  })

  it('never holds back a plan whose every grave need has a goal', () => {
    const need = fc.record({
      id: fc.uuid(),
      number: fc.nat(),
      severity: fc.integer({ min: 0, max: 4 }),
      setAside: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(need, { minLength: 1, selector: ({ id }) => id }), (needs) => {
        const goals = needs.map(({ id }, index) => ({ ...goal, id: `g${index}`, needIds: [id] }))
        expect(whyNotPropose({ ...whole, needs, goals })).toBeUndefined()
      }),
    )
  })
})

describe('the steps of a plan', () => {
  it('changes words only in a draft, and leaves nothing to do once in force', () => {
    expect(nextPlanSteps('draft')).toEqual(['propose'])
    expect(nextPlanSteps('in_force')).toEqual([])
    expect(nextPlanSteps('superseded')).toEqual([])
    expect(planStatuses.filter((status) => nextPlanSteps(status).includes('take_back'))).toEqual([
      'proposed',
      'agreed',
      'partly_agreed',
      'refused',
    ])
    expect(inHand).not.toContain('refused')
  })

  it('asks the practice model for sections, and has one where the model is silent', () => {
    expect(sectionsOf({ planSections: ['crisis', 'safety_plan'], weight: 3 })).toEqual([
      'crisis',
      'safety_plan',
    ])
    expect(sectionsOf({ weight: 3 })).toEqual(['intervention'])
    expect(sectionsOf(null)).toEqual(['intervention'])
  })
})

describe('remarks to the author', () => {
  const full = {
    id: 'g1',
    number: 1,
    clientWords: '«شب‌ها بخوابم.»',
    professionalWords: 'Regular sleep',
    strengthIds: ['s1'],
    scale: { '-2': 'a', '-1': 'b', '0': 'c', '1': 'd', '2': 'e' },
    targetOn: '2027-01-01',
    actions: [{ dueOn: '2026-12-01' }],
    unchanged: false,
  }
  const table: [string, object, string[]][] = [
    ['a full goal is left in peace', {}, []],
    ['no words of the client', { clientWords: '' }, ['no_client_words']],
    [
      'the client’s words are the worker’s',
      { clientWords: 'Regular  sleep!' },
      ['client_words_copied'],
    ],
    ['no strength', { strengthIds: [] }, ['no_strength']],
    ['a scale half written', { scale: { '0': 'c' } }, ['scale_incomplete']],
    ['no day and no action', { targetOn: null, actions: [] }, ['no_target', 'no_action']],
    [
      'an action after its goal’s day',
      { actions: [{ dueOn: '2027-02-01' }] },
      ['action_after_target'],
    ],
    ['everything as in the last edition', { unchanged: true }, ['all_unchanged']],
  ]
  it.each(table)('%s', (_when, change, expected) => {
    const remarks = planRemarks({ goals: [{ ...full, ...change }] })
    expect(remarks.map(({ code }) => code)).toEqual(expected)
  })

  it('tells which goal was copied from which', () => {
    const copy = {
      ...full,
      id: 'g2',
      number: 2,
      clientWords: 'other',
      professionalWords: 'regular sleep',
    }
    expect(planRemarks({ goals: [full, copy] })).toEqual([
      { code: 'goal_copied', goalId: 'g2', number: 2, otherNumber: 1 },
    ])
  })
})

describe('actions that clash', () => {
  const action = (id: string, kind: 'referral' | 'mediation' | 'treatment', what: string) => ({
    id,
    goalNumber: 1,
    kind,
    what,
  })
  it('shows the same service asked for twice in other words', () => {
    const actions = [
      action('a', 'referral', 'ارجاع به مرکز مشاورهٔ خواب سپیدار'),
      action('b', 'referral', 'ارجاع به مشاوره خواب در مرکز سپیدار'),
      action('c', 'referral', 'ارجاع به خانهٔ بازی'),
    ]
    expect(actionClashes({ actions, safetyNeeds: [] })).toEqual([
      { code: 'repeats', actionId: 'b', otherId: 'a' },
    ])
  })
  it('shows mediation beside an open need for safety', () => {
    const actions = [action('a', 'mediation', 'Talk between the two families')]
    expect(actionClashes({ actions, safetyNeeds: [4] })).toEqual([
      { code: 'mediation_beside_danger', actionId: 'a', needNumber: 4 },
    ])
    expect(actionClashes({ actions, safetyNeeds: [] })).toEqual([])
  })
  it('takes spelling for no difference, and nothing for nothing', () => {
    expect(sameWords('می‌رود به كلاس', 'می رود به کلاس.')).toBe(true)
    expect(sameWords('', '')).toBe(false)
    expect(likeness('', 'x y')).toBe(0)
    expect(likeness('one two', 'two one')).toBe(1)
  })
})

const words: PlanWords = {
  edition: 3,
  sections: { crisis: { none: 'No sign of one.' }, intervention: { words: 'Visits.' } },
  goals: [
    {
      number: 1,
      clientWords: 'To sleep.',
      clientWordsMissing: '',
      professionalWords: 'Sleep',
      targetOn: '2027-01-01',
      scale: { '0': 'Six nights' },
      needs: ['Rest'],
      strengths: [],
      actions: [
        { kind: 'treatment', what: 'Talk', who: 'worker', whoName: '', dueOn: null, frequency: '' },
      ],
    },
  ],
}

describe('what an agreement is bound to', () => {
  it('does not depend on the order in which sections or goals were written', () => {
    const { intervention, crisis } = words.sections
    const second = { ...words.goals[0], number: 2 } as PlanWords['goals'][number]
    const both = { ...words, goals: [...words.goals, second] }
    const turned = {
      ...both,
      sections: { intervention, crisis },
      goals: both.goals.toReversed(),
    }
    expect(planText(turned)).toBe(planText(both))
  })

  it('changes with any word the client would read', () => {
    const first = words.goals[0]
    if (!first) throw new Error('no goal')
    const changes: PlanWords[] = [
      { ...words, edition: 4 },
      { ...words, sections: { ...words.sections, crisis: { words: 'No sign of one.' } } },
      { ...words, goals: [{ ...first, clientWords: 'To sleep well.' }] },
      { ...words, goals: [{ ...first, targetOn: '2027-01-02' }] },
      { ...words, goals: [{ ...first, scale: { '1': 'Six nights' } }] },
      { ...words, goals: [{ ...first, strengths: ['Patience'] }] },
      { ...words, goals: [{ ...first, actions: [] }] },
    ]
    const texts = new Set([words, ...changes].map(planText))
    expect(texts.size).toBe(changes.length + 1)
  })
})

describe('the client’s answer', () => {
  const yes = (goalId: string): GoalAnswer => ({ goalId, answer: 'accepted', words: '' })
  const no = (goalId: string, said = 'Not now.'): GoalAnswer => ({
    goalId,
    answer: 'refused',
    words: said,
  })
  it('follows from the answers to the goals', () => {
    expect(answerToPlan([yes('a'), yes('b')])).toBe('agreed')
    expect(answerToPlan([yes('a'), no('b')])).toBe('partly_agreed')
    expect(answerToPlan([no('a'), no('b')])).toBe('refused')
    expect(answerToPlan([{ goalId: 'a', answer: 'with_change', words: 'On Mondays.' }])).toBe(
      'partly_agreed',
    )
  })

  const facts = {
    status: 'proposed' as const,
    seenHash: 'h',
    hash: 'h',
    goalIds: ['a', 'b'],
    answers: [yes('a'), no('b')],
    signed: true,
    words: '',
  }
  const table: [string, object, string | undefined][] = [
    ['signed, with a refusal in the client’s words', {}, undefined],
    ['told in words instead of signed', { signed: false, words: 'Yes, as read out.' }, undefined],
    ['neither signed nor told', { signed: false }, 'reason_missing'],
    ['the plan changed since the page was printed', { hash: 'i' }, 'plan_changed_since'],
    ['a draft has nothing to answer to', { status: 'draft' }, 'plan_step_not_lawful'],
    ['an answer already given may change', { status: 'agreed' }, undefined],
    [
      'a plan in force is answered by its next edition',
      { status: 'in_force' },
      'plan_step_not_lawful',
    ],
    ['a goal without an answer', { answers: [yes('a')] }, 'goal_unknown'],
    ['a goal of another plan', { answers: [yes('a'), yes('b'), yes('c')] }, 'goal_unknown'],
    ['one goal answered twice', { answers: [yes('a'), yes('a'), yes('b')] }, 'goal_unknown'],
    ['a refusal without words', { answers: [yes('a'), no('b', '')] }, 'reason_missing'],
  ]
  it.each(table)('%s', (_when, change, expected) => {
    expect(whyNotRecordAnswer({ ...facts, ...change })?.code).toBe(expected)
  })

  const force: [string, Parameters<typeof whyNotPutInForce>[0], string | undefined][] = [
    [
      'an agreed plan',
      { status: 'agreed', hash: 'h', agreement: { hash: 'h', limited: false } },
      undefined,
    ],
    [
      'words changed since',
      { status: 'agreed', hash: 'i', agreement: { hash: 'h', limited: false } },
      'plan_changed_since',
    ],
    [
      'nobody asked yet',
      { status: 'proposed', hash: 'h', agreement: undefined },
      'plan_step_not_lawful',
    ],
    [
      'a refused plan',
      { status: 'refused', hash: 'h', agreement: { hash: 'h', limited: false } },
      'plan_step_not_lawful',
    ],
    [
      'a refused plan where choice meets its limit',
      { status: 'refused', hash: 'h', agreement: { hash: 'h', limited: true } },
      undefined,
    ],
  ]
  it.each(force)('put in force: %s', (_when, given, expected) => {
    expect(whyNotPutInForce(given)?.code).toBe(expected)
  })
})

describe('the client’s page', () => {
  const first = {
    number: 2,
    clientWords: '',
    refused: false,
    targetOn: null,
    scale: { '0': 'Three days with the neighbour', '-2': 'No place' },
    needStatements: ['A safe place after school'],
    actions: [
      {
        what: 'Ask the neighbour',
        who: 'client' as const,
        whoName: '',
        dueOn: null,
        frequency: '',
        status: 'planned' as const,
      },
      {
        what: 'Given up',
        who: 'worker' as const,
        whoName: '',
        dueOn: null,
        frequency: '',
        status: 'dropped' as const,
      },
    ],
  }
  it('speaks in the client’s words, and where they are missing, of what it is about', () => {
    const own = { ...first, number: 1, clientWords: 'My heart at rest while I work' }
    expect(clientPage({ goals: [first, own] })).toMatchObject([
      { number: 1, words: 'My heart at rest while I work', isOwnWords: true },
      { number: 2, words: 'A safe place after school', isOwnWords: false },
    ])
  })
  it('shows neither refused goals nor dropped actions, and only the hoped-for level', () => {
    const page = clientPage({ goals: [first, { ...first, number: 3, refused: true }] })
    expect(page).toHaveLength(1)
    expect(page[0]?.hoped).toBe('Three days with the neighbour')
    expect(page[0]?.actions.map(({ what }) => what)).toEqual(['Ask the neighbour'])
    expect(JSON.stringify(page)).not.toContain('No place')
  })
})
