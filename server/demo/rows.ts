type Row = Record<string, unknown>

/** In the order in which one refers to the other. */
const order = [
  'organisation',
  'service',
  'person',
  'phone_number',
  'address',
  'household',
  'household_member',
  'relationship',
  'request',
  'request_person',
  'case_file',
  'case_person',
  'team_member',
  'relationship_quality',
  'tie',
  'assessment',
  'problem',
  'need',
  'barrier',
  'strength',
  'plan',
  'goal',
  'goal_need',
  'goal_strength',
  'action',
  'plan_agreement',
  'consent',
  'referral',
  'referral_step',
  'contact',
  'note',
  'goal_progress',
  'task',
  'review',
  'closure',
  'follow_up',
] as const

export type DemoTable = (typeof order)[number]

/** Rows of the demonstration, kept until all are there and then inserted table by table. */
export class DemoRows {
  readonly #rows = new Map<DemoTable, Row[]>()

  add(table: DemoTable, row: Row): void {
    const rows = this.#rows.get(table)
    if (rows) rows.push(row)
    else this.#rows.set(table, [row])
  }

  /** Says something more, or something else, of a row that is there. */
  change(table: DemoTable, id: string, change: Row): void {
    const row = this.#rows.get(table)?.findLast((one) => one.id === id)
    if (!row) throw new Error(`no ${table} ${id}`)
    Object.assign(row, change)
  }

  /** Statements with one parameter each, the rows as JSON, in an order that refers only backwards. */
  *statements(): Generator<{ statement: string; values: string }> {
    for (const table of order) {
      const rows = this.#rows.get(table) ?? []
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
      const names = columns.map((column) => `"${column}"`).join(', ')
      for (let at = 0; at < rows.length; at += 500) {
        yield {
          statement: `insert into app.${table} (${names}) select ${names} from jsonb_populate_recordset(null::app.${table}, $1::jsonb)`,
          values: JSON.stringify(rows.slice(at, at + 500)),
        }
      }
    }
  }
}
