import type { Act } from '../../platform/access/act.ts'
import { listWritableGroups } from './assessment-store.ts'
import { listBarriers, listProblems, listStrengths } from './finding-store.ts'
import { listNeedRows } from './need-store.ts'
import { presentNeed } from './present-need.ts'

export async function readFindings({ tx }: Act, caseId: string) {
  const barriers = await listBarriers(tx, caseId)
  return {
    problems: await listProblems(tx, caseId),
    needs: (await listNeedRows(tx, caseId)).map((row) => presentNeed(row, barriers)),
    strengths: await listStrengths(tx, caseId),
    mayWrite: (await listWritableGroups(tx, caseId)).includes('core'),
  }
}
