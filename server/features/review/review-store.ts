import { sql } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/review/contract.ts'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

export type ReviewRow = AnswerOf<typeof contract.recordReview>
type ReviewPage = Omit<AnswerOf<typeof contract.listReviews>, 'reviews'>

/** A review as it leaves; `v` is the review. */
export const reviewColumns = sql`jsonb_build_object('id', v.id, 'onDay', v.on_day,
  'planEdition', (select p.edition from plan p where p.id = v.plan_id), 'participants', v.participants,
  'clientSays', v.client_says, 'clientSaysMissing', v.client_says_missing,
  'attainment', coalesce((select jsonb_agg(jsonb_build_object('goalId', g.id, 'number', g.number,
      'words', coalesce(nullif(g.client_words, ''), g.professional_words),
      'level', (a.value -> 'level'), 'remark', a.value -> 'remark') order by g.number)
    from jsonb_each(v.attainment) a join goal g on g.id = a.key::uuid and g.case_id = v.case_id), '[]'),
  'tScore', v.t_score, 'tBaseline', v.t_baseline, 'needsChanged', v.needs_changed, 'decision', v.decision,
  'decisionReason', v.decision_reason, 'nextOn', v.next_on,
  'byName', (select w.full_name from worker w where w.id = v.created_by))`

/** A need in a few words; `n` is the need. */
export const needColumns = sql`jsonb_build_object('id', n.id, 'number', n.number, 'statement', n.statement,
  'severity', n.severity, 'outcome', n.outcome, 'outcomeReason', n.outcome_reason, 'outcomeOn', n.outcome_on,
  'foundOn', n.found_on, 'version', n.version)`

export async function listReviewsOf(tx: Transaction, caseId: string): Promise<ReviewRow[]> {
  const found = await sql<{ review: ReviewRow }>`
    select ${reviewColumns} as review from review v where v.case_id = ${caseId}
    order by v.on_day desc, v.id desc`.execute(tx)
  return found.rows.map(({ review }) => review)
}

export async function findReview(
  tx: Transaction,
  caseId: string,
  reviewId: string,
): Promise<ReviewRow | undefined> {
  const found = await sql<{ review: ReviewRow }>`
    select ${reviewColumns} as review from review v
    where v.case_id = ${caseId} and v.id = ${reviewId}`.execute(tx)
  return found.rows[0]?.review
}

/** What a new review starts from: needs found and ended since the last one, and who may take part. */
export async function loadReviewPage(tx: Transaction, caseId: string): Promise<ReviewPage> {
  const found = await sql<{ page: ReviewPage }>`
    select jsonb_build_object(
      'since', s.since, 'everyDays', m.content -> 'reviewEveryDays',
      'needsFound', coalesce((select jsonb_agg(${needColumns} order by n.number) from need n
        where n.case_id = c.id and n.found_on >= s.since), '[]'),
      'needsEnded', coalesce((select jsonb_agg(${needColumns} order by n.number) from need n
        where n.case_id = c.id and n.outcome_on >= s.since), '[]'),
      'people', coalesce((select jsonb_agg(p.given_name || ' ' || p.family_name
          order by cp.part <> 'client', p.born_on nulls last, p.id)
        from case_person cp join person p on p.id = cp.person_id where cp.case_id = c.id), '[]'),
      'team', coalesce((select jsonb_agg(w.full_name order by t.since, t.id)
        from team_member t join worker w on w.id = t.worker_id
        where t.case_id = c.id and t.ended_at is null), '[]'),
      'mayWrite', can_write_group(c.id, 'plan'), 'open', c.status = 'open') as page
    from case_file c
    join practice_model m on m.id = c.practice_model_id
    cross join lateral (select greatest(c.opened_on, (select max(v.on_day) from review v
      where v.case_id = c.id)) as since) s
    where c.id = ${caseId}`.execute(tx)
  const page = found.rows[0]?.page
  if (!page) throw new Error('the case in hand is always seen')
  return page
}

export interface NewReview {
  id: string
  caseId: string
  planId: string | null
  onDay: string
  participants: string
  clientSays: string
  clientSaysMissing: string
  attainment: Record<string, { level: number; remark: string }>
  tScore: number | null
  tBaseline: number | null
  needsChanged: string
  decision: string
  decisionReason: string
  nextOn: string | null
  createdAt: string
}

export async function insertReview(
  tx: Transaction,
  { attainment, ...row }: NewReview,
): Promise<void> {
  await tx
    .insertInto('review')
    .values({ ...row, attainment: json(attainment) })
    .execute()
}
