import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { lockNeed } from './need-store.ts'
import type { NeedRow } from './need-store.ts'
import { presentNeedOf } from './present-need.ts'

interface At {
  caseId: string
  needId: string
  version: number
}

/** Holds a need in the state its writer saw, ended or not. */
export async function lockSeenNeed(act: Act, at: At): Promise<NeedRow> {
  await lockOpenCase(act.tx, at.caseId)
  act.audited.records.add(at.needId)
  const row = orNotFound(await lockNeed(act.tx, at.caseId, at.needId))
  if (row.version !== at.version) {
    const current = await presentNeedOf(act.tx, at.caseId, at.needId)
    throw new Refused('stale_version', { current })
  }
  return row
}

/** Holds a need that has no outcome yet, in the state its writer saw. */
export async function lockOpenNeed(act: Act, at: At): Promise<NeedRow> {
  const row = await lockSeenNeed(act, at)
  if (row.outcome) throw new Refused('need_already_ended', { outcome: row.outcome })
  return row
}
