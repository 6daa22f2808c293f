import { expect, test } from 'vitest'
import { asksForAnswer, needLife } from './need-life.ts'
import type { NeedFacts } from './need-life.ts'

const found: NeedFacts = { severity: 3, outcome: null, setAside: false, goals: [], referrals: [] }
const goal = { refused: false, ended: false }

test.each<[string, Partial<NeedFacts>, string, string]>([
  ['nobody answers it yet', {}, 'unanswered', 'need'],
  ['set aside with a reason', { setAside: true }, 'set_aside', 'need'],
  ['a goal answers it', { goals: [goal] }, 'planned', 'goal'],
  ['the only goal was refused', { goals: [{ refused: true, ended: false }] }, 'unanswered', 'need'],
  [
    'referred and waiting for an answer',
    { goals: [goal], referrals: [{ status: 'sent', silent: false }] },
    'referred',
    'referral',
  ],
  ['referred and silent', { referrals: [{ status: 'sent', silent: true }] }, 'silent', 'referral'],
  [
    'the service has begun',
    { referrals: [{ status: 'started', silent: false }] },
    'served',
    'referral',
  ],
  [
    'declined by the partner, the goal stands',
    { goals: [goal], referrals: [{ status: 'declined', silent: false }] },
    'planned',
    'goal',
  ],
  ['ended as partly met', { outcome: 'partly_met', goals: [goal] }, 'partly_met', 'outcome'],
])('%s', (_name, facts, standing, reached) => {
  expect(needLife({ ...found, ...facts })).toEqual({ standing, reached })
})

test('from severity 2 on a need asks for a goal or a reason', () => {
  expect([0, 1, 2, 3, 4].map(asksForAnswer)).toEqual([false, false, true, true, true])
})
