import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Directory } from '@peyvand/domain/directory/directory.ts'
import { directoryLimits } from '@peyvand/domain/directory/limits.ts'
import { parseDirectory } from '@peyvand/domain/directory/parse-directory.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { directoryRows } from './directory-rows.ts'
import { filledTables, sourcedTables } from './filled-tables.ts'
import type { FilledTableName } from './filled-tables.ts'
import * as store from './import-store.ts'
import { readDirectoryFiles } from './read-directory-files.ts'
import { upsertRows } from './upsert-rows.ts'

export interface GivenDirectory {
  source: string
  language: string
  files: readonly { name: string; content: Uint8Array | string }[]
}

type Changes = Record<string, { added: number; changed: number; same: number; withdrawn: number }>

/** Reads the files, or says every error in them. */
export function readDirectory({ files }: GivenDirectory) {
  const given = readDirectoryFiles(files)
  const reading = parseDirectory(given.files)
  if (reading.ok && given.errors.length === 0) return reading
  // A file that could not be opened explains the errors that its absence makes elsewhere.
  const errors = given.errors.length > 0 ? given.errors : reading.ok ? [] : reading.errors
  return { ok: false as const, errors, notices: reading.notices }
}

/** Says what an import would change, and changes nothing. */
export async function checkDirectory(act: Act, given: GivenDirectory) {
  const reading = readDirectory(given)
  if (!reading.ok) return tellErrors(reading)
  await sql`savepoint before_check`.execute(act.tx)
  const done = await writeDirectory(act, newId(), given, reading.directory)
  await sql`rollback to savepoint before_check`.execute(act.tx)
  return { ok: true as const, format: reading.format, ...done, notices: told(reading.notices) }
}

/** Imports a directory whole, or not at all. What the source names no longer is withdrawn. */
export async function importDirectory(
  act: Act,
  given: GivenDirectory & { id: string; licence: string; attribution: string },
) {
  const reading = readDirectory(given)
  if (!reading.ok) {
    const { errors, total } = tellErrors(reading)
    throw new Refused('import_has_errors', { errors, total })
  }
  act.audited.records.add(given.id)
  const done = await writeDirectory(act, given.id, given, reading.directory)
  await store.insertImport(act.tx, {
    id: given.id,
    stewardAgencyId: act.actor.agencyId,
    source: given.source,
    format: reading.format,
    licence: given.licence,
    attribution: given.attribution,
    language: given.language,
    files: given.files.map(describeFile),
    changes: done.changes,
    importedAt: act.now,
  })
  return { id: given.id, format: reading.format, ...done, notices: told(reading.notices) }
}

async function writeDirectory(
  act: Act,
  importId: string,
  given: GivenDirectory,
  directory: Directory,
) {
  const { tx } = act
  const from = { agencyId: act.actor.agencyId, source: given.source }
  await store.lockSource(tx, from)
  await store.expectManyRows(tx)
  const known = new Map<FilledTableName, Map<string, string>>()
  for (const name of sourcedTables) {
    known.set(name, await store.mapSourceIds(tx, filledTables[name], from))
  }
  const rows = directoryRows(directory, {
    ...from,
    importId,
    language: given.language,
    secretPlaces: await store.listSecretPlaces(tx, from),
    idOf: (table, sourceId) => {
      const ids = known.get(table) ?? new Map<string, string>()
      const id = ids.get(sourceId) ?? newId()
      ids.set(sourceId, id)
      return id
    },
  })
  const changes: Changes = {}
  let withdrawnServices: { id: string; name: string }[] = []
  for (const name of Object.keys(filledTables) as FilledTableName[]) {
    const table = filledTables[name]
    const written = await upsertRows(tx, table, rows[name])
    const withdrawn = sourcedTables.includes(name)
      ? await store.withdrawMissing(tx, table, from, idsOf(rows[name]), act.now)
      : []
    changes[name] = { ...written, withdrawn: withdrawn.length }
    if (name === 'services') withdrawnServices = await store.listServiceNames(tx, withdrawn)
  }
  return { changes, withdrawnServices }
}

function idsOf(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map(({ id }) => String(id))
}

function tellErrors(reading: Exclude<ReturnType<typeof readDirectory>, { ok: true }>) {
  return {
    ok: false as const,
    errors: told(reading.errors),
    total: reading.errors.length,
    notices: told(reading.notices),
  }
}

function told<T>(problems: readonly T[]): T[] {
  return problems.slice(0, directoryLimits.errorsTold)
}

function describeFile({ name, content }: GivenDirectory['files'][number]) {
  return { name, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }
}
