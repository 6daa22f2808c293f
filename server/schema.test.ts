import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyDatabase } from './testing/template-database.ts'
import type { TestDatabase } from './testing/template-database.ts'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await copyDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const list = async (sql: string): Promise<string[]> =>
  (await owner.query<{ found: string }>(sql)).rows.map(({ found }) => found)

test('every table has row security on, for its owner too', async () => {
  expect(
    await list(`select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`),
  ).toEqual([])
})

test('a table has at most one permissive policy for a role and a command', async () => {
  expect(
    await list(`select format('%s: %s for %s', p.tablename, command, role) as found
      from pg_policies p, unnest(p.roles) role,
        unnest(case p.cmd when 'ALL' then '{SELECT,INSERT,UPDATE,DELETE}'::text[] else array[p.cmd] end) command
      where p.schemaname = 'app' and p.permissive = 'PERMISSIVE'
      group by p.tablename, command, role having count(*) > 1`),
  ).toEqual([])
})

test('delete and truncate are granted to nobody', async () => {
  expect(
    await list(`select format('%s on %s to %s', privilege_type, table_name, grantee) as found
      from information_schema.table_privileges
      where table_schema = 'app' and privilege_type in ('DELETE', 'TRUNCATE')
        and grantee not in ('peyvand_owner', 'postgres')`),
  ).toEqual([])
})

test('nobody writes case_access but the functions made for it', async () => {
  expect(
    await list(`select format('%s to %s', privilege_type, grantee) as found
      from information_schema.table_privileges
      where table_schema = 'app' and table_name = 'case_access' and privilege_type in ('INSERT', 'UPDATE')
        and grantee not in ('peyvand_owner', 'peyvand_definer', 'postgres')`),
  ).toEqual([])
})

test('functions that read past the policies belong to the definer, fix their search path, and are not for everybody', async () => {
  expect(
    await list(`select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'app' and p.prosecdef
        and (pg_get_userbyid(p.proowner) not in ('peyvand_definer', 'peyvand_jobs', 'peyvand_auth')
          or p.proconfig is null or not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')
          or (p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute')))`),
  ).toEqual([])
})

test('the server’s logins own nothing, pass no policy, and cannot become the job runner', async () => {
  expect(
    await list(
      `select rolname as found from pg_roles where rolname like 'peyvand%' and (rolbypassrls or rolsuper)`,
    ),
  ).toEqual([])
  expect(
    await list(`select c.relname as found from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname in ('peyvand_web', 'peyvand_worker')`),
  ).toEqual([])
  expect(
    await list(`select role as found from unnest('{peyvand_jobs,peyvand_definer,peyvand_owner}'::text[]) role
      where pg_has_role('peyvand_web', role, 'member')`),
  ).toEqual([])
})

test('the client’s role opens a link and asks what it shows; it reads no table', async () => {
  expect(
    await list(`select p.proname as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'app' and p.prosecdef and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('peyvand_client', p.oid, 'execute')
      union all
      select table_name || ': ' || privilege_type from information_schema.role_table_grants
      where table_schema = 'app' and grantee = 'peyvand_client'
      order by found`),
  ).toEqual(['audit: INSERT', 'client_sight', 'open_answer_link'])
})

test('no worker moves a row to another case, agency or person, or says that somebody else wrote it', async () => {
  expect(
    await list(`select format('%s.%s', table_name, column_name) as found
      from information_schema.column_privileges
      where table_schema = 'app' and grantee = 'peyvand_staff' and privilege_type = 'UPDATE'
        and (column_name in ('id', 'case_id', 'agency_id', 'created_at', 'created_by', 'author_id', 'user_id')
          or column_name in ('person_id', 'other_id', 'household_id')
            and table_name in ('phone_number', 'address', 'household_member', 'relationship', 'case_person')
          or table_name in ('answer_link', 'consent', 'document', 'note') and column_name not in
            ('withdrawn_at', 'withdrawn_reason', 'format', 'sections', 'status', 'signed_at', 'signed_by',
              'only_for', 'wall_reason'))
        and table_name not in (select table_name from information_schema.columns
          where table_schema = 'app' and column_name = 'steward_agency_id')
      order by 1`),
  ).toEqual([])
})

test('every table of a case leads its reads by the case', async () => {
  const unindexed = await list(`select c.relname as found from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
    where n.nspname = 'app' and c.relkind = 'r' and c.relname not in ('history', 'request', 'document_chunk')
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)`)
  expect(unindexed).toEqual([])
})
