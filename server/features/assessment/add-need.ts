import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findAssessment, insertProposalAnswer } from './assessment-store.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { insertNeed, nextNeedNumber } from './need-store.ts'
import { presentNeedOf } from './present-need.ts'
import { refuseStranger } from './refuse-stranger.ts'

/** Records a need under the next number of the case; one that answers suggested names its rule. */
export async function addNeed(act: Act, caseId: string, input: InputOf<typeof contract.addNeed>) {
  const { tx } = act
  await lockOpenCase(tx, caseId)
  await refuseStranger(tx, caseId, input.personId)
  const { proposal, assessmentId, foundOn, ...words } = input
  if (proposal !== undefined) await checkProposal(act, caseId, assessmentId, proposal)
  act.audited.records.add(input.id)
  const number = await nextNeedNumber(tx, caseId)
  await insertNeed(tx, { ...words, caseId, number, assessmentId, foundOn: foundOn ?? act.today })
  if (proposal !== undefined && assessmentId !== undefined) {
    const answered = { caseId, assessmentId, rule: proposal, needId: input.id }
    await insertProposalAnswer(tx, answered)
  }
  await refreshDue(act, caseId)
  return await presentNeedOf(tx, caseId, input.id)
}

async function checkProposal(
  act: Act,
  caseId: string,
  assessmentId: string | undefined,
  rule: string,
): Promise<void> {
  const row = assessmentId && (await findAssessment(act.tx, caseId, assessmentId))
  const proposed = row && row.scores?.proposals.some(({ id }) => id === rule)
  if (!proposed) throw new Refused('proposal_unknown')
}
