import { expect, test } from 'vitest'
import { gatherJobs, groupToday } from './today.ts'
import type { TodayItem } from './today.ts'

const today = '2026-11-21'
const item = (key: string, given: Partial<TodayItem> = {}): TodayItem => ({
  key,
  caseId: 'kazemi',
  householdId: null,
  rule: 'task_due',
  level: 'normal',
  dueOn: today,
  time: null,
  snoozedUntil: null,
  ...given,
})
const keys = (items: readonly TodayItem[]) => items.map(({ key }) => key)

test('late and urgent things come now, today’s until tonight, the rest this week', () => {
  const groups = groupToday(
    [
      item('week', { dueOn: '2026-11-25' }),
      item('tonight', { level: 'watch' }),
      item('late', { dueOn: '2026-11-20', level: 'urgent' }),
      item('need in crisis', { dueOn: '2026-11-24', level: 'crisis' }),
      item('watched since yesterday', { dueOn: '2026-11-20', level: 'watch' }),
    ],
    today,
  )
  expect(keys(groups.now)).toEqual(['need in crisis', 'late'])
  expect(keys(groups.tonight)).toEqual(['watched since yesterday', 'tonight'])
  expect(keys(groups.week)).toEqual(['week'])
})

test('what was put off waits apart until its day, and a crisis is never put off', () => {
  const groups = groupToday(
    [
      item('until Wednesday', { level: 'urgent', snoozedUntil: '2026-11-25' }),
      item('until today', { level: 'urgent', snoozedUntil: today }),
      item('crisis', { level: 'crisis', snoozedUntil: '2026-11-25' }),
    ],
    today,
  )
  expect(keys(groups.now)).toEqual(['crisis', 'until today'])
  expect(keys(groups.snoozed)).toEqual(['until Wednesday'])
})

test('appointments of one day stand in the order of their hours', () => {
  const { tonight } = groupToday(
    [item('no hour'), item('at two', { time: '14:00' }), item('at nine', { time: '09:00' })],
    today,
  )
  expect(keys(tonight)).toEqual(['at nine', 'at two', 'no hour'])
})

test('what can be settled in one visit to a household is told at today’s visit', () => {
  const visit = item('visit', { householdId: 'h1', rule: 'appointment_due', time: '10:30' })
  const contact = item('contact', { householdId: 'h1', rule: 'contact_due' })
  const form = item('form', { householdId: 'h1', caseId: 'child' })
  const consent = item('consent', { householdId: 'h1', rule: 'consent_ending' })
  const silent = item('silent', { householdId: 'h1', rule: 'referral_silent' })
  const other = item('other', { caseId: 'amini' })
  const all = [form, contact, visit, consent, silent, other]
  expect([...gatherJobs(all, today)]).toEqual([[visit, [form, consent]]])
})

test('of two visits today the earlier one gathers', () => {
  const late = item('late', { rule: 'appointment_due', time: '14:00' })
  const early = item('early', { rule: 'appointment_due', time: '09:00' })
  const form = item('form')
  expect([...gatherJobs([late, early, form], today)]).toEqual([[early, [form]]])
})

test('without a visit today, the contact that is due may become one', () => {
  const contact = item('contact', { rule: 'contact_due' })
  const tomorrow = item('tomorrow', { rule: 'appointment_due', dueOn: '2026-11-22' })
  const form = item('form')
  expect([...gatherJobs([form, tomorrow, contact], today)]).toEqual([[contact, [form]]])
  expect([...gatherJobs([form, tomorrow], today)]).toEqual([])
})
