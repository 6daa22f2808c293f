import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'
import type { PartnerSystem } from '../sign-in/machine-token.ts'
import { takeRole } from './open-act.ts'

/** One call of a partner's system: its transaction, when, and what the trail is told. */
export interface PartnerAct {
  tx: Transaction
  /** The moment of the call, ISO 8601. */
  now: string
  audited: { cases: Set<string>; records: Set<string> }
}

/**
 * Puts the transaction under the token that was verified. Answers whether the referral in hand, if
 * there is one, is shared with it now: hidden and absent are the same.
 */
export async function openPartnerAct(
  tx: Transaction,
  system: PartnerSystem,
  referralId?: string,
): Promise<boolean> {
  await takeRole(tx, 'peyvand_partner')
  await sql`select set_config('app.partner_token', ${system.tokenId}, true),
    set_config('app.partner_agency', ${system.agencyId}, true),
    set_config('app.partner_organisation', ${system.organisationId ?? ''}, true)`.execute(tx)
  if (referralId === undefined) return true
  const found = await sql<{ sees: boolean }>`
    select partner_sees_referral(${referralId}) as sees`.execute(tx)
  return found.rows[0]?.sees ?? false
}
