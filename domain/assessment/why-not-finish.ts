import type { Refusal } from '../refusals.ts'
import type { Answers } from './answers.ts'
import { countedAnswers } from './enabled-items.ts'
import type { Questionnaire } from './questionnaire-model.ts'
import { whyNotComplete } from './why-not-complete.ts'

/**
 * Why an assessment cannot be finished yet: nothing is answered, answers are missing or wrong
 * (`facts.faults`, question by question), or the client's own view and the reason for its absence
 * are both missing. The client comes first.
 */
export function whyNotFinish(
  questionnaire: Questionnaire,
  told: { answers: Answers; clientView: string; clientViewMissing: string },
): Refusal | undefined {
  const faults = whyNotComplete(questionnaire, told.answers) ?? []
  const nothingSaid = Object.keys(countedAnswers(questionnaire, told.answers)).length === 0
  if (faults.length > 0 || nothingSaid) {
    return { code: 'assessment_not_complete', facts: { faults } }
  }
  return told.clientView.trim() === '' && told.clientViewMissing.trim() === ''
    ? { code: 'client_view_missing' }
    : undefined
}
