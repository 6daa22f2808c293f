import type pg from 'pg'

/** The schemas an archive holds; the job queue is archived as jobs, not as tables. */
export const archivedSchemas = ['app', 'auth', 'peyvand_migration']

/**
 * Lets `peyvand_archive` read every row, and do nothing else: the owner of the tables sees none
 * under forced row security, and only the owner of the database may become this role.
 */
export async function ensureArchiveAccess(client: pg.Client): Promise<void> {
  const schemas = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname = any($1)`,
    [archivedSchemas],
  )
  for (const { name } of schemas.rows) {
    await client.query(`grant usage on schema ${name} to peyvand_archive`)
    await client.query(`grant select on all tables in schema ${name} to peyvand_archive`)
    await client.query(`grant select on all sequences in schema ${name} to peyvand_archive`)
  }
  const guarded = await client.query<{ table: string }>(
    `select c.oid::regclass::text as table
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind in ('r', 'p') and c.relrowsecurity
        and not exists (
          select from pg_policy p where p.polrelid = c.oid and p.polname = 'archive_read')`,
    [archivedSchemas],
  )
  for (const { table } of guarded.rows) {
    await client.query(
      `create policy archive_read on ${table} for select to peyvand_archive using (true)`,
    )
  }
}
