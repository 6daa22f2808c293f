import { sql } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readToday } from '@peyvand/domain/monitoring/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'

export type TodayRow = AnswerOf<typeof readToday>['items'][number]

/** Names what is due first, and nothing else: the cases to narrow to come from here. */
export async function listDueKeys(
  tx: Transaction,
  { whose, until, limit }: { whose: 'mine' | 'all'; until: string; limit: number },
): Promise<{ caseId: string; key: string }[]> {
  const found = await sql<{ caseId: string; key: string }>`
    select case_id, key from my_due_page(${whose}, ${until}, ${limit})`.execute(tx)
  return found.rows
}

/** Everything the list says about them, in one statement; the transaction is narrowed before. */
export async function listTodayItems(
  tx: Transaction,
  keys: readonly { caseId: string; key: string }[],
): Promise<TodayRow[]> {
  const found = await sql<{ item: TodayRow }>`
    select jsonb_build_object('key', d.key, 'rule', d.rule, 'element', d.element, 'level', d.level,
      'dueOn', d.due_on, 'facts', d.facts, 'act', d.act, 'subjectId', d.subject_id, 'caseId', c.id,
      'caseNumber', c.number, 'client', jsonb_build_object('id', p.id, 'givenName', p.given_name,
        'familyName', p.family_name), 'safeContact', p.safe_contact, 'householdId', c.household_id,
      'riskLevel', c.risk_level, 'workerName', w.full_name, 'mine', d.worker_id is not distinct from me(),
      'snoozedUntil', d.snoozed_until, 'snoozeReason', d.snooze_reason, 'taskVersion', t.version) as item
    from unnest(${keys.map(({ caseId }) => caseId)}::uuid[], ${keys.map(({ key }) => key)}::text[])
      with ordinality as k (case_id, key, place)
    join due d on d.case_id = k.case_id and d.key = k.key
    join case_file c on c.id = d.case_id
    join person p on p.id = c.client_id
    left join worker w on w.id = d.worker_id
    left join task t on t.id = d.subject_id and t.case_id = d.case_id
    order by k.place`.execute(tx)
  return found.rows.map(({ item }) => item)
}
