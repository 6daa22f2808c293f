import { randomBytes } from 'node:crypto'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import { whyNotStep } from '@peyvand/domain/linking/referral-steps.ts'
import { takeRole } from '../../platform/access/open-act.ts'
import { writeAudit } from '../../platform/audit/write-audit.ts'
import type { Database, Transaction } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { refreshDueJob } from '../monitoring/refresh-due.job.ts'
import * as store from './answer-link-store.ts'
import { presentLinked } from './present-linked.ts'
import { presentSight } from './present-sight.ts'

interface Caller {
  database: Database
  requestId: string
  now: string
}

/** Opening shows nothing and changes nothing until the code that came with the link is right. */
export async function openLink(caller: Caller, input: InputOf<typeof contract.openLink>) {
  const session = randomBytes(32).toString('base64url')
  const codeHash = store.hashSecret(`${input.token}:${input.code}`)
  const opened = await asPartner(caller, async (tx) => {
    const answer = await store.openAnswerLink(tx, { token: input.token, codeHash, session })
    const row = answer === 'open' ? await store.findLinkedReferral(tx, session) : undefined
    await audit(tx, caller, 'openLink', row, answer === 'open' ? 'done' : `link_${answer}`)
    return { answer, row }
  })
  if (opened.answer === 'wrong') throw new Refused('link_code_wrong')
  if (opened.answer === 'expired') throw new Refused('link_code_expired')
  if (!opened.row) throw new Refused('link_not_usable')
  return { session, referral: presentLinked(opened.row) }
}

export async function answerByLink(caller: Caller, input: InputOf<typeof contract.answerByLink>) {
  return await asPartner(caller, async (tx) => {
    const row = await store.findLinkedReferral(tx, input.session)
    if (!row) throw new Refused('link_not_usable')
    if (row.version !== input.version) {
      throw new Refused('stale_version', { current: presentLinked(row) })
    }
    if (input.to) {
      const step = { by: 'partner', reason: input.reason } as const
      const refusal = whyNotStep(row.status, input.to, step)
      if (refusal) throw new Refused(refusal.code, refusal.facts)
    }
    const taken = await store.answerLinked(tx, {
      session: input.session,
      stepId: input.id,
      version: input.version,
      from: row.status,
      to: input.to,
      reason: input.reason,
      outcome: input.outcome,
      outcomeNote: input.outcomeNote,
      onDay: dayInZone(caller.now, 'UTC'),
    })
    const after = await store.findLinkedReferral(tx, input.session)
    if (!after) throw new Refused('link_not_usable')
    if (!taken) throw new Refused('stale_version', { current: presentLinked(after) })
    // The partner does not see the case, so what is due on it is left to the job runner.
    await enqueue(tx, refreshDueJob, { caseId: row.caseId }, `refresh-due:${row.caseId}`)
    await audit(tx, caller, 'answerByLink', row, 'done')
    return { referral: presentLinked(after) }
  })
}

export async function closeLink(caller: Caller, session: string): Promise<void> {
  await asPartner(caller, (tx) => store.closeSession(tx, session))
}

/**
 * The client’s own link: the same code and the same short session, under a role that can ask this
 * one question and nothing else.
 */
export async function openSight(caller: Caller, input: InputOf<typeof contract.openSight>) {
  const session = randomBytes(32).toString('base64url')
  const codeHash = store.hashSecret(`${input.token}:${input.code}`)
  const opened = await caller.database.transaction().execute(async (tx) => {
    await takeRole(tx, 'peyvand_client')
    const answer = await store.openAnswerLink(tx, { token: input.token, codeHash, session })
    const row = answer === 'open' ? await store.findSight(tx, session) : undefined
    await writeAudit(tx, {
      agencyId: row?.agencyId,
      verb: 'openSight',
      cases: row ? [row.caseId] : [],
      records: row ? [row.linkId, row.personId] : [],
      outcome: answer === 'open' ? 'done' : `link_${answer}`,
      requestId: caller.requestId,
    })
    return { answer, row }
  })
  if (opened.answer === 'wrong') throw new Refused('link_code_wrong')
  if (opened.answer === 'expired') throw new Refused('link_code_expired')
  if (!opened.row) throw new Refused('link_not_usable')
  return { session, sight: presentSight(opened.row) }
}

async function asPartner<T>(caller: Caller, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return await caller.database.transaction().execute(async (tx) => {
    await takeRole(tx, 'peyvand_partner')
    return await work(tx)
  })
}

async function audit(
  tx: Transaction,
  caller: Caller,
  verb: string,
  row: store.LinkedReferralRow | undefined,
  outcome: string,
): Promise<void> {
  await writeAudit(tx, {
    agencyId: row?.agencyId,
    verb,
    cases: row ? [row.caseId] : [],
    records: row ? [row.referralId] : [],
    outcome,
    requestId: caller.requestId,
  })
}
