import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createCluster } from '../platform/database/create-cluster.ts'
import { findBinaries } from '../platform/database/find-binaries.ts'
import { findFreePort } from '../platform/database/find-free-port.ts'
import { findOsUser } from '../platform/database/find-os-user.ts'
import { setLoginPasswords } from '../platform/database/set-login-passwords.ts'
import { startPostgres } from '../platform/database/start-postgres.ts'
import { stopPostgres } from '../platform/database/stop-postgres.ts'
import { migrate } from '../platform/db/migrate.ts'

export const templateName = 'peyvand_template'

export type TestCluster = { port: number; password: string }

/** A PostgreSQL that forgets: for tests and tools, with a migrated template database. */
export async function startTestCluster(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const user = await findOsUser()
  const binaries = await findBinaries(user)
  const home = await mkdtemp(join(tmpdir(), 'peyvand-test-'))
  if (user) await chown(home, user.uid, user.gid)
  const folder = join(home, 'cluster')
  const password = randomBytes(16).toString('hex')
  await createCluster(binaries, user, folder, password)
  const port = await findFreePort()
  const child = await startPostgres({
    binaries,
    user,
    folder,
    port,
    logFile: join(home, 'postgres.log'),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      jit: 'off',
      random_page_cost: '1.1',
      max_connections: '200',
      max_wal_size: '4GB',
      scram_iterations: '64',
    },
  })
  const stop = async () => {
    if (child.pid) await stopPostgres(binaries, folder, child.pid)
    await rm(home, { recursive: true, force: true })
  }
  try {
    await createTemplate({ port, password })
  } catch (error) {
    await stop()
    throw error
  }
  return { port, password, stop }
}

async function createTemplate(cluster: TestCluster): Promise<void> {
  const admin = new pg.Client({ connectionString: urlOf(cluster, 'postgres', 'postgres') })
  await admin.connect()
  try {
    await admin.query('set scram_iterations = 64')
    await admin.query(`create database ${templateName}`)
  } finally {
    await admin.end()
  }
  const ownerUrl = urlOf(cluster, 'postgres', templateName)
  await migrate(ownerUrl, { log: () => undefined })
  await setLoginPasswords(ownerUrl, { web: cluster.password, worker: cluster.password })
}

export function urlOf(cluster: TestCluster, user: string, database: string): string {
  return `postgresql://${user}:${cluster.password}@127.0.0.1:${cluster.port}/${database}`
}
