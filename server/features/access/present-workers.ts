import type { listWorkers } from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { asAuth } from './as-auth.ts'
import { listLoginStates } from './login-store.ts'
import { listDeskMembers, listWorkerRows } from './worker-store.ts'

type Workers = AnswerOf<typeof listWorkers>['workers']

/** Everybody of the agency with what the accounts know of them, by name. */
export async function presentWorkers({ tx, now }: Act): Promise<Workers> {
  const rows = await listWorkerRows(tx)
  const members = await listDeskMembers(tx)
  const ids = rows.map((row) => row.id)
  const states = await asAuth(tx, () => listLoginStates(tx, ids, now))
  const stateOf = new Map(states.map((state) => [state.id, state]))
  return rows.map((row) => {
    const state = stateOf.get(row.id)
    return {
      ...row,
      userName: state?.userName ?? '',
      secondFactor: state?.secondFactor ?? false,
      codeUntil: state?.codeUntil ?? null,
      deskIds: members.filter((one) => one.workerId === row.id).map((one) => one.deskId),
    }
  })
}
