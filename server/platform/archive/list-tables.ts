import type pg from 'pg'

export type ArchivedTable = { table: string; columns: string[] }

/** The schemas whose rows are archived; the migrations stand in the preface instead. */
export const rowSchemas = ['app', 'auth']

/** Every table with the columns that hold something of their own, names quoted where needed. */
export async function listTables(client: pg.Client): Promise<ArchivedTable[]> {
  const found = await client.query<ArchivedTable>(
    `select c.oid::regclass::text as table,
            array_agg(quote_ident(a.attname) order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid
      where n.nspname = any($1) and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.oid
      order by c.oid::regclass::text collate "C"`,
    [rowSchemas],
  )
  return found.rows
}
