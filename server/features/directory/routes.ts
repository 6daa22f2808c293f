import * as contract from '@peyvand/domain/directory/contract.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { confirmService } from './confirm-service.ts'
import { findServices } from './find-services.ts'
import { holdOwnService } from './hold-own-service.ts'
import { checkDirectory, importDirectory } from './import-directory.ts'
import { listAgencyImports } from './import-store.ts'
import { keepPlaceSecret } from './keep-place-secret.ts'
import { presentService } from './present-service.ts'
import { listServicePage } from './service-list-store.ts'
import { findService } from './service-store.ts'
import { updateService } from './steward-store.ts'
import { addService, changeService } from './write-own-service.ts'

export const directoryRoutes: Route[] = [
  staffRoute(contract.listServices, async ({ tx }, { query }) => {
    const found = await listServicePage(tx, { ...query, limit: query.limit + 1 })
    const services = found.slice(0, query.limit)
    const more = found.length > query.limit
    return { services, before: more ? (services.at(-1)?.id ?? null) : null }
  }),

  staffRoute(contract.readService, async ({ tx }, { params }) =>
    presentService(orNotFound(await findService(tx, params.serviceId))),
  ),

  staffRoute(contract.findServicesForNeed, (act, { params, query }) =>
    findServices(act, params.caseId, params.needId, query),
  ),

  staffRoute(contract.confirmService, (act, { params, input }) =>
    confirmService(act, params.serviceId, input),
  ),

  staffRoute(contract.categoriseService, async (act, { params, input }) => {
    const { id } = await holdOwnService(act, params.serviceId, input.version)
    await updateService(act.tx, id, { needDomains: input.needDomains, domainsFrom: 'steward' })
    return { version: input.version + 1 }
  }),

  staffRoute(contract.addService, (act, { input }) => addService(act, input)),

  staffRoute(contract.changeService, (act, { params, input }) =>
    changeService(act, params.serviceId, input),
  ),

  staffRoute(contract.keepPlaceSecret, (act, { params, input }) =>
    keepPlaceSecret(act, params.locationId, input),
  ),

  staffRoute(contract.checkDirectory, (act, { input }) =>
    checkDirectory(act, { ...input, files: contentOf(input.files) }),
  ),

  staffRoute(contract.importDirectory, (act, { input }) =>
    importDirectory(act, { ...input, files: contentOf(input.files) }),
  ),

  staffRoute(contract.listImports, async ({ tx, actor }) => ({
    imports: await listAgencyImports(tx, actor.agencyId),
  })),
]

function contentOf(files: readonly { name: string; text: string }[]) {
  return files.map(({ name, text }) => ({ name, content: text }))
}
