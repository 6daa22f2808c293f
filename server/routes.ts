import { contract } from '@peyvand/domain/api.ts'
import type pg from 'pg'
import { accessRoutes } from './features/access/routes.ts'
import { agencyRoutes } from './features/agency/routes.ts'
import { assessmentRoutes } from './features/assessment/routes.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { casesRoutes } from './features/cases/routes.ts'
import { directoryRoutes } from './features/directory/routes.ts'
import { documentsRoutes } from './features/documents/routes.ts'
import { findingRoutes } from './features/finding/routes.ts'
import { intakeRoutes } from './features/intake/routes.ts'
import { linkingRoutes } from './features/linking/routes.ts'
import { monitoringRoutes } from './features/monitoring/routes.ts'
import { outcomesRoutes } from './features/outcomes/routes.ts'
import { peopleRoutes } from './features/people/routes.ts'
import { reviewRoutes } from './features/review/routes.ts'
import { planningRoutes } from './features/planning/routes.ts'
import { fillAgencyAt } from './fill-agency.ts'
import type { Database } from './platform/db/database.ts'
import type { NamedRoute } from './platform/http/register-routes.ts'
import type { Route } from './platform/http/route-context.ts'
import type { SignIn } from './platform/sign-in/sign-in.ts'

export interface RouteDeps {
  database: Database
  pools: { web: pg.Pool; auth: pg.Pool }
  clock: () => string
  /** Whether the browser reaches us over TLS. */
  secure: boolean
  origin: string
  signIn: SignIn
  secrets: { drafts: string }
  /** Whether a mail server is named. */
  mails: boolean
  fillWithDemo?: ((agencyId: string) => Promise<void>) | undefined
}

/** Every room's routes. A route that the contract lists and no room serves stops the start. */
export function routesOf(deps: RouteDeps): Route[] {
  return [
    ...accessRoutes({ ...deps, fillAgency: fillAgencyAt(deps.clock) }),
    ...agencyRoutes(deps.secrets.drafts),
    ...assessmentRoutes,
    ...auditRoutes,
    ...casesRoutes,
    ...planningRoutes,
    ...documentsRoutes,
    ...directoryRoutes,
    ...linkingRoutes(deps),
    ...monitoringRoutes,
    ...outcomesRoutes,
    ...intakeRoutes,
    ...findingRoutes,
    ...peopleRoutes,
    ...reviewRoutes,
  ]
}

export function nameRoutes(routes: readonly Route[]): NamedRoute[] {
  const byEndpoint = new Map(routes.map((route) => [route.endpoint, route]))
  const named = contract.map(({ name, endpoint }) => {
    const route = byEndpoint.get(endpoint)
    if (!route) throw new Error(`The contract lists ${name}, and no room serves it`)
    return { name, route }
  })
  if (named.length !== byEndpoint.size) {
    throw new Error('A room serves a route that the contract does not list')
  }
  return named
}
