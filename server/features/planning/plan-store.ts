import { sql } from 'kysely'
import { sectionsContent } from '@peyvand/domain/planning/sections.ts'
import type { SectionsContent } from '@peyvand/domain/planning/sections.ts'
import { inHand, planStatuses } from '@peyvand/domain/planning/plan-steps.ts'
import type { PlanStatus } from '@peyvand/domain/planning/plan-steps.ts'
import { z } from 'zod'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

const status = z.enum(planStatuses)

const outline = [
  'p.id',
  'p.edition',
  'p.status',
  'p.proposedAt',
  'p.inForceOn',
  'p.supersededOn',
  'p.createdAt',
  'w.fullName as byName',
] as const

export async function listPlanRows(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('plan as p')
    .innerJoin('worker as w', 'w.id', 'p.createdBy')
    .select(outline)
    .where('p.caseId', '=', caseId)
    .orderBy('p.edition', 'desc')
    .execute()
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>

export async function findPlan(tx: Transaction, caseId: string, planId: string) {
  const row = await tx
    .selectFrom('plan as p')
    .innerJoin('worker as w', 'w.id', 'p.createdBy')
    .select(outline)
    .select(['p.sections', 'p.takenBackReason', 'p.version'])
    .where('p.caseId', '=', caseId)
    .where('p.id', '=', planId)
    .executeTakeFirst()
  return (
    row && {
      ...row,
      status: status.parse(row.status),
      sections: sectionsContent.parse(row.sections),
    }
  )
}

/** Holds a plan while it is decided on; its row is read after it, in a statement of its own. */
export async function lockPlan(tx: Transaction, caseId: string, planId: string) {
  await sql`select from plan where case_id = ${caseId} and id = ${planId} for update`.execute(tx)
  return await findPlan(tx, caseId, planId)
}

export async function findPlanInForce(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('plan')
    .select(['id', 'edition'])
    .where('caseId', '=', caseId)
    .where('status', '=', 'in_force')
    .executeTakeFirst()
}

/** The edition on its way, of which a case has at most one. */
export async function findPlanInHand(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('plan')
    .select(['id', 'edition', 'status'])
    .where('caseId', '=', caseId)
    .where('status', 'in', inHand)
    .executeTakeFirst()
}

export async function nextEdition(tx: Transaction, caseId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('plan')
    .select((eb) => eb.fn.coalesce(eb.fn.max('edition'), eb.lit(0)).as('last'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return last + 1
}

export async function insertPlan(
  tx: Transaction,
  row: { id: string; caseId: string; edition: number; createdAt: string },
  sections: SectionsContent,
): Promise<void> {
  await tx
    .insertInto('plan')
    .values({ ...row, sections: json(sections) })
    .execute()
}

interface PlanChange {
  status?: PlanStatus
  proposedAt?: string | null
  takenBackReason?: string
  inForceOn?: string
  supersededOn?: string
}

export async function updatePlan(
  tx: Transaction,
  planId: string,
  change: PlanChange,
): Promise<void> {
  await tx.updateTable('plan').set(change).where('id', '=', planId).execute()
}

export async function updateSections(
  tx: Transaction,
  planId: string,
  sections: SectionsContent,
): Promise<void> {
  await tx
    .updateTable('plan')
    .set({ sections: json(sections) })
    .where('id', '=', planId)
    .execute()
}

/** What surrounds a plan: the practice model's content, the client, the manager, the agency. */
export async function findSurroundings(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('caseFile as c')
    .innerJoin('practiceModel as m', 'm.id', 'c.practiceModelId')
    .innerJoin('person as p', 'p.id', 'c.clientId')
    .innerJoin('agency as a', 'a.id', 'c.agencyId')
    .leftJoin('teamMember as t', (join) =>
      join
        .onRef('t.caseId', '=', 'c.id')
        .on('t.role', '=', 'case_manager')
        .on('t.endedAt', 'is', null)
        .on(sql<boolean>`not has_left(t)`),
    )
    .leftJoin('worker as w', 'w.id', 't.workerId')
    .select([
      'm.content as modelContent',
      'p.id as clientId',
      'p.givenName',
      'p.familyName',
      'p.languages',
      'a.name as agencyName',
      'w.fullName as managerName',
      'w.phone as managerPhone',
    ])
    .where('c.id', '=', caseId)
    .executeTakeFirst()
}
