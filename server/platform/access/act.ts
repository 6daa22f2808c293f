import type { Transaction } from '../db/database.ts'
import type { Actor } from './actor.ts'

/** One request of one worker: the transaction it runs in, whose it is, and when. */
export interface Act {
  tx: Transaction
  actor: Actor
  /** The moment of the request, ISO 8601. */
  now: string
  /** The day of the request where the agency is. */
  today: string
  /** Ids for the audit trail: the cases and records this request read or wrote. */
  audited: { cases: Set<string>; records: Set<string>; reason?: string }
}
