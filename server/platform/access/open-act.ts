import { sql } from 'kysely'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import type { Transaction } from '../db/database.ts'
import { Refused } from '../http/refused.ts'
import type { Act } from './act.ts'
import type { Actor, Session } from './actor.ts'

interface Opening {
  session: Session
  now: string
  caseId?: string | undefined
  writes?: DataGroup | undefined
  readOnly: boolean
}

/** The act, and why it may not go on: the refusal is audited with what was asked for. */
interface OpenedAct {
  act: Act
  refusal?: 'not_found' | 'may_not_write'
}

interface Row extends Omit<Actor, 'id' | 'signedInAt' | 'sessionId'> {
  caseSeen: boolean
  caseWritable: boolean
  emergencyId: string | null
}

/**
 * Puts the transaction under the worker's own policies, narrowed to the case in hand, and loads
 * who he or she is. A case that is hidden and one that is absent are the same refusal.
 */
export async function openAct(tx: Transaction, opening: Opening): Promise<OpenedAct> {
  const { session, caseId } = opening
  await takeRole(tx, 'peyvand_staff', {
    userId: session.userId,
    cases: caseId ? [caseId] : [],
    relaxed: opening.readOnly,
  })
  const found = await sql<Row>`
    select * from who_asks(${caseId ?? null}, ${(caseId && opening.writes) ?? null})`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new Refused('not_signed_in')
  const act: Act = {
    tx,
    now: opening.now,
    today: dayInZone(opening.now, row.timeZone),
    audited: { cases: new Set(caseId ? [caseId] : []), records: new Set() },
    actor: {
      id: session.userId,
      agencyId: row.agencyId,
      fullName: row.fullName,
      roles: row.roles,
      language: row.language,
      calendar: row.calendar,
      digits: row.digits,
      theme: row.theme,
      timeZone: row.timeZone,
      signedInAt: session.signedInAt,
      sessionId: session.sessionId,
    },
  }
  if (row.emergencyId) {
    // What is seen in an emergency is on the trail before it is answered, with its ground.
    await sql`select set_config('synchronous_commit', 'on', true)`.execute(tx)
    act.audited.reason = `emergency:${row.emergencyId}`
  }
  if (!row.caseSeen) return { act, refusal: 'not_found' }
  return row.caseWritable ? { act } : { act, refusal: 'may_not_write' }
}

interface Taken {
  userId?: string
  cases?: string[]
  /** Reads may lose the last half second of their audit rows in a crash; writes never. */
  relaxed?: boolean
}

/** Settings and role last until the transaction ends; after it the login has no rights at all. */
export async function takeRole(
  tx: Transaction,
  role: 'peyvand_staff' | 'peyvand_partner' | 'peyvand_client' | 'peyvand_report' | 'peyvand_jobs',
  taken: Taken = {},
): Promise<void> {
  await sql`select set_config('app.user_id', ${taken.userId ?? ''}, true),
    set_config('app.cases', ${taken.cases?.length ? `{${taken.cases.join(',')}}` : ''}, true),
    set_config('synchronous_commit', ${taken.relaxed ? 'off' : 'on'}, true),
    set_config('role', ${role}, true)`.execute(tx)
}

/** Narrows everything read after it to these cases: a list names its page first. */
export async function narrowToCases(tx: Transaction, cases: readonly string[]): Promise<void> {
  await sql`select set_config('app.cases', ${cases.length ? `{${cases.join(',')}}` : '{}'}, true)`.execute(
    tx,
  )
}
