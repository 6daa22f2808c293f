import pg from 'pg'

/** One transaction as the owner of the database; nothing of it is kept when it fails. */
export async function inOwnerTransaction<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'peyvand' })
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    // Closing the connection takes back whatever was not committed.
    await client.end()
  }
}

/** `peyvand_definer` reaches the tables under row security, `peyvand_owner` the accounts. */
export async function asRole(
  client: pg.Client,
  role: 'peyvand_definer' | 'peyvand_owner',
  work: () => Promise<void>,
): Promise<void> {
  await client.query(`set local role ${role}`)
  await work()
  await client.query('reset role')
}

/** The agency of this name or id; without one, the only agency there is. */
export async function findAgency(client: pg.Client, named: string | undefined): Promise<string> {
  let found: { id: string; name: string }[] = []
  await asRole(client, 'peyvand_definer', async () => {
    const result = await client.query<{ id: string; name: string }>(
      'select id, name from app.agency where $1::text is null or name = $1 or id::text = $1 order by name',
      [named ?? null],
    )
    found = result.rows
  })
  const [first, ...others] = found
  if (first && others.length === 0) return first.id
  if (!first) {
    throw new Error(
      named === undefined
        ? 'There is no agency yet: open Peyvand in a browser and set it up first.'
        : `There is no agency "${named}".`,
    )
  }
  const list = found.map((agency) => `"${agency.name}" (${agency.id})`).join(', ')
  throw new Error(`Which agency? Give --agency with a name or an id: ${list}.`)
}
