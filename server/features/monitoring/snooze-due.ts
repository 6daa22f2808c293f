import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import { whyNotSnooze } from '@peyvand/domain/monitoring/snooze.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findOpenDue, updateSnooze } from './due-store.ts'

export async function snoozeDue(
  { tx, actor, today }: Act,
  { caseId, key }: { caseId: string; key: string },
  { until, reason }: InputOf<typeof contract.snoozeDue>,
) {
  const { rule, level } = orNotFound(await findOpenDue(tx, caseId, key))
  const refusal = whyNotSnooze({ rule, level, until, today })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  const snooze = { snoozedUntil: until, snoozeReason: reason, snoozedBy: actor.id }
  await updateSnooze(tx, caseId, key, snooze)
  return { snoozedUntil: until }
}
