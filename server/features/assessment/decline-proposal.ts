import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { insertProposalAnswer } from './assessment-store.ts'
import { lockWritable } from './lock-draft.ts'

/** A person sees no need where the answers suggested one, and says why. */
export async function declineProposal(
  act: Act,
  caseId: string,
  at: { assessmentId: string; rule: string },
  reason: string,
) {
  const row = await lockWritable(act, caseId, at.assessmentId)
  if (!row.scores?.proposals.some(({ id }) => id === at.rule)) {
    throw new Refused('proposal_unknown')
  }
  await insertProposalAnswer(act.tx, { caseId, ...at, declinedReason: reason })
  return {}
}
