import type { InputOf } from '@peyvand/domain/contract.ts'
import { answerToPlan, whyNotRecordAnswer } from '@peyvand/domain/planning/agreement.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { findPersonOfCase } from '../assessment/assessment-store.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { insertAgreement } from './agreement-store.ts'
import { checkNoneInHand } from './check-none-in-hand.ts'
import { updateRefusals } from './goal-store.ts'
import { loadPlan } from './load-plan.ts'
import { lockPlanOf } from './lock-open-plan.ts'
import { updatePlan } from './plan-store.ts'
import { presentPlan } from './present-plan.ts'

/** The client's answer, goal by goal, to the very words that were read or signed. */
export async function recordAgreement(
  act: Act,
  { caseId, planId }: { caseId: string; planId: string },
  input: InputOf<typeof contract.recordAgreement>,
) {
  const { tx } = act
  const { status } = await lockPlanOf(act, caseId, planId)
  const { textHash, goals } = await loadPlan(tx, caseId, planId)
  const why = whyNotRecordAnswer({
    status,
    seenHash: input.textHash,
    hash: textHash,
    goalIds: goals.flatMap(({ id, endedOn }) => (endedOn === null ? [id] : [])),
    answers: input.goalAnswers,
    signed: input.signature !== null,
    words: input.words,
  })
  if (why) throw new Refused(why.code, why.facts)
  if (!(await findPersonOfCase(tx, caseId, input.personId))) throw new Refused('person_missing')
  const answer = answerToPlan(input.goalAnswers)
  if (answer !== 'refused') await checkNoneInHand(tx, caseId, planId)
  act.audited.records.add(input.id)
  const { id, personId, words, signature, goalAnswers, limit } = input
  const row = { id, caseId, planId, answer, personId, words }
  await insertAgreement(
    tx,
    { ...row, answeredOn: act.today, createdAt: act.now },
    { signature, goalAnswers, limit, hash: textHash },
  )
  const refused = goalAnswers.filter((each) => each.answer === 'refused')
  await updateRefusals(
    tx,
    planId,
    refused.map(({ goalId }) => goalId),
  )
  await updatePlan(tx, planId, { status: answer })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}
