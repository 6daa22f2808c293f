import { expect, test } from 'vitest'
import { closureGaps, followUpDays, whyNotClose, whyNotReopen } from './closure.ts'
import type { ClosureFacts } from './closure.ts'
import { whyNotEndFollowUp, whyNotRecordFollowUp } from './follow-up.ts'

const ready: ClosureFacts = {
  status: 'open',
  needs: [
    { number: 1, outcome: 'met', outcomeReason: '' },
    { number: 2, outcome: 'partly_met', outcomeReason: '' },
    { number: 3, outcome: 'unmet', outcomeReason: 'No place in the city.' },
  ],
  unsignedNotes: 0,
  openReferrals: 0,
  openTasks: 0,
  remainingRisk: 'None known.',
  aftercare: 'The health house, and 123 at any hour.',
  reasonWords: 'She manages on her own.',
}

test.each<[string, Partial<ClosureFacts>, string | undefined, unknown]>([
  ['a case that is ready', {}, undefined, undefined],
  [
    'a need nobody judged',
    { needs: [...ready.needs, { number: 4, outcome: null, outcomeReason: '' }] },
    'needs_without_outcome',
    { needs: [4] },
  ],
  [
    'an unmet need without its reason',
    { needs: [{ number: 3, outcome: 'unmet', outcomeReason: ' ' }] },
    'needs_without_outcome',
    { needs: [3] },
  ],
  [
    'a referral on its way',
    { openReferrals: 1 },
    'closure_not_complete',
    { missing: ['referrals'] },
  ],
  ['something left to do', { openTasks: 2 }, 'closure_not_complete', { missing: ['tasks'] }],
  ['a note not signed', { unsignedNotes: 1 }, 'closure_not_complete', { missing: ['notes'] }],
  [
    'no word about risk',
    { remainingRisk: '' },
    'closure_not_complete',
    { missing: ['remaining_risk'] },
  ],
  ['no aftercare', { aftercare: ' ' }, 'closure_not_complete', { missing: ['aftercare'] }],
  ['no reason', { reasonWords: '' }, 'closure_not_complete', { missing: ['reason'] }],
  ['a closed case', { status: 'closed' }, 'case_closed', undefined],
  ['a case without needs', { needs: [] }, undefined, undefined],
])('closing %s', (_name, given, code, facts) => {
  const refusal = whyNotClose({ ...ready, ...given })
  expect([refusal?.code, refusal?.facts]).toEqual([code, facts])
})

test('what is missing is named all at once, in the order in which it is worked off', () => {
  expect(
    closureGaps({
      ...ready,
      needs: [{ number: 1, outcome: null, outcomeReason: '' }],
      openTasks: 1,
      unsignedNotes: 1,
      openReferrals: 1,
      aftercare: '',
      remainingRisk: '',
      reasonWords: '',
    }),
  ).toEqual(['needs', 'referrals', 'tasks', 'notes', 'reason', 'remaining_risk', 'aftercare'])
})

test('one asks how it goes after one, three and six months, on that month’s last day where it is shorter', () => {
  expect(followUpDays('goals_met', '2026-08-31', 'gregory')).toEqual([
    { months: 1, dueOn: '2026-09-30' },
    { months: 3, dueOn: '2026-11-30' },
    { months: 6, dueOn: '2027-02-28' },
  ])
})

test('where the agency counts in Jalali months, so do its follow-ups', () => {
  expect(followUpDays('goals_met', '2026-11-22', 'persian').map(({ dueOn }) => dueOn)).toEqual([
    '2026-12-22',
    '2027-02-20',
    '2027-05-22',
  ])
})

test('after a death nobody is called', () => {
  expect(followUpDays('died', '2026-08-31', 'persian')).toEqual([])
})

test('only a closed case is reopened', () => {
  expect(whyNotReopen({ status: 'closed' })).toBeUndefined()
  expect(whyNotReopen({ status: 'open' })?.code).toBe('case_not_closed')
})

const waiting = { doneOn: null, cancelledReason: '' }
const found = { onDay: '2026-11-21', reached: true, howNow: 'She works in the bakery.' }

test.each([
  ['what was found', waiting, found, undefined],
  [
    'a try that reached nobody needs no words',
    waiting,
    { ...found, reached: false, howNow: '' },
    undefined,
  ],
  ['whoever was reached said something', waiting, { ...found, howNow: '' }, 'reason_missing'],
  ['not ahead of its day', waiting, { ...found, onDay: '2026-11-22' }, 'contact_in_future'],
  ['not twice', { ...waiting, doneOn: '2026-11-20' }, found, 'follow_up_done'],
  [
    'not when it was called off',
    { ...waiting, cancelledReason: 'Reopened.' },
    found,
    'follow_up_done',
  ],
])('a follow-up: %s', (_name, facts, given, code) => {
  expect(whyNotRecordFollowUp(facts, given, '2026-11-21')?.code).toBe(code)
})

test('a follow-up that is over is not called off', () => {
  expect(whyNotEndFollowUp({ ...waiting, doneOn: '2026-11-20' })?.code).toBe('follow_up_done')
})
