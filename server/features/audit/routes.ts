import { sql } from 'kysely'
import { readAudit } from '@peyvand/domain/audit/contract.ts'
import { addDays } from '@peyvand/domain/calendar/day.ts'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'

interface Row {
  seq: number
  at: string
  workerId: string | null
  fullName: string | null
  verb: string
  outcome: string
  reason: string | null
  caseNumbers: string[]
}

const page = 50

export const auditRoutes: Route[] = [
  staffRoute(readAudit, async ({ tx, actor }, { query }) => {
    const startOf = (day: string | undefined) =>
      day ? sql`(${day}::date)::timestamp at time zone ${actor.timeZone}` : sql`null::timestamptz`
    const found = await sql<Row>`
      select * from read_audit(${query.before ?? null}, ${query.workerId ?? null},
        ${query.caseNumber ? toLatinDigits(query.caseNumber) : null}, ${startOf(query.from)},
        ${startOf(query.until && addDays(query.until, 1))})`.execute(tx)
    const { rows } = found
    return { rows, before: rows.length === page ? (rows.at(-1)?.seq ?? null) : null }
  }),
]
