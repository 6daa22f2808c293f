import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WrongStart } from '../config/config.ts'
import type { Config } from '../config/config.ts'
import { loadKeys } from '../keys.ts'
import type { Keys } from '../keys.ts'
import type { DatabaseUrls } from './database-urls.ts'
import { startEmbeddedDatabase } from './embedded-database.ts'
import { embeddedUrls } from './embedded-urls.ts'
import { DataFolderHeld, findHolder, holdDataFolder } from './hold-data-folder.ts'

export type OperatorDatabase = {
  ownerUrl: string
  /** The server's own logins; undefined where only the owner's address was given. */
  server: Pick<DatabaseUrls, 'webUrl' | 'workerUrl'> | undefined
  /** The secrets outside the database; made where there are none. */
  loadKeys: () => Promise<Keys>
  close: () => Promise<void>
}

type Options = {
  config: Config
  /** What is said to whoever starts Peyvand meanwhile. */
  what: string
  /** The owner's address of a PostgreSQL server. */
  ownerUrl: string | undefined
  /** Not beside a running server. */
  alone?: boolean
  log: (line: string) => void
}

/** The database as its owner: of a server, of the running Peyvand, or started for this alone. */
export async function openForOperator(options: Options): Promise<OperatorDatabase> {
  const { config, ownerUrl } = options
  if (config.databaseServer || ownerUrl !== undefined) {
    if (ownerUrl === undefined) {
      throw new WrongStart(
        'Give the address of the database as its owner: --database-url postgresql://owner:password@host:5432/peyvand (or OWNER_DATABASE_URL).',
      )
    }
    return {
      ownerUrl,
      server: config.databaseServer,
      loadKeys: () => loadKeys(config.keysFile),
      close: async () => undefined,
    }
  }
  const holder = await findHolder(config.dataFolder)
  if (!holder) return startAlone(options)
  if (options.alone) throw new DataFolderHeld(holder, config.dataFolder)
  return connectToRunning(config)
}

async function connectToRunning(config: Config): Promise<OperatorDatabase> {
  const keys = await loadKeys(config.keysFile)
  const port = Number(await readFile(join(config.dataFolder, 'postgres-port'), 'utf8'))
  const urls = embeddedUrls(port, keys)
  return {
    ownerUrl: urls.ownerUrl,
    server: urls,
    loadKeys: async () => keys,
    close: async () => undefined,
  }
}

async function startAlone({ config, what, log }: Options): Promise<OperatorDatabase> {
  const held = await holdDataFolder(config.dataFolder, what)
  try {
    const keys = await loadKeys(config.keysFile)
    const database = await startEmbeddedDatabase(config.dataFolder, keys, log)
    return {
      ownerUrl: database.ownerUrl,
      server: database,
      loadKeys: async () => keys,
      close: async () => {
        await database.stop()
        await held.release()
      },
    }
  } catch (error) {
    await held.release()
    throw error
  }
}
