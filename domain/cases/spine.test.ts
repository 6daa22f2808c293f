import { expect, test } from 'vitest'
import { spineOf } from './spine.ts'
import type { SpineDue, SpineFacts } from './spine.ts'

const today = '2026-11-21'
const fresh: SpineFacts = {
  assessmentsCompleted: 0,
  needsOpen: 0,
  needsAnswered: 0,
  plan: 'none',
  referralsOpen: 0,
  referralsEnded: 0,
  contacts: 0,
  reviews: 0,
  closed: false,
}
const due = (
  element: SpineDue['element'],
  dueOn: string,
  level: SpineDue['level'] = 'normal',
): SpineDue => ({
  element,
  rule: `${element}_rule`,
  level,
  dueOn,
})
const states = (facts: Partial<SpineFacts>, items: SpineDue[] = []) =>
  spineOf({ ...fresh, ...facts }, items, today).map(({ state }) => state)

test.each([
  [
    'a case just opened has everything ahead',
    {},
    [],
    ['ahead', 'ahead', 'ahead', 'ahead', 'ahead'],
  ],
  [
    'an assessment completed is done',
    { assessmentsCompleted: 1 },
    [],
    ['done', 'ahead', 'ahead', 'ahead', 'ahead'],
  ],
  [
    'a draft plan is under way, one in force is done',
    { plan: 'in_hand' },
    [],
    ['ahead', 'under_way', 'ahead', 'ahead', 'ahead'],
  ],
  [
    'an open referral is under way',
    { referralsOpen: 1, referralsEnded: 2 },
    [],
    ['ahead', 'ahead', 'under_way', 'ahead', 'ahead'],
  ],
  [
    'referrals all ended are done',
    { referralsEnded: 2 },
    [],
    ['ahead', 'ahead', 'done', 'ahead', 'ahead'],
  ],
  [
    'what was due yesterday is late',
    {},
    [due('monitoring', '2026-11-20')],
    ['ahead', 'ahead', 'ahead', 'late', 'ahead'],
  ],
  [
    'what is due today is due',
    {},
    [due('review', today)],
    ['ahead', 'ahead', 'ahead', 'ahead', 'due'],
  ],
  [
    'what is pressing is due before its day',
    {},
    [due('plan', '2026-12-01', 'watch')],
    ['ahead', 'due', 'ahead', 'ahead', 'ahead'],
  ],
  [
    'what is calm and ahead changes nothing',
    { contacts: 3 },
    [due('monitoring', '2026-12-01')],
    ['ahead', 'ahead', 'ahead', 'under_way', 'ahead'],
  ],
  [
    'a closed case is never late',
    { closed: true },
    [due('monitoring', '2026-11-01')],
    ['ahead', 'ahead', 'ahead', 'done', 'done'],
  ],
] as const)('%s', (_name, facts, items, expected) => {
  expect(states(facts, [...items])).toEqual(expected)
})

test('the reason shown is that of the latest and most pressing item', () => {
  const items = [
    { ...due('linking', '2026-11-19'), rule: 'consent_ending' },
    { ...due('linking', '2026-11-10', 'urgent'), rule: 'referral_silent' },
  ]
  expect(spineOf(fresh, items, today)[2]).toEqual({
    element: 'linking',
    state: 'late',
    level: 'urgent',
    because: 'referral_silent',
  })
})
