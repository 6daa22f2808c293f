import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { updateProtocol } from './assessment-store.ts'
import { loadInstrument } from './load-instruments.ts'
import { lockWritable } from './lock-draft.ts'
import { presentSummary } from './present-assessment.ts'

/** What was asked and agreed when an answer opened a protocol; a later word replaces it, in history. */
export async function recordProtocol(
  act: Act,
  caseId: string,
  assessmentId: string,
  { words }: InputOf<typeof contract.recordProtocol>,
) {
  const row = await lockWritable(act, caseId, assessmentId)
  const instrument = await loadInstrument(act.tx, row.instrumentId)
  const { protocol } = presentSummary(row, instrument)
  if (protocol.opened.length === 0) throw new Refused('protocol_not_open')
  const told = { protocolWords: words, protocolAt: act.now, protocolBy: act.actor.id }
  await updateProtocol(act.tx, assessmentId, told)
  return { version: row.version + 1 }
}
