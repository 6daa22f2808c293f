import * as contract from '@peyvand/domain/access/contract.ts'
import { openRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { callerOf } from '../../platform/sign-in/caller.ts'
import { signInByPassword } from '../../platform/sign-in/sign-in-steps.ts'
import type { AccessDeps } from './access-deps.ts'
import { isSetUpNeeded } from './ensure-set-up-code.ts'
import { sendCookies } from './send-cookies.ts'
import { setUpAgency } from './set-up-agency.ts'

export const setUpRoutes = (deps: AccessDeps): Route[] => [
  openRoute(contract.readSetUp, async () => ({
    needed: await isSetUpNeeded(deps.signIn),
    offersDemo: deps.fillWithDemo !== undefined,
  })),

  openRoute(contract.setUp, async ({ input }, { request, reply }) => {
    const caller = callerOf(request)
    const made = await setUpAgency(deps, caller, input)
    if (input.start === 'demo') await deps.fillWithDemo?.(made.agencyId)
    const { userName, password } = input.administrator
    const signedIn = await signInByPassword(deps.signIn, caller, { name: userName, password })
    if (signedIn.kind === 'signed_in') sendCookies(reply, signedIn.setCookies)
    return made
  }),
]
