import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export type Migration = { name: string; sql: string; sha256: string }

export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

/** The files `NNNN_name.sql` of a folder, in the order they run. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
  const migrations: Migration[] = []
  for (const name of names.sort()) {
    const sql = await readFile(`${folder}/${name}`, 'utf8')
    // A checkout with Windows line ends is the same migration.
    const sha256 = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
    const before = migrations.at(-1)
    if (before?.name.slice(0, 4) === name.slice(0, 4)) {
      throw new Error(`Two migrations share a number: ${before.name} and ${name}.`)
    }
    migrations.push({ name, sql, sha256 })
  }
  return migrations
}
