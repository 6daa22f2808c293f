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

test('jobs for one household are told at today’s visit', () => {
  const visit = item('visit', { householdId: 'h1', rule: 'appointment_due', time: '10:30' })
  const form = item('form', { householdId: 'h1', caseId: 'child' })
  const scale = item('scale', { householdId: 'h1' })
  const other = item('other', { caseId: 'amini' })
  expect([...gatherJobs([form, visit, scale, other], today)]).toEqual([[visit, [form, scale]]])
})

test('without a visit they are told at the first of them', () => {
  const [first, second] = [item('first'), item('second')]
  expect([...gatherJobs([first, second], today)]).toEqual([[first, [second]]])
})
