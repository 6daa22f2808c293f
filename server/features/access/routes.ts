import type { Route } from '../../platform/http/route-context.ts'
import type { AccessDeps } from './access-deps.ts'
import { accountRoutes } from './account-routes.ts'
import { emergencyRoutes } from './emergency-routes.ts'
import { setUpRoutes } from './set-up-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { workerRoutes } from './worker-routes.ts'

export const accessRoutes = (deps: AccessDeps): Route[] => [
  ...setUpRoutes(deps),
  ...signInRoutes(deps),
  ...accountRoutes(deps),
  ...workerRoutes(deps),
  ...tokenRoutes(deps),
  ...emergencyRoutes,
]
