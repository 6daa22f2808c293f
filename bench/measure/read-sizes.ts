import type pg from 'pg'

/** What keeps access, audit and history, apart from the rows people wrote. */
const keeping = ['case_access', 'audit', 'audit_seal', 'history']

export interface Sizes {
  /** MB with indexes. */
  whole: number
  keeping: Record<string, number>
  rest: number
  /** Whole beside the rest. */
  ratio: number
  /** MB of the ids of commands, by which nothing is done twice; they count among the rest. */
  commands: number
  /** Bytes of an audit row and of a kept state, with their indexes. */
  auditRow: number
}

/** What the database takes on disk, with and without what protects and remembers. */
export async function readSizes(owner: pg.Client): Promise<Sizes> {
  const { rows } = await owner.query<{ name: string; bytes: string }>(
    `select c.relname as name, pg_total_relation_size(c.oid) as bytes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'auth') and c.relkind = 'r'`,
  )
  const size = new Map(rows.map(({ name, bytes }) => [name, Number(bytes) / 1_048_576]))
  const whole = [...size.values()].reduce((sum, each) => sum + each, 0)
  const kept = Object.fromEntries(keeping.map((name) => [name, size.get(name) ?? 0]))
  const rest = whole - Object.values(kept).reduce((sum, each) => sum + each, 0)
  const audit = await owner.query<{ rows: string }>('select count(*) as rows from app.audit')
  const auditRows = Number(audit.rows[0]?.rows ?? 0)
  const auditRow = auditRows > 0 ? ((kept.audit ?? 0) * 1_048_576) / auditRows : Number.NaN
  const commands = size.get('command') ?? 0
  return { whole, keeping: kept, rest, ratio: whole / rest, commands, auditRow }
}
