import { expect, test } from 'vitest'
import { whyNotSnooze } from './snooze.ts'
import { whyNotAssign, whyNotWorkOnTask } from './task.ts'

test.each([
  ['an open task', { doneAt: null, droppedReason: '' }, undefined],
  ['one done', { doneAt: '2026-11-20T08:00:00Z', droppedReason: '' }, 'task_done'],
  ['one dropped', { doneAt: null, droppedReason: 'The office moved.' }, 'task_done'],
])('%s is worked on or not', (_name, facts, code) => {
  expect(whyNotWorkOnTask(facts)?.code).toBe(code)
})

test('a task is given only to somebody who sees the case', () => {
  expect(whyNotAssign('a', ['a', 'b'])).toBeUndefined()
  expect(whyNotAssign('c', ['a', 'b'])?.code).toBe('assignee_without_access')
})

const alert = {
  rule: 'contact_due',
  level: 'urgent',
  until: '2026-11-25',
  today: '2026-11-21',
} as const

test.each([
  ['an alert is put off for a few days', alert, undefined],
  ['a crisis is not', { ...alert, level: 'crisis' as const }, 'crisis'],
  ['a task gets another day instead', { ...alert, rule: 'task_due' as const }, 'dated'],
  ['not until today', { ...alert, until: '2026-11-21' }, 'days'],
  ['not for longer than a month', { ...alert, until: '2026-12-22' }, 'days'],
])('putting off: %s', (_name, facts, because) => {
  expect(whyNotSnooze(facts)?.facts?.['because']).toBe(because)
})
