import * as contract from '@peyvand/domain/access/contract.ts'
import { openRoute, staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import type { AccessDeps } from './access-deps.ts'
import { addWorker } from './add-worker.ts'
import { asAuth } from './as-auth.ts'
import { actWithSecret } from './as-signed-in.ts'
import { changeWorker } from './change-worker.ts'
import { closeLogin, endSessionsOf, updateLoginName } from './login-store.ts'
import { presentWorkers } from './present-workers.ts'
import { printResetCode } from './print-reset-code.ts'
import { tellWatchers } from './tell-watchers.ts'
import {
  updateDesks,
  updateEmergency,
  updateEnded,
  updateReturned,
  updateRoles,
} from './worker-store.ts'

export const workerRoutes = (deps: AccessDeps): Route[] => [
  staffRoute(contract.listWorkers, async (act) => ({ workers: await presentWorkers(act) })),

  staffRoute(contract.addWorker, async (act, { input }) => {
    await addWorker(act, input)
    return { id: input.id, version: 1 }
  }),

  staffRoute(contract.changeWorker, async ({ tx, audited }, { params, input }) => {
    const id = params.workerId
    audited.records.add(id)
    const version = await changeWorker(tx, { ...input, id })
    await updateDesks(tx, id, input.deskIds)
    await asAuth(tx, () => updateLoginName(tx, id, input.fullName))
    return { version }
  }),

  staffRoute(contract.changeRoles, async ({ tx, audited }, { params, input }) => {
    const id = params.workerId
    audited.records.add(id)
    const version = await updateRoles(tx, id, input.version, input.roles)
    await tellWatchers(tx, 'account_roles_changed', { workerId: id, roles: input.roles })
    // Rights changed: whoever holds a session shows again who he or she is.
    await asAuth(tx, () => endSessionsOf(tx, id))
    return { version }
  }),

  staffRoute(contract.endWorker, async ({ tx, audited, now }, { params, input }) => {
    const id = params.workerId
    audited.records.add(id)
    const version = await updateEnded(tx, id, input.version)
    await asAuth(tx, () => closeLogin(tx, id, now))
    return { version }
  }),

  staffRoute(contract.returnWorker, async ({ tx, audited }, { params, input }) => {
    audited.records.add(params.workerId)
    const version = await updateReturned(tx, params.workerId, input.version)
    await tellWatchers(tx, 'account_returned', { workerId: params.workerId })
    return { version }
  }),

  staffRoute(contract.nameForEmergency, async ({ tx, audited }, { params, input }) => {
    audited.records.add(params.workerId)
    return { version: await updateEmergency(tx, params.workerId, input.version, input.may) }
  }),

  openRoute(contract.printResetCode, async ({ params, input }, { request }) =>
    actWithSecret(
      deps,
      request,
      { name: 'printResetCode', endpoint: contract.printResetCode },
      (act) => printResetCode(deps.signIn, act, { workerId: params.workerId, ...input }),
    ),
  ),
]
