import pg from 'pg'
import { findBinaries } from '../platform/database/find-binaries.ts'
import { findOsUser } from '../platform/database/find-os-user.ts'
import { setLoginPasswords } from '../platform/database/set-login-passwords.ts'
import { migrate } from '../platform/db/migrate.ts'
import { startForgetfulPostgres, urlOf } from './start-forgetful-postgres.ts'
import type { TestCluster } from './start-forgetful-postgres.ts'

export const templateName = 'peyvand_template'

/** The embedded PostgreSQL with a migrated template database. */
export async function startTestCluster(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const cluster = await startForgetfulPostgres(await findBinaries(await findOsUser()))
  try {
    await createTemplate(cluster)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster
}

async function createTemplate(cluster: TestCluster): Promise<void> {
  const admin = new pg.Client({ connectionString: urlOf(cluster, 'postgres', 'postgres') })
  await admin.connect()
  try {
    await admin.query(`create database ${templateName}`)
  } finally {
    await admin.end()
  }
  const ownerUrl = urlOf(cluster, 'postgres', templateName)
  await migrate(ownerUrl, { log: () => undefined })
  await setLoginPasswords(ownerUrl, { web: cluster.password, worker: cluster.password })
}
