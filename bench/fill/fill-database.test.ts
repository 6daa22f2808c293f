import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../server/testing/template-database.ts'
import type { TestDatabase } from '../../server/testing/template-database.ts'
import { reckonDue } from '../../server/features/monitoring/reckon-due.ts'
import { openDatabase, openPool } from '../../server/platform/db/database.ts'
import { readNationalId } from '@peyvand/domain/people/national-id.ts'
import { fillDatabase } from './fill-database.ts'
import { makePerson } from './make-person.ts'

const size = 600
const today = '2026-11-22'
let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await emptyDatabase()
  const password = new URL(database.ownerUrl).password
  await fillDatabase({
    ownerUrl: database.ownerUrl,
    password,
    size,
    today,
    trail: true,
    say: () => undefined,
  })
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=app,public',
  })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const list = async (sql: string) => (await owner.query<Record<string, unknown>>(sql)).rows

test('there are as many persons and cases as were asked for, three of twenty of them open', async () => {
  const [counted] = await list(
    `select (select count(*)::int from person) as persons, count(*)::int as cases,
       count(*) filter (where status = 'open')::int as open from case_file`,
  )
  expect(counted).toEqual({ persons: size, cases: size, open: (size * 3) / 20 })
})

test('every row names rows that exist', async () => {
  const keys = await list(
    `select conrelid::regclass::text as "table", confrelid::regclass::text as other,
       (select array_agg(a.attname::text order by n) from unnest(conkey) with ordinality k (num, n)
         join pg_attribute a on a.attrelid = conrelid and a.attnum = k.num) as columns,
       (select array_agg(a.attname::text order by n) from unnest(confkey) with ordinality k (num, n)
         join pg_attribute a on a.attrelid = confrelid and a.attnum = k.num) as others
     from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace`,
  )
  const missing: unknown[] = []
  for (const key of keys) {
    const columns = key.columns as string[]
    const others = key.others as string[]
    const whole = columns.map((column) => `t.${column} is not null`).join(' and ')
    const same = columns.map((column, n) => `o.${others[n]} = t.${column}`).join(' and ')
    const found = await list(
      `select from ${String(key.table)} t where ${whole}
         and not exists (select from ${String(key.other)} o where ${same}) limit 1`,
    )
    if (found.length > 0) missing.push(key)
  }
  expect(keys.length).toBeGreaterThan(50)
  expect(missing).toEqual([])
})

test('every command is on the audit trail once, and of every change it is kept what was there', async () => {
  const [counted] = await list(
    `select (select count(*)::int from command) as commands,
       (select count(*)::int from audit where verb <> 'readCase') as told,
       (select count(*)::int from need where outcome is not null) as ended,
       (select count(*)::int from history h join need n on n.id = h.row_id
         where h.table_name = 'need' and h.old ->> 'outcome' = n.outcome) as kept`,
  )
  expect(counted?.commands).toBeGreaterThan(20 * size)
  expect(counted?.told).toBe(counted?.commands)
  expect(counted?.kept).toBe(counted?.ended)
})

test('the words under which people are found are those the app itself keeps', async () => {
  const before = await list('select id, name_tokens from person order by id')
  await owner.query('update person set given_name = given_name')
  expect(await list('select id, name_tokens from person order by id')).toEqual(before)
})

test('who may see a case follows from teams and lines as the app itself derives it', async () => {
  const grounds = `select user_id, case_id, groups, may_write, why, cause, until = 'infinity' as stays
    from case_access where until > now() order by user_id, case_id, cause`
  const before = await list(grounds)
  expect(before.length).toBeGreaterThan(100)
  await owner.query('delete from case_access')
  await owner.query('select derive_access(case_id, worker_id) from team_member')
  expect(await list(grounds)).toEqual(before)
})

test('what is due is what the app itself reckons', async () => {
  const rows = `select case_id, key, data_group, rule, element, level, due_on::text, facts, act, subject_id, worker_id
    from due where ended_at is null order by case_id, key`
  const before = await list(rows)
  const cases = await list('select id from case_file')
  const kysely = openDatabase(openPool(database.ownerUrl, 1, 'test'))
  await kysely.transaction().execute((tx) =>
    reckonDue(
      tx,
      cases.map(({ id }) => String(id)),
      today,
    ),
  )
  await kysely.destroy()
  expect(before.length).toBeGreaterThan(100)
  expect(await list(rows)).toEqual(before)
})

test('national IDs are right by their check digit, and most people have one', () => {
  const ids = Array.from({ length: 500 }, (_, n) => makePerson(n, today).nationalId)
  const known = ids.filter((each) => each !== null)
  expect(known.filter((each) => readNationalId(each).fault)).toEqual([])
  expect(known.length).toBeGreaterThan(400)
})
