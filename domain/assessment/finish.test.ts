import { describe, expect, it } from 'vitest'
import type { Answers } from './answers.ts'
import { parseQuestionnaire } from './questionnaire.ts'
import { differingQuestions, sameValues } from './same-answers.ts'
import { whyNotFinish } from './why-not-finish.ts'

const { questionnaire } = parseQuestionnaire({
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Nights',
  item: [
    { linkId: 'sleeps', type: 'boolean', text: 'Do you sleep through?', required: true },
    {
      linkId: 'hours',
      type: 'integer',
      text: 'How many hours?',
      required: true,
      enableWhen: [{ question: 'sleeps', operator: '=', answerBoolean: false }],
    },
  ],
})
if (!questionnaire) throw new Error('the questionnaire of the test is faulty')

const view = { clientView: 'The street is loud.', clientViewMissing: '' }
const cases: {
  when: string
  told: { answers: Answers; clientView: string; clientViewMissing: string }
  expected: string | undefined
  faults?: string[]
}[] = [
  {
    when: 'nothing is answered',
    told: { answers: {}, ...view },
    expected: 'assessment_not_complete',
    faults: ['sleeps'],
  },
  {
    when: 'an answer makes another question necessary',
    told: { answers: { sleeps: [false] }, ...view },
    expected: 'assessment_not_complete',
    faults: ['hours'],
  },
  {
    when: 'the client’s own view is missing without a reason',
    told: { answers: { sleeps: [true] }, clientView: '  ', clientViewMissing: '' },
    expected: 'client_view_missing',
  },
  {
    when: 'the client’s own view is there',
    told: { answers: { sleeps: [true] }, ...view },
    expected: undefined,
  },
  {
    when: 'the reason why the client’s view is missing is there',
    told: {
      answers: { sleeps: [false], hours: [4] },
      clientView: '',
      clientViewMissing: 'In hospital until Monday.',
    },
    expected: undefined,
  },
]

describe('finishing an assessment', () => {
  it.each(cases)('when $when', ({ told, expected, faults }) => {
    const why = whyNotFinish(questionnaire, told)
    expect(why?.code).toBe(expected)
    if (faults) expect(why?.facts?.['faults']).toMatchObject(faults.map((linkId) => ({ linkId })))
  })

  it('asks for at least one answer even where no question is required', () => {
    const free = parseQuestionnaire({
      resourceType: 'Questionnaire',
      status: 'active',
      title: 'Free',
      item: [{ linkId: 'a', type: 'string', text: 'Anything?' }],
    }).questionnaire
    if (!free) throw new Error('the questionnaire of the test is faulty')
    expect(whyNotFinish(free, { answers: { a: ['  '] }, ...view })?.code).toBe(
      'assessment_not_complete',
    )
    expect(whyNotFinish(free, { answers: { a: ['yes'] }, ...view })).toBeUndefined()
  })
})

describe('comparing answers', () => {
  it('knows the same answer whatever its kind', () => {
    expect(sameValues([{ option: 'a' }, { other: 'b' }], [{ option: 'a' }, { other: 'b' }])).toBe(
      true,
    )
    expect(sameValues([{ option: 'a' }], [{ other: 'a' }])).toBe(false)
    expect(sameValues([1], [1, 2])).toBe(false)
    expect(sameValues([true], ['true'])).toBe(false)
  })

  it('names the questions that differ, and takes a blank answer for none', () => {
    expect(
      differingQuestions(
        { a: [1], b: ['x'], c: ['  '] },
        { a: [1], b: ['y'], d: [{ option: 'k' }] },
      ),
    ).toEqual(['b', 'd'])
  })
})
