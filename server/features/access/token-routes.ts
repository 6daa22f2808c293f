import * as contract from '@peyvand/domain/access/contract.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { Refused } from '../../platform/http/refused.ts'
import { openRoute, staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { makeMachineToken } from '../../platform/sign-in/machine-token.ts'
import type { AccessDeps } from './access-deps.ts'
import { asAuth } from './as-auth.ts'
import { actWithSecret } from './as-signed-in.ts'
import { insertToken, listTokensOfAgency, updateRevoked } from './token-store.ts'

const day = 24 * 60 * 60 * 1000

export const tokenRoutes = (deps: AccessDeps): Route[] => [
  staffRoute(contract.listTokens, async ({ tx, actor, now }) => ({
    tokens: await asAuth(tx, () => listTokensOfAgency(tx, actor.agencyId, now)),
  })),

  openRoute(contract.addPartnerToken, async ({ input }, { request }) =>
    actWithSecret(
      deps,
      request,
      { name: 'addPartnerToken', endpoint: contract.addPartnerToken },
      async ({ tx, actor, now, audited }) => {
        const { token, hash } = makeMachineToken()
        const id = newId()
        const until = new Date(Date.parse(now) + input.days * day).toISOString()
        const { agencyId } = actor
        const { name, scopes } = input
        audited.records.add(id)
        await asAuth(tx, () =>
          insertToken(tx, {
            id,
            agencyId,
            userId: null,
            name,
            hash,
            scopes,
            madeBy: actor.id,
            now,
            until,
          }),
        )
        return { id, token, until }
      },
    ),
  ),

  staffRoute(contract.revokeToken, async ({ tx, actor, now, audited }, { params }) => {
    const token = { id: params.tokenId, agencyId: actor.agencyId, now }
    audited.records.add(token.id)
    const revoked = await asAuth(tx, () => updateRevoked(tx, token))
    if (!revoked) throw new Refused('not_found')
    if (revoked.userId) {
      await sql`select app.tell(${revoked.userId}, 'token_revoked',
        ${JSON.stringify({ by: actor.id, name: revoked.name })}::jsonb)`.execute(tx)
    }
    return {}
  }),
]
