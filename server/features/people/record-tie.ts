import { whyNotPeriod } from '@peyvand/domain/people/period.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import {
  areTied,
  findQuality,
  findRelationship,
  findTie,
  insertQuality,
  insertTie,
  updateQuality,
  updateTie,
} from './family-store.ts'
import type { QualityValues, TieValues } from './family-store.ts'

/** A tie of a person of the case, or of the whole household, with its environment. */
export async function recordTie(
  act: Act,
  caseId: string,
  tie: TieValues & { id: string },
): Promise<void> {
  act.audited.records.add(tie.id)
  await refuseTie(act, caseId, tie)
  await insertTie(act.tx, { ...tie, caseId })
}

export async function changeTie(
  act: Act,
  caseId: string,
  tieId: string,
  change: TieValues & { version: number },
): Promise<void> {
  act.audited.records.add(tieId)
  orNotFound(await findTie(act.tx, caseId, tieId))
  await refuseTie(act, caseId, change)
  const { version, ...values } = change
  if (!(await updateTie(act.tx, caseId, tieId, version, values))) {
    throw new Refused('stale_version', { current: await findTie(act.tx, caseId, tieId) })
  }
}

/** How a relationship is felt, as this case heard it. */
export async function judgeRelationship(
  act: Act,
  caseId: string,
  judged: QualityValues & { id: string; relationshipId: string },
): Promise<void> {
  act.audited.records.add(judged.id)
  refusePeriod(judged)
  const relationship = orNotFound(await findRelationship(act.tx, judged.relationshipId))
  if (!(await areTied(act.tx, caseId, [relationship.personId, relationship.otherId]))) {
    throw new Refused('not_found')
  }
  await insertQuality(act.tx, { ...judged, caseId })
}

export async function changeQuality(
  act: Act,
  caseId: string,
  qualityId: string,
  change: QualityValues & { version: number },
): Promise<void> {
  act.audited.records.add(qualityId)
  refusePeriod(change)
  orNotFound(await findQuality(act.tx, caseId, qualityId))
  const { version, ...values } = change
  if (!(await updateQuality(act.tx, caseId, qualityId, version, values))) {
    throw new Refused('stale_version', {
      current: await findQuality(act.tx, caseId, qualityId),
    })
  }
}

async function refuseTie(act: Act, caseId: string, tie: TieValues): Promise<void> {
  refusePeriod(tie)
  if (tie.personId !== null && !(await areTied(act.tx, caseId, [tie.personId]))) {
    throw new Refused('not_found')
  }
}

function refusePeriod(given: { since: string | null; until: string | null }): void {
  const refusal = whyNotPeriod(given)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
}
