import type pg from 'pg'
import { rowSchemas } from './list-tables.ts'

/**
 * Takes foreign keys, triggers and forced row security off every table, so that rows come in as
 * they were, in any order; answers how to put them back. Foreign keys are checked again over all
 * rows when they return. Needs the role that owns the tables, and no superuser.
 */
export async function detachRules(client: pg.Client): Promise<() => Promise<void>> {
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name,
            pg_get_constraintdef(oid) as definition
       from pg_constraint
      where contype = 'f' and connamespace in (select oid from pg_namespace where nspname = any($1))
      order by 1, 2`,
    [rowSchemas],
  )
  const triggers = await client.query<{ table: string; name: string; enabled: string }>(
    `select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as name,
            t.tgenabled::text as enabled
       from pg_trigger t
       join pg_class c on c.oid = t.tgrelid
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and not t.tgisinternal and t.tgenabled <> 'D'
      order by 1, 2`,
    [rowSchemas],
  )
  const forced = await client.query<{ table: string }>(
    `select c.oid::regclass::text as table
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relforcerowsecurity
      order by 1`,
    [rowSchemas],
  )
  for (const { table, name } of keys.rows) {
    await client.query(`alter table ${table} drop constraint ${name}`)
  }
  for (const { table, name } of triggers.rows) {
    await client.query(`alter table ${table} disable trigger ${name}`)
  }
  for (const { table } of forced.rows) {
    await client.query(`alter table ${table} no force row level security`)
  }
  return async () => {
    for (const { table, name, definition } of keys.rows) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    }
    for (const { table, name, enabled } of triggers.rows) {
      const how = enabled === 'A' ? 'enable always' : enabled === 'R' ? 'enable replica' : 'enable'
      await client.query(`alter table ${table} ${how} trigger ${name}`)
    }
    for (const { table } of forced.rows) {
      await client.query(`alter table ${table} force row level security`)
    }
  }
}
