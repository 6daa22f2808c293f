import * as contract from '@peyvand/domain/access/contract.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { openRoute, staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { makeMachineToken } from '../../platform/sign-in/machine-token.ts'
import type { AccessDeps } from './access-deps.ts'
import { asAuth } from './as-auth.ts'
import { actWithSecret } from './as-signed-in.ts'
import { tellWatchers } from './tell-watchers.ts'
import {
  findOrganisation,
  insertPartnerToken,
  listOrganisations,
  listTokensOfAgency,
  updateRevoked,
} from './token-store.ts'

const day = 24 * 60 * 60 * 1000

export const tokenRoutes = (deps: AccessDeps): Route[] => [
  staffRoute(contract.listTokens, async ({ tx, actor, now }) => {
    const rows = await asAuth(tx, () => listTokensOfAgency(tx, actor.agencyId, now))
    const bound = rows.flatMap(({ organisationId }) => (organisationId ? [organisationId] : []))
    const organisations = new Map(
      (await listOrganisations(tx, bound)).map((organisation) => [organisation.id, organisation]),
    )
    const tokens = rows.map(({ organisationId, ...token }) => ({
      ...token,
      organisation: organisations.get(organisationId ?? '') ?? null,
    }))
    return { tokens }
  }),

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
        const { name, scopes, organisationId } = input
        const organisation = orNotFound(await findOrganisation(tx, organisationId))
        audited.records.add(id).add(organisationId)
        await asAuth(tx, () =>
          insertPartnerToken(tx, {
            id,
            agencyId,
            organisationId,
            name,
            hash,
            scopes,
            madeBy: actor.id,
            now,
            until,
          }),
        )
        await tellWatchers(tx, 'partner_token_made', {
          tokenId: id,
          name,
          organisation: organisation.name,
        })
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
