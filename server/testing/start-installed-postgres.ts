import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startForgetfulPostgres, urlOf } from './start-forgetful-postgres.ts'

const debian = '/usr/lib/postgresql'

/** The folders of the PostgreSQL servers that Debian's packages put here, newest first. */
export function findInstalledPostgres(): string[] {
  if (!existsSync(debian)) return []
  return readdirSync(debian)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'))
    .filter((folder) => existsSync(join(folder, 'postgres')))
}

export type InstalledServer = {
  /** A database of its own, owned by one who may make roles but is no superuser. */
  newDatabase: () => Promise<string>
  stop: () => Promise<void>
}

/** A server as a provider rents it out: no superuser, no bypassing of row security. */
export async function startInstalledPostgres(folder: string): Promise<InstalledServer> {
  const cluster = await startForgetfulPostgres(
    {
      postgres: join(folder, 'postgres'),
      initdb: join(folder, 'initdb'),
      pgCtl: join(folder, 'pg_ctl'),
    },
    ['--encoding=UTF8', '--locale=C.UTF-8'],
  )
  const asAdmin = async (sql: string) => {
    const admin = new pg.Client({ connectionString: urlOf(cluster, 'postgres', 'postgres') })
    await admin.connect()
    await admin.query(sql)
    await admin.end()
  }
  const password = randomBytes(16).toString('hex')
  await asAdmin(`create role office login createrole password '${password}'`)
  return {
    newDatabase: async () => {
      const name = `office_${randomBytes(6).toString('hex')}`
      await asAdmin(`create database ${name} owner office`)
      return urlOf(cluster, 'office', name, password)
    },
    stop: cluster.stop,
  }
}
