import { expect, test } from 'vitest'
import { whyNotReview } from './review.ts'
import type { ReviewFacts } from './review.ts'

const whole: ReviewFacts = {
  onDay: '2026-11-20',
  today: '2026-11-21',
  participants: 'She, her mother, the psychologist',
  clientSays: 'I sleep again.',
  clientSaysMissing: '',
  goalsAtWork: ['sleep', 'shelter'],
  goalsJudged: ['shelter', 'sleep'],
  decision: 'continue',
  decisionReason: 'Two goals of three are on their way.',
  nextOn: '2027-01-20',
}

test.each<[string, Partial<ReviewFacts>, string[] | undefined]>([
  ['a whole review', {}, undefined],
  [
    'why her words are missing counts as well',
    { clientSays: ' ', clientSaysMissing: 'In hospital.' },
    undefined,
  ],
  ['neither her words nor why they are missing', { clientSays: '' }, ['client_says']],
  ['a goal nobody judged', { goalsJudged: ['sleep'] }, ['goals']],
  ['nobody named who took part', { participants: '' }, ['participants']],
  ['a decision without its reason', { decisionReason: '' }, ['decision_reason']],
  ['going on without a next day', { nextOn: null }, ['next_day']],
  ['a next day that is not after it', { nextOn: '2026-11-20' }, ['next_day']],
  ['closing needs no next day', { decision: 'close', nextOn: null }, undefined],
  ['handing over needs no next day', { decision: 'transfer', nextOn: null }, undefined],
  ['a review of tomorrow', { onDay: '2026-11-22' }, ['day']],
  [
    'an empty form names everything in order',
    { participants: '', goalsJudged: [], clientSays: '', decisionReason: '', nextOn: null },
    ['participants', 'goals', 'client_says', 'decision_reason', 'next_day'],
  ],
])('%s', (_name, given, missing) => {
  expect(whyNotReview({ ...whole, ...given })?.facts?.['missing']).toEqual(missing)
})
