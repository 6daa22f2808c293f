import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCluster } from '../platform/database/create-cluster.ts'
import type { Binaries } from '../platform/database/find-binaries.ts'
import { findFreePort } from '../platform/database/find-free-port.ts'
import { findOsUser } from '../platform/database/find-os-user.ts'
import { startPostgres } from '../platform/database/start-postgres.ts'
import { stopPostgres } from '../platform/database/stop-postgres.ts'

export type TestCluster = { port: number; password: string }

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  jit: 'off',
  random_page_cost: '1.1',
  max_connections: '200',
  max_wal_size: '4GB',
}

/** A PostgreSQL that keeps nothing: for tests and tools. */
export async function startForgetfulPostgres(
  binaries: Binaries,
  locale?: string[],
): Promise<TestCluster & { stop: () => Promise<void> }> {
  const user = await findOsUser()
  const home = await mkdtemp(join(tmpdir(), 'peyvand-test-'))
  if (user) await chown(home, user.uid, user.gid)
  const folder = join(home, 'cluster')
  const password = randomBytes(16).toString('hex')
  await createCluster(binaries, user, folder, password, locale)
  const port = await findFreePort()
  const logFile = join(home, 'postgres.log')
  const child = await startPostgres({ binaries, user, folder, port, logFile, settings })
  const stop = async () => {
    if (child.pid) await stopPostgres(binaries, folder, child.pid)
    await rm(home, { recursive: true, force: true })
  }
  return { port, password, stop }
}

export function urlOf(
  cluster: TestCluster,
  user: string,
  database: string,
  password = cluster.password,
): string {
  return `postgresql://${user}:${password}@127.0.0.1:${cluster.port}/${database}`
}
