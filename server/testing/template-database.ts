import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { authUrl } from '../platform/database/auth-url.ts'
import { urlOf } from './start-forgetful-postgres.ts'
import { templateName } from './start-test-cluster.ts'

export type TestDatabase = {
  ownerUrl: string
  webUrl: string
  workerUrl: string
  authUrl: string
  drop: () => Promise<void>
}

/** A migrated database of its own for one test file. */
export function copyDatabase(): Promise<TestDatabase> {
  return createDatabase(`template ${templateName}`)
}

/** A database nobody migrated. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('')
}

async function createDatabase(how: string): Promise<TestDatabase> {
  const cluster = inject('cluster')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(`create database ${name} ${how}`)
  const webUrl = urlOf(cluster, 'peyvand_web', name)
  return {
    ownerUrl: urlOf(cluster, 'postgres', name),
    webUrl,
    workerUrl: urlOf(cluster, 'peyvand_worker', name),
    authUrl: authUrl(webUrl),
    drop: () => asAdmin(`drop database ${name} with (force)`),
  }
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({
    connectionString: urlOf(inject('cluster'), 'postgres', 'postgres'),
  })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
