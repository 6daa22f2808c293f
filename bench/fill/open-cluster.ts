import { chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCluster } from '../../server/platform/database/create-cluster.ts'
import { ensureDatabase } from '../../server/platform/database/ensure-database.ts'
import { findBinaries } from '../../server/platform/database/find-binaries.ts'
import { findFreePort } from '../../server/platform/database/find-free-port.ts'
import { findOsUser } from '../../server/platform/database/find-os-user.ts'
import { startPostgres } from '../../server/platform/database/start-postgres.ts'
import { stopPostgres } from '../../server/platform/database/stop-postgres.ts'

const common = {
  max_connections: '60',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
}

/** For filling: nothing is kept if the machine stops meanwhile, and then one fills again. */
export const forFilling = {
  ...common,
  shared_buffers: '1GB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  maintenance_work_mem: '1GB',
  autovacuum: 'off',
  log_checkpoints: 'off',
}

/** For measuring: as a server of 8 GB for one province would be set; every acknowledged row on disk. */
export const forMeasuring = {
  ...common,
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  work_mem: '8MB',
  max_wal_size: '4GB',
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: 'statements',
  log_filename: 'postgres.log',
  log_rotation_size: '0',
  log_checkpoints: 'off',
}

const password = 'bench-on-this-machine-alone-000000'

/** The PostgreSQL of a bench folder, made where there is none. */
export async function openCluster(dataFolder: string, settings: Record<string, string>) {
  const user = await findOsUser()
  const binaries = await findBinaries(user)
  const home = join(dataFolder, 'postgres')
  const folder = join(home, 'cluster')
  await mkdir(home, { recursive: true, mode: 0o711 })
  if (user) await chown(home, user.uid, user.gid)
  if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(binaries, user, folder, password)
  const port = await findFreePort()
  const logFile = join(dataFolder, 'postgres.log')
  await writeFile(logFile, await readFile(logFile, 'utf8').catch(() => ''))
  const child = await startPostgres({ binaries, user, folder, port, logFile, settings })
  const url = (login: string) => `postgresql://${login}:${password}@127.0.0.1:${port}/peyvand`
  const ownerUrl = url('postgres')
  const stop = async () => {
    if (child.pid) await stopPostgres(binaries, folder, child.pid)
  }
  try {
    await ensureDatabase(ownerUrl)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    folder,
    password,
    ownerUrl,
    webUrl: url('peyvand_web'),
    workerUrl: url('peyvand_worker'),
    statementsFile: join(folder, 'statements', 'postgres.json'),
    stop,
  }
}

export type Cluster = Awaited<ReturnType<typeof openCluster>>
