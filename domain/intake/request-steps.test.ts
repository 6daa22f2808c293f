import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RequestFacts, RequestStatus } from './request-steps.ts'
import {
  asksOf,
  isOpen,
  nextSteps,
  requestStatuses,
  whyNotOffer,
  whyNotStep,
} from './request-steps.ts'

const received: RequestFacts = {
  status: 'received',
  outcome: 'eligible',
  hasClient: true,
  placesLeft: 2,
  aheadInLine: 0,
}
const eligible: RequestFacts = { ...received, status: 'eligible' }
const waiting: RequestFacts = { ...received, status: 'waitlisted' }
const told = { reason: 'She said so', objectionWay: 'To the head of the office', guidance: 'x' }

describe('where a request may go', () => {
  test.each<[RequestStatus, RequestStatus[]]>([
    ['received', ['eligible', 'guided', 'ineligible', 'waitlisted', 'withdrawn']],
    ['eligible', ['accepted', 'declined', 'waitlisted', 'withdrawn']],
    ['waitlisted', ['accepted', 'declined', 'withdrawn']],
    ['ineligible', ['received']],
    ['declined', ['received']],
    ['guided', []],
    ['accepted', []],
    ['withdrawn', []],
  ])('from %s', (status, steps) => {
    const offered = nextSteps({ ...received, status }).map(({ to }) => to)
    expect(offered.toSorted()).toEqual(steps.toSorted())
  })

  test('nothing but the steps of the table is ever lawful', () => {
    const facts = fc.record({
      status: fc.constantFrom(...requestStatuses),
      outcome: fc.constantFrom('eligible' as const, 'ineligible' as const, 'unknown' as const),
      hasClient: fc.boolean(),
      placesLeft: fc.option(fc.integer({ min: 0, max: 3 })),
      aheadInLine: fc.nat(3),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...requestStatuses), (given, to) => {
        const offered = nextSteps(given).find((step) => step.to === to)
        if (!offered) expect(whyNotStep(given, to, told)?.code).toBe('request_step_not_lawful')
        else expect(offered.whyNot).toEqual(whyNotStep(given, to, told))
        if (to === 'accepted' && offered && !offered.whyNot) {
          expect(given.hasClient && given.placesLeft !== 0 && isOpen(given.status)).toBe(true)
        }
      }),
    )
  })
})

describe('a step is refused with its reason', () => {
  test.each<[string, RequestFacts, RequestStatus, object]>([
    [
      'accepting what was only received',
      received,
      'accepted',
      { code: 'request_step_not_lawful', facts: { from: 'received', to: 'accepted' } },
    ],
    [
      'deciding while a question is open',
      { ...received, outcome: 'unknown' },
      'eligible',
      { code: 'eligibility_not_decided' },
    ],
    [
      'refusing while a question is open',
      { ...received, outcome: 'unknown' },
      'ineligible',
      { code: 'eligibility_not_decided' },
    ],
    [
      'accepting into a full programme',
      { ...eligible, placesLeft: 0 },
      'accepted',
      { code: 'capacity_full' },
    ],
    [
      'accepting nobody in particular',
      { ...eligible, hasClient: false },
      'accepted',
      { code: 'person_missing' },
    ],
    [
      'nobody in particular waits',
      { ...eligible, hasClient: false },
      'waitlisted',
      { code: 'person_missing' },
    ],
  ])('%s', (_what, facts, to, refusal) => {
    expect(whyNotStep(facts, to, told)).toEqual(refusal)
  })

  test.each<[string, RequestFacts, RequestStatus, string]>([
    ['telling someone no', received, 'ineligible', 'reason'],
    ['declining', eligible, 'declined', 'reason'],
    ['putting someone in the line', eligible, 'waitlisted', 'reason'],
    ['withdrawing', received, 'withdrawn', 'reason'],
    ['guiding', received, 'guided', 'guidance'],
    ['looking again after an objection', { ...received, status: 'declined' }, 'received', 'reason'],
    [
      'calling eligible whom the rules exclude',
      { ...received, outcome: 'ineligible' },
      'eligible',
      'reason',
    ],
    [
      'accepting someone before others who wait',
      { ...waiting, aheadInLine: 3 },
      'accepted',
      'reason',
    ],
  ])('%s asks for what is told', (_what, facts, to, missing) => {
    expect(whyNotStep(facts, to, { reason: '  ' })).toEqual({
      code: 'reason_missing',
      facts: { missing },
    })
    expect(whyNotStep(facts, to, told)).toBeUndefined()
  })

  test('whoever is told no is told how to object', () => {
    expect(whyNotStep(received, 'ineligible', { reason: 'x' })?.facts).toEqual({
      missing: 'objectionWay',
    })
  })

  test('the first in line is accepted without a further word', () => {
    expect(asksOf(waiting, 'accepted')).toEqual([])
    expect(whyNotStep(waiting, 'accepted', {})).toBeUndefined()
  })
})

test.each<[string, RequestFacts, RequestStatus]>([
  ['the rules fit', received, 'eligible'],
  ['the rules speak against', { ...received, outcome: 'ineligible' }, 'ineligible'],
  ['a place is free', eligible, 'accepted'],
  ['no place is free', { ...eligible, placesLeft: 0 }, 'waitlisted'],
])('the usual step stands first: %s', (_when, facts, to) => {
  expect(nextSteps(facts)[0]?.to).toBe(to)
})

test('a step that belongs here says why it cannot be taken yet', () => {
  expect(whyNotOffer({ ...eligible, placesLeft: 0 }, 'accepted')).toEqual({ code: 'capacity_full' })
  const accept = nextSteps({ ...eligible, placesLeft: 0 }).find(({ to }) => to === 'accepted')
  expect(accept).toEqual({ to: 'accepted', asks: [], whyNot: { code: 'capacity_full' } })
})
