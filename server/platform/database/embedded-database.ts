import { chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keys } from '../keys.ts'
import { checkClusterVersion } from './check-cluster-version.ts'
import { createCluster } from './create-cluster.ts'
import type { DatabaseUrls } from './database-urls.ts'
import { embeddedSettings } from './embedded-settings.ts'
import { ensureDatabase } from './ensure-database.ts'
import { findBinaries } from './find-binaries.ts'
import type { Binaries } from './find-binaries.ts'
import { findFreePort } from './find-free-port.ts'
import { findOsUser } from './find-os-user.ts'
import type { OsUser } from './find-os-user.ts'
import { embeddedUrls } from './embedded-urls.ts'
import { startPostgres } from './start-postgres.ts'
import { stopOrphan } from './stop-orphan.ts'
import { stopPostgres } from './stop-postgres.ts'
import { supervisePostgres } from './supervise-postgres.ts'

type Running = DatabaseUrls & { stop: () => Promise<void> }

/** Starts the PostgreSQL of a data folder and keeps it running; makes it where there is none. */
export async function startEmbeddedDatabase(
  dataFolder: string,
  keys: Keys,
  log: (line: string) => void,
): Promise<Running> {
  const user = await findUserOf(dataFolder)
  const binaries = await findBinaries(user)
  const folder = await ensureCluster(binaries, user, dataFolder, keys.database.owner)
  await checkClusterVersion(binaries, folder)
  await stopOrphan(binaries, folder, log)
  const port = await rememberPort(dataFolder)
  const logFile = join(dataFolder, 'postgres.log')
  await rename(logFile, `${logFile}.before`).catch(() => undefined)
  const postgres = await supervisePostgres({
    start: () =>
      startPostgres({
        binaries,
        user,
        folder,
        port,
        logFile,
        settings: embeddedSettings,
      }),
    stop: (pid) => stopPostgres(binaries, folder, pid),
    log,
  })
  const urls = embeddedUrls(port, keys)
  try {
    await ensureDatabase(urls.ownerUrl)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  return { ...urls, stop: postgres.stop }
}

// Data made by an ordinary user stays that user's when root starts it.
async function findUserOf(dataFolder: string): Promise<OsUser | undefined> {
  const user = await findOsUser()
  if (!user) return undefined
  const made = await stat(join(dataFolder, 'postgres', 'cluster')).catch(() => undefined)
  return made && made.uid !== 0 ? { uid: made.uid, gid: made.gid } : user
}

async function ensureCluster(
  binaries: Binaries,
  user: OsUser | undefined,
  dataFolder: string,
  password: string,
): Promise<string> {
  const home = join(dataFolder, 'postgres')
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (user) await chown(home, user.uid, user.gid)
  const folder = join(home, 'cluster')
  if (await isReadable(join(folder, 'PG_VERSION'))) return realpath(folder)
  // A first start that was cut off half-way left only this.
  const half = join(home, 'cluster.new')
  await rm(half, { recursive: true, force: true })
  await createCluster(binaries, user, half, password)
  await rename(half, folder)
  return realpath(folder)
}

async function rememberPort(dataFolder: string): Promise<number> {
  const file = join(dataFolder, 'postgres-port')
  const remembered = Number(await readFile(file, 'utf8').catch(() => ''))
  const port = await findFreePort(remembered > 0 ? remembered : undefined)
  if (port !== remembered) await writeFile(file, `${port}\n`)
  return port
}

async function isReadable(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  )
}
