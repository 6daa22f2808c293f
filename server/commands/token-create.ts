import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import { tokenScopes } from '@peyvand/domain/access/token-scopes.ts'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { makeMachineToken } from '../platform/sign-in/machine-token.ts'
import { asRole, findAgency, inOwnerTransaction } from './as-owner.ts'

const day = 24 * 60 * 60 * 1000

export const tokenToCreate = z.strictObject({
  agency: z.string().optional(),
  /** The worker as whom the machine acts; without one it is the system of a partner. */
  userName: z.string().optional(),
  /** What the machine is, for the list of machines. */
  name: z.string().trim().min(1).max(120),
  scopes: z.array(z.enum(tokenScopes)).min(1),
  days: z.int().min(1).max(730).default(365),
})

/** A bearer token for a machine, shown this once. A worker as whom it acts is told. */
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
    await asRole(client, 'peyvand_owner', async () => {
      if (wanted.userName === undefined) return
      const found = await client.query<{ id: string }>(
        'select id from auth.login where user_name = $1',
        [normalUserName(wanted.userName)],
      )
      userId = found.rows[0]?.id ?? null
      if (!userId) throw new Error(`There is no worker with the user name "${wanted.userName}".`)
    })
    await asRole(client, 'peyvand_definer', async () => {
      if (userId) {
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
        [agencyId, [id, ...(userId ? [userId] : [])]],
      )
    })
    await asRole(client, 'peyvand_owner', async () => {
      await client.query(
        `insert into auth.machine_token
           (id, agency_id, user_id, kind, name, token_hash, scopes, made_at, until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          agencyId,
          userId,
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
