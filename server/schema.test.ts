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

// What a worker's reading of a table rests on, as its policy says it.
const scopes: [scope: string, restsOn: RegExp][] = [
  ['case', /my_cases|can_see_group/],
  ['person', /can_see_(person|family|household)/],
  ['desk', /my_desks|FROM app\.request r/],
  ['agency', /my_agency|directory_readers/],
]

/** Tables that no worker reads past these scopes: one's own rows, and what functions alone reach. */
const apart: Record<string, readonly string[]> = {
  // where rows of the shared directory come from, and under which licence
  shared: ['directory_import'],
  self: ['case_access', 'command', 'desk_member', 'draft', 'notice'],
  functions: [
    'audit',
    'audit_era',
    'audit_seal',
    'case_counter',
    'due_round',
    'look_up',
    'mail',
    'name_sound_near',
    'name_token',
    'name_token_near',
    'same_round',
    'summary_cell',
    'summary_period',
    'summary_programme',
    'summary_round',
  ],
}

test('every table stands in exactly one scope', async () => {
  const { rows } = await owner.query<{ name: string; rule: string | null }>(
    `select c.relname as name, (select p.qual from pg_policies p
        where p.schemaname = 'app' and p.tablename = c.relname and 'peyvand_staff' = any (p.roles)
          and p.cmd in ('SELECT', 'ALL')) as rule
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind = 'r' order by 1`,
  )
  const astray = rows.flatMap(({ name, rule }) => {
    const found = scopes.filter(([, restsOn]) => restsOn.test(rule ?? '')).map(([scope]) => scope)
    const declared = Object.keys(apart).filter((scope) => apart[scope]?.includes(name))
    const selfOrNone = rule === null || rule === 'true' || /app\.me\(\)/.test(rule)
    const stands = found.length > 0 ? found : declared
    return stands.length === 1 && (found.length > 0 || selfOrNone) ? [] : [{ name, rule, stands }]
  })
  expect(astray).toEqual([])
})

test('a view over the tables reads with the eyes of its reader, and reports read no view', async () => {
  expect(
    await list(`select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind in ('v', 'm')
        and (c.relkind = 'm' or not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
          or has_table_privilege('peyvand_report', c.oid, 'select'))`),
  ).toEqual([])
})

test('whoever works with the tables makes nothing in their schemas', async () => {
  expect(
    await list(`select format('%s in %s', role, schema) as found
      from unnest('{peyvand_web,peyvand_worker,peyvand_staff,peyvand_partner,peyvand_client,peyvand_report,peyvand_jobs}'::text[]) role,
        unnest('{app,auth,public}'::text[]) schema
      where has_schema_privilege(role, schema, 'create')`),
  ).toEqual([])
})
