import { sql } from 'kysely'
import { whyNotWall } from '@peyvand/domain/cases/wall.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'

interface Wall {
  caseId: string
  onlyFor: string | null
  before?: string | null
  reason?: string
}

/** Refuses a wall for somebody who has none on this case, and one moved without a reason. */
export async function checkWall(
  tx: Transaction,
  { caseId, onlyFor, before = null, reason = '' }: Wall,
): Promise<void> {
  if (onlyFor === before) return
  const people = await sql<{ id: string; part: string }>`
    select person_id as id, part from case_person where case_id = ${caseId}`.execute(tx)
  const refusal = whyNotWall({ onlyFor, before, reason, people: people.rows })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
}
