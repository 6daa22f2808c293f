import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import { asRole, findAgency, inOwnerTransaction } from './as-owner.ts'

/** The named administrator, or the only one the agency has. */
export async function findAdministrator(
  ownerUrl: string,
  options: { agency?: string; as?: string },
): Promise<string> {
  return await inOwnerTransaction(ownerUrl, async (client) => {
    const agencyId = await findAgency(client, options.agency)
    const named = options.as === undefined ? null : normalUserName(options.as)
    let logins: { id: string; user_name: string }[] = []
    await asRole(client, 'peyvand_owner', async () => {
      const found = await client.query<{ id: string; user_name: string }>(
        'select id, user_name from auth.login where $1::text is null or user_name = $1',
        [named],
      )
      logins = found.rows
    })
    let ids: string[] = []
    await asRole(client, 'peyvand_definer', async () => {
      const found = await client.query<{ id: string }>(
        `select id from app.worker where agency_id = $1 and ended_at is null
           and 'administrator' = any (roles) and id = any ($2)`,
        [agencyId, logins.map(({ id }) => id)],
      )
      ids = found.rows.map(({ id }) => id)
    })
    const [first, ...others] = ids
    if (first && others.length === 0) return first
    if (!first) throw new Error('There is no such administrator in this agency.')
    const names = logins.filter(({ id }) => ids.includes(id)).map((login) => login.user_name)
    throw new Error(`Who imports? Give --as with one of: ${names.join(', ')}.`)
  })
}
