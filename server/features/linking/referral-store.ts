import { sql } from 'kysely'
import type { ReferralStatus } from '@peyvand/domain/linking/referral-steps.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { linkColumns } from './answer-link-store.ts'

export interface ReferralRow {
  id: string
  needId: string
  needStatement: string
  serviceId: string
  serviceName: string
  organisationName: string
  consentId: string | null
  status: ReferralStatus
  statusReason: string
  note: string
  basis: string
  basisWords: string
  sharedGroups: string[]
  doNotContactClient: boolean
  clientChoice: string
  sentAt: string | null
  seenAt: string | null
  answerExpectedOn: string | null
  outcome: string | null
  outcomeNote: string
  outcomeBy: string | null
  outcomeOn: string | null
  steps: {
    id: string
    from: string
    to: string
    bySide: string
    byName: string | null
    reason: string
    at: string
  }[]
  links: {
    id: string
    recipientName: string
    expiresAt: string
    openedAt: string | null
    withdrawnAt: string | null
    tries: number
    /** Empty where the link is on paper. */
    email: string
    /** How its mail went; null where there is none. */
    mail: string | null
  }[]
  version: number
}

async function select(
  tx: Transaction,
  caseId: string,
  referralId?: string,
): Promise<ReferralRow[]> {
  const found = await sql<ReferralRow>`
    select r.id, r.need_id, n.statement as need_statement, r.service_id, s.name as service_name,
      o.name as organisation_name, r.consent_id, r.status, r.status_reason, r.note, r.basis, r.basis_words,
      r.shared_groups, r.do_not_contact_client, r.client_choice, r.sent_at, r.seen_at, r.answer_expected_on,
      r.outcome, r.outcome_note, r.outcome_by, r.outcome_on, r.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'from', t.from_status, 'to', t.to_status,
          'bySide', t.by_side, 'byName', w.full_name, 'reason', t.reason, 'at', t.at) order by t.at, t.id)
        from referral_step t left join worker w on w.id = t.worker_id
        where t.case_id = ${caseId} and t.referral_id = r.id), '[]') as steps,
      coalesce((select jsonb_agg(${linkColumns} order by l.id)
        from answer_link l where l.case_id = ${caseId} and l.referral_id = r.id), '[]') as links
    from referral r
    join need n on n.id = r.need_id
    join service s on s.id = r.service_id
    join organisation o on o.id = s.organisation_id
    where r.case_id = ${caseId} ${referralId ? sql`and r.id = ${referralId}` : sql``}
    order by r.id desc`.execute(tx)
  return found.rows
}

export function listReferralsOf(tx: Transaction, caseId: string): Promise<ReferralRow[]> {
  return select(tx, caseId)
}

export async function findReferral(tx: Transaction, caseId: string, referralId: string) {
  return (await select(tx, caseId, referralId))[0]
}

/** Locked in a statement of its own before it is read: lock and read in one gives races. */
export async function lockReferral(tx: Transaction, caseId: string, referralId: string) {
  await sql`select from referral where id = ${referralId} and case_id = ${caseId} for update`.execute(
    tx,
  )
  return await findReferral(tx, caseId, referralId)
}

export interface NewReferral {
  id: string
  caseId: string
  needId: string
  serviceId: string
  consentId: string | null
  basis: string
  basisWords: string
  sharedGroups: string[]
  note: string
  doNotContactClient: boolean
  clientChoice: string
}

export async function insertReferral(tx: Transaction, row: NewReferral): Promise<void> {
  await tx.insertInto('referral').values(row).execute()
}

export interface ReferralChange {
  consentId?: string | null
  status?: string
  statusReason?: string
  sentAt?: string
  answerExpectedOn?: string
  outcome?: string
  outcomeNote?: string
  outcomeBy?: string
  outcomeOn?: string
}

export async function updateReferral(
  tx: Transaction,
  referralId: string,
  change: ReferralChange,
): Promise<void> {
  await tx.updateTable('referral').set(change).where('id', '=', referralId).execute()
}

export async function insertStep(
  tx: Transaction,
  step: {
    id: string
    caseId: string
    referralId: string
    fromStatus: string
    toStatus: string
    workerId: string
    reason: string
  },
): Promise<void> {
  await tx
    .insertInto('referralStep')
    .values({ ...step, bySide: 'us' })
    .execute()
}

export interface ReferFactsRow {
  caseOpen: boolean
  needEnded: boolean
  serviceStatus: string | null
  organisationId: string | null
  referredAlready: boolean
}

/** What decides whether one may refer; undefined where the need is not of this case. */
export async function loadReferFacts(
  tx: Transaction,
  at: { caseId: string; needId: string; serviceId: string; except?: string },
): Promise<ReferFactsRow | undefined> {
  // The need is held so that two referrals at once wait for one another.
  await sql`select from need where id = ${at.needId} and case_id = ${at.caseId} for update`.execute(
    tx,
  )
  const found = await sql<ReferFactsRow>`
    select c.status = 'open' as case_open, n.outcome is not null as need_ended, s.status as service_status,
      s.organisation_id, exists (select from referral r where r.case_id = ${at.caseId} and r.need_id = n.id
        and r.service_id = ${at.serviceId} and r.id is distinct from ${at.except ?? null}
        and r.status in ('draft', 'sent', 'accepted', 'started', 'waiting')) as referred_already
    from case_file c join need n on n.case_id = c.id and n.id = ${at.needId}
    left join service s on s.id = ${at.serviceId} and s.withdrawn_at is null
    where c.id = ${at.caseId}`.execute(tx)
  return found.rows[0]
}

export async function listReferralsUnder(tx: Transaction, caseId: string, consentId: string) {
  await sql`select from referral where case_id = ${caseId} and consent_id = ${consentId} order by id for update`.execute(
    tx,
  )
  return (await select(tx, caseId)).filter((referral) => referral.consentId === consentId)
}
