import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

/** A table of the directory as an import fills it. */
export interface FilledTable {
  name: string
  key: 'id' | 'location_id'
  /** Column → PostgreSQL type. */
  columns: Record<string, string>
  /** Columns in which what stands here may count for more than what comes: `t` is here. */
  unless?: Record<string, string>
}

export interface RowChanges {
  added: number
  changed: number
  same: number
}

const rowsAtOnce = 1000

/** Adds rows and brings those that are here up to date; a row that is the same is not touched. */
export async function upsertRows(
  tx: Transaction,
  table: FilledTable,
  rows: readonly Record<string, unknown>[],
): Promise<RowChanges> {
  const changes = { added: 0, changed: 0, same: 0 }
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce)
    const written = await sql<{ added: boolean }>`
      insert into ${sql.table(table.name)} as t (${sql.raw(Object.keys(table.columns).join(', '))})
      select * from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r (${sql.raw(columnsOf(table))})
      on conflict (${sql.raw(table.key)}) do update set ${sql.raw(changedColumns(table))}
      where ${sql.raw(differs(table))}
      returning t.xmax = 0 as added`.execute(tx)
    const added = written.rows.filter((row) => row.added).length
    changes.added += added
    changes.changed += written.rows.length - added
    changes.same += part.length - written.rows.length
  }
  return changes
}

function columnsOf({ columns }: FilledTable): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')
}

// Which import touched a row last says nothing about the row itself.
const notCompared = new Set([
  'id',
  'location_id',
  'steward_agency_id',
  'import_id',
  'source',
  'source_id',
])

function comparedColumns({ columns, key }: FilledTable): string[] {
  return Object.keys(columns).filter(
    (name) => name !== key && (!notCompared.has(name) || (name === 'location_id' && key === 'id')),
  )
}

function valueOf(table: FilledTable, name: string): string {
  return table.unless?.[name] ?? `excluded.${name}`
}

function changedColumns(table: FilledTable): string {
  const names = comparedColumns(table)
  if ('import_id' in table.columns) names.push('import_id')
  return names.map((name) => `${name} = ${valueOf(table, name)}`).join(', ')
}

function differs(table: FilledTable): string {
  const names = comparedColumns(table)
  const here = names.map((name) => `t.${name}`).join(', ')
  const coming = names.map((name) => valueOf(table, name)).join(', ')
  return `row(${here}) is distinct from row(${coming})`
}
