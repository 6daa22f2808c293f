import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import { partnerScopes, tokenScopes } from '@peyvand/domain/access/token-scopes.ts'
import { v7 as newId } from 'uuid'
import type pg from 'pg'
import { z } from 'zod'
import { makeMachineToken } from '../platform/sign-in/machine-token.ts'
import { asRole, findAgency, inOwnerTransaction } from './as-owner.ts'

const day = 24 * 60 * 60 * 1000

const ofAny = {
  agency: z.string().optional(),
  /** What the machine is, for the list of machines. */
  name: z.string().trim().min(1).max(120),
  days: z.int().min(1).max(730).default(365),
}

export const tokenToCreate = z.union([
  z.strictObject({
    ...ofAny,
    /** The worker as whom the machine acts. */
    userName: z.string(),
    scopes: z.array(z.enum(tokenScopes)).min(1),
  }),
  z.strictObject({
    ...ofAny,
    /** Name or id of the organisation whose system it is. */
    organisation: z.string(),
    scopes: z.array(z.enum(partnerScopes)).min(1),
  }),
])

/**
 * A bearer token for a machine, shown this once: it acts as a worker, who is told, or it is the
 * system of a partner.
 */
export async function createToken(
  ownerUrl: string,
  given: z.input<typeof tokenToCreate>,
  now: Date,
): Promise<{ token: string; until: Date }> {
  const wanted = tokenToCreate.parse(given)
  const { token, hash } = makeMachineToken()
  const id = newId()
  const until = new Date(now.getTime() + wanted.days * day)
  await inOwnerTransaction(ownerUrl, async (client) => {
    const agencyId = await findAgency(client, wanted.agency)
    let userId: string | null = null
    let organisationId: string | null = null
    await asRole(client, 'peyvand_owner', async () => {
      if (!('userName' in wanted)) return
      const found = await client.query<{ id: string }>(
        'select id from auth.login where user_name = $1',
        [normalUserName(wanted.userName)],
      )
      userId = found.rows[0]?.id ?? null
      if (!userId) throw new Error(`There is no worker with the user name "${wanted.userName}".`)
    })
    await asRole(client, 'peyvand_definer', async () => {
      if ('organisation' in wanted) {
        organisationId = await findOrganisation(client, agencyId, wanted.organisation)
      }
      if (userId && 'userName' in wanted) {
        const told = await client.query(
          `insert into app.notice (worker_id, kind, facts)
           select id, 'token_created', $3 from app.worker
           where id = $1 and agency_id = $2 and ended_at is null`,
          [userId, agencyId, { name: wanted.name, scopes: wanted.scopes }],
        )
        if (told.rowCount !== 1) {
          throw new Error(`"${wanted.userName}" does not work in this agency (any more).`)
        }
      }
      await client.query(
        `insert into app.audit (agency_id, verb, records, outcome)
         values ($1, 'tokenCreate', $2, 'done')`,
        [agencyId, [id, userId ?? organisationId]],
      )
    })
    await asRole(client, 'peyvand_owner', async () => {
      await client.query(
        `insert into auth.machine_token
           (id, agency_id, user_id, organisation_id, kind, name, token_hash, scopes, made_at, until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          agencyId,
          userId,
          organisationId,
          userId === null ? 'partner_system' : 'person',
          wanted.name,
          hash,
          wanted.scopes,
          now,
          until,
        ],
      )
    })
  })
  return { token, until }
}

/** An organisation that this agency may read in the directory, by its name or id. */
async function findOrganisation(
  client: pg.Client,
  agencyId: string,
  named: string,
): Promise<string> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, name from app.organisation
     where (id::text = $1 or name = $1) and withdrawn_at is null
       and (kind = 'formal' or reader_agency_id = $2) order by id`,
    [named, agencyId],
  )
  const [first, ...others] = rows
  if (!first) throw new Error(`There is no organisation "${named}" in the directory.`)
  if (others.length === 0) return first.id
  const ids = rows.map(({ id }) => id).join(', ')
  throw new Error(`Several organisations have the name "${named}". Give the id: ${ids}.`)
}
