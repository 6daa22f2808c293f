import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

interface EmergencyRow {
  id: string
  caseId: string
  caseNumber: string
  caseVisible: boolean
  workerId: string
  fullName: string
  category: string
  reason: string
  beganAt: string
  until: string
  endedAt: string | null
  finding: string | null
  findingNote: string
  reviewerName: string | null
  reviewedAt: string | null
  version: number
  mine: boolean
  looks: number
}

export async function listEmergencyRows(
  tx: Transaction,
  onlyWaiting: boolean,
  before: string | undefined,
): Promise<EmergencyRow[]> {
  const found = await sql<EmergencyRow>`
    select * from list_emergencies(${onlyWaiting}, ${before ?? null})`.execute(tx)
  return found.rows
}

/** Opens the open cases of a person to the reader; answers which. */
export async function insertEmergency(
  tx: Transaction,
  personId: string,
  emergency: { ids: readonly string[]; category: string; reason: string; hours: number },
): Promise<string[]> {
  const { ids, category, reason, hours } = emergency
  const { rows } = await sql<{ opened: string[] }>`
    select break_glass(${ids}::uuid[], ${personId}, ${category}, ${reason}, ${hours}) as opened`.execute(
    tx,
  )
  return rows[0]?.opened ?? []
}

export async function updateEmergencyEnded(tx: Transaction, id: string): Promise<void> {
  await sql`select end_emergency(${id})`.execute(tx)
}

export async function updateEmergencyFinding(
  tx: Transaction,
  id: string,
  { finding, note, version }: { finding: string; note: string; version: number },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select review_emergency(${id}, ${version}, ${finding}, ${note}) as version`.execute(tx)
  return rows[0]?.version ?? 0
}

export async function findPartnerCode(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ code: string }>`select my_partner_code() as code`.execute(tx)
  return rows[0]?.code ?? ''
}
