import type { Act } from '../../platform/access/act.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'

interface Standing {
  version: number
  endedOn: string | null
}

type Lock<R> = (tx: Transaction, caseId: string, id: string) => Promise<R | undefined>

/** Holds a finding that has not ended, in the state its writer saw. */
export async function lockStanding<R extends Standing>(
  act: Act,
  lock: Lock<R>,
  at: { caseId: string; id: string; version: number },
): Promise<R> {
  await lockOpenCase(act.tx, at.caseId)
  act.audited.records.add(at.id)
  const row = orNotFound(await lock(act.tx, at.caseId, at.id))
  if (row.version !== at.version) throw new Refused('stale_version', { current: row })
  if (row.endedOn !== null) throw new Refused('finding_already_ended', { endedOn: row.endedOn })
  return row
}
