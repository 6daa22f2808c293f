import type pg from 'pg'

/**
 * Takes every index off that no constraint rests on: made anew over all rows it takes a fraction of
 * the time. Answers how to put them back, as many at once as there are connections.
 */
export async function takeIndexesOff(client: pg.Client) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i
       join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app'
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by 1`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return async (clients: readonly pg.Client[]) => {
    const waiting = [...rows]
    await Promise.all(
      clients.map(async (each) => {
        for (let row = waiting.shift(); row; row = waiting.shift()) await each.query(row.definition)
      }),
    )
  }
}
