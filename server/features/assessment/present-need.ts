import { severity } from '@peyvand/domain/assessment/grid.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { listBarriers } from './finding-store.ts'
import { findNeed } from './need-store.ts'
import type { NeedRow } from './need-store.ts'

type BarrierRow = Awaited<ReturnType<typeof listBarriers>>[number]

export function presentNeed(row: NeedRow, barriers: readonly BarrierRow[]) {
  const { setAside, setAsideReason, meanwhile, setAsideByName, setAsideOn, ...rest } = row
  return {
    ...rest,
    severity: severity.parse(row.severity),
    setAside:
      setAside === null
        ? null
        : {
            why: setAside,
            reason: setAsideReason,
            meanwhile,
            byName: setAsideByName ?? '',
            on: setAsideOn ?? '',
          },
    barriers: barriers.filter(({ needId }) => needId === row.id),
  }
}

export async function presentNeedOf(tx: Transaction, caseId: string, needId: string) {
  const row = orNotFound(await findNeed(tx, caseId, needId))
  return presentNeed(row, await listBarriers(tx, caseId, needId))
}
