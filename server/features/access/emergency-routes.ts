import * as contract from '@peyvand/domain/access/contract.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import {
  findPartnerCode,
  insertEmergency,
  listEmergencyRows,
  updateEmergencyEnded,
  updateEmergencyFinding,
} from './emergency-store.ts'

export const emergencyRoutes: Route[] = [
  staffRoute(contract.readPartnerCode, async ({ tx }) => ({ code: await findPartnerCode(tx) })),

  staffRoute(contract.breakGlass, async ({ tx, audited }, { params, input }) => {
    const caseIds = await insertEmergency(tx, params.personId, input)
    for (const caseId of caseIds) audited.cases.add(caseId)
    audited.reason = `emergency:${input.category}`
    return { caseIds }
  }),

  staffRoute(contract.listEmergencies, async ({ tx }, { query }) => ({
    emergencies: await listEmergencyRows(tx, query.show === 'waiting', query.before),
  })),

  staffRoute(contract.endEmergency, async ({ tx, audited }, { params }) => {
    audited.records.add(params.emergencyId)
    await updateEmergencyEnded(tx, params.emergencyId)
    return {}
  }),

  staffRoute(contract.reviewEmergency, async ({ tx, audited }, { params, input }) => {
    audited.records.add(params.emergencyId)
    return { version: await updateEmergencyFinding(tx, params.emergencyId, input) }
  }),
]
