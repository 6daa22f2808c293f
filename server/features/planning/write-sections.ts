import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { lockDraftPlan } from './lock-open-plan.ts'
import { updateSections } from './plan-store.ts'
import { presentPlan } from './present-plan.ts'

export async function writeSections(
  act: Act,
  at: { caseId: string; planId: string },
  { version, sections }: InputOf<typeof contract.writeSections>,
) {
  const plan = await lockDraftPlan(act, at.caseId, at.planId)
  if (plan.version !== version) {
    const current = { sections: plan.sections, version: plan.version }
    throw new Refused('stale_version', { current })
  }
  await updateSections(act.tx, at.planId, sections)
  return await presentPlan(act, at.caseId, at.planId)
}
