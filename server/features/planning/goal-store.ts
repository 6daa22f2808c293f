import { sql } from 'kysely'
import { attainmentScale } from '@peyvand/domain/planning/goal.ts'
import type { AttainmentScale } from '@peyvand/domain/planning/goal.ts'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface GoalWords {
  clientWords: string
  clientWordsMissing: string
  professionalWords: string
  readiness: number | null
  targetOn: string | null
  weight: number
  scale: AttainmentScale
  baseline: number | null
}

export type GoalRow = Awaited<ReturnType<typeof listGoals>>[number]

/** Goals of an edition with the needs and strengths each stands on, and the level each has reached. */
export async function listGoals(tx: Transaction, caseId: string, planId: string) {
  const rows = await tx
    .selectFrom('goal as g')
    .leftJoin('goal as before', 'before.id', 'g.continues')
    .where('g.caseId', '=', caseId)
    .where('g.planId', '=', planId)
    .select([
      'g.id',
      'g.planId',
      'g.number',
      'g.continues',
      'g.clientWords',
      'g.clientWordsMissing',
      'g.professionalWords',
      'g.readiness',
      'g.targetOn',
      'g.weight',
      'g.scale',
      'g.baseline',
      'g.refused',
      'g.endedOn',
      'g.endedWords',
      'g.version',
    ])
    .select([
      sql<boolean>`before.id is not null and (g.client_words, g.professional_words, g.scale, g.target_on)
        is not distinct from (before.client_words, before.professional_words, before.scale, before.target_on)`.as(
        'unchanged',
      ),
      sql<
        string[]
      >`array(select n.need_id from goal_need n where n.case_id = g.case_id and n.goal_id = g.id
        and n.removed_at is null order by n.need_id)`.as('needIds'),
      sql<string[]>`array(select s.strength_id from goal_strength s where s.case_id = g.case_id
        and s.goal_id = g.id and s.removed_at is null order by s.strength_id)`.as('strengthIds'),
      sql<number | null>`coalesce((
        with recursive thread(id) as (
          select g.id union select earlier.continues from goal earlier join thread on earlier.id = thread.id
          where earlier.continues is not null)
        select p.level from goal_progress p where p.case_id = g.case_id
          and p.goal_id in (select id from thread) order by p.on_day desc, p.id desc limit 1), g.baseline)`.as(
        'levelNow',
      ),
    ])
    .orderBy('g.number')
    .execute()
  return rows.map((row) => ({ ...row, scale: attainmentScale.parse(row.scale) }))
}

/** Holds a goal; tells which plan it is of. */
export async function lockGoal(tx: Transaction, caseId: string, goalId: string) {
  await sql`select from goal where case_id = ${caseId} and id = ${goalId} for update`.execute(tx)
  return await tx
    .selectFrom('goal')
    .select(['id', 'planId', 'number', 'endedOn', 'version'])
    .where('caseId', '=', caseId)
    .where('id', '=', goalId)
    .executeTakeFirst()
}

/** A number that no goal of the case has had, so that a number names one goal through all editions. */
export async function nextGoalNumber(tx: Transaction, caseId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('goal')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return last + 1
}

interface NewGoal extends GoalWords {
  id: string
  caseId: string
  planId: string
  number: number
  continues?: string
}

export async function insertGoal(tx: Transaction, goal: NewGoal): Promise<void> {
  await tx
    .insertInto('goal')
    .values({ ...goal, scale: json(goal.scale) })
    .execute()
}

export async function updateGoal(
  tx: Transaction,
  goalId: string,
  change: GoalWords,
): Promise<void> {
  await tx
    .updateTable('goal')
    .set({ ...change, scale: json(change.scale) })
    .where('id', '=', goalId)
    .execute()
}

export async function updateGoalEnded(
  tx: Transaction,
  goalId: string,
  ended: { endedOn: string; endedWords: string },
): Promise<void> {
  await tx.updateTable('goal').set(ended).where('id', '=', goalId).execute()
}

/** Marks which goals of a plan the client refused, and that the others were not. */
export async function updateRefusals(
  tx: Transaction,
  planId: string,
  refused: readonly string[],
): Promise<void> {
  await tx
    .updateTable('goal')
    .set({ refused: sql<boolean>`id = any (${refused}::uuid[])` })
    .where('planId', '=', planId)
    .where(sql<boolean>`refused is distinct from (id = any (${refused}::uuid[]))`)
    .execute()
}

/** Ties a goal to just these needs; a tie that is undone stays on record. */
export async function tieNeeds(
  tx: Transaction,
  at: { caseId: string; goalId: string; now: string },
  needIds: readonly string[],
): Promise<void> {
  await tx
    .updateTable('goalNeed')
    .set({ removedAt: at.now })
    .where('goalId', '=', at.goalId)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`need_id <> all (${needIds}::uuid[])`)
    .execute()
  for (const needId of new Set(needIds)) {
    await tx
      .insertInto('goalNeed')
      .values({ caseId: at.caseId, goalId: at.goalId, needId })
      .onConflict((conflict) =>
        conflict.columns(['goalId', 'needId']).doUpdateSet({ removedAt: null }),
      )
      .execute()
  }
}

export async function tieStrengths(
  tx: Transaction,
  at: { caseId: string; goalId: string; now: string },
  strengthIds: readonly string[],
): Promise<void> {
  await tx
    .updateTable('goalStrength')
    .set({ removedAt: at.now })
    .where('goalId', '=', at.goalId)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`strength_id <> all (${strengthIds}::uuid[])`)
    .execute()
  for (const strengthId of new Set(strengthIds)) {
    await tx
      .insertInto('goalStrength')
      .values({ caseId: at.caseId, goalId: at.goalId, strengthId })
      .onConflict((conflict) =>
        conflict.columns(['goalId', 'strengthId']).doUpdateSet({ removedAt: null }),
      )
      .execute()
  }
}

/** Which of these are no needs of the case that a goal could still answer. */
export async function findStrangeNeed(
  tx: Transaction,
  caseId: string,
  needIds: readonly string[],
  kept: readonly string[],
): Promise<string | undefined> {
  const rows = await tx
    .selectFrom('need')
    .select('id')
    .where('caseId', '=', caseId)
    .where(sql<boolean>`id = any (${needIds}::uuid[])`)
    .where((eb) => eb.or([eb('outcome', 'is', null), sql<boolean>`id = any (${kept}::uuid[])`]))
    .execute()
  return needIds.find((needId) => !rows.some(({ id }) => id === needId))
}

export async function findStrangeStrength(
  tx: Transaction,
  caseId: string,
  strengthIds: readonly string[],
  kept: readonly string[],
): Promise<string | undefined> {
  const rows = await tx
    .selectFrom('strength')
    .select('id')
    .where('caseId', '=', caseId)
    .where(sql<boolean>`id = any (${strengthIds}::uuid[])`)
    .where((eb) => eb.or([eb('endedOn', 'is', null), sql<boolean>`id = any (${kept}::uuid[])`]))
    .execute()
  return strengthIds.find((strengthId) => !rows.some(({ id }) => id === strengthId))
}

/** Needs that are open, or that a goal of this edition answers. */
export async function listPlanNeeds(tx: Transaction, caseId: string, planId: string) {
  return await tx
    .selectFrom('need as n')
    .select([
      'n.id',
      'n.number',
      'n.domain',
      'n.statement',
      'n.severity',
      'n.urgency',
      'n.whoseView',
      'n.foundOn',
      'n.setAside',
      'n.setAsideReason',
      'n.meanwhile',
      'n.outcome',
      'n.version',
    ])
    .where('n.caseId', '=', caseId)
    .where((eb) =>
      eb.or([
        eb('n.outcome', 'is', null),
        sql<boolean>`exists (select from goal_need t join goal g on g.id = t.goal_id
          where t.case_id = ${caseId} and t.need_id = n.id and t.removed_at is null and g.plan_id = ${planId})`,
      ]),
    )
    .orderBy('n.number')
    .execute()
}

/** Strengths that stand, or that a goal of this edition rests on. */
export async function listPlanStrengths(tx: Transaction, caseId: string, planId: string) {
  return await tx
    .selectFrom('strength as s')
    .select(['s.id', 's.kind', 's.what'])
    .where('s.caseId', '=', caseId)
    .where((eb) =>
      eb.or([
        eb('s.endedOn', 'is', null),
        sql<boolean>`exists (select from goal_strength t join goal g on g.id = t.goal_id
          where t.case_id = ${caseId} and t.strength_id = s.id and t.removed_at is null and g.plan_id = ${planId})`,
      ]),
    )
    .orderBy('s.id')
    .execute()
}
