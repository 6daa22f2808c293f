import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import type { RawBuilder, Transaction as KyselyTransaction } from 'kysely'
import pg from 'pg'
import { nameStatements } from './name-statements.ts'
import type { DB } from './types.ts'

export type Database = Kysely<DB>

/** A function that needs a transaction asks for one in its type, and so cannot run outside one. */
export type Transaction = KyselyTransaction<DB>

const asText = (value: string) => value
const asInstant = (value: string) =>
  value === 'infinity' || value === '-infinity' ? value : new Date(value).toISOString()

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    switch (oid) {
      case 1082: // date: a day stays the day it is in every time zone
        return asText
      case 1184: // timestamptz
        return asInstant
      case 20: // int8
      case 1700: // numeric
        return Number
      default:
        return pg.types.getTypeParser(oid, format)
    }
  },
}

// Behind a request somebody waits; a job may take its time.
const impatient =
  '-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s'

/** Who opens a pool listens to its `error`: a connection lost while idle is replaced at the next use. */
export function openPool(
  url: string,
  max: number,
  applicationName: string,
  role?: 'peyvand_jobs',
): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: `-c search_path=app,public -c jit=off ${role ? `-c role=${role}` : impatient}`,
  })
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: nameStatements(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** A value as jsonb: arrays and strings would otherwise be sent as PostgreSQL's own. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}
