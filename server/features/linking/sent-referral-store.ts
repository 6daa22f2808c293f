import { sql } from 'kysely'
import type { z } from 'zod'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { answerSentReferral, listSentReferrals } from '@peyvand/domain/linking/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'
import type { LinkedReferralRow } from './answer-link-store.ts'

type Listed = AnswerOf<typeof listSentReferrals>['referrals'][number]
type SentReferralRow = Omit<Listed, 'nextSteps'> & { caseId: string }

/** Newest first, below `before`; which ones, the functions know from the token of the transaction. */
export async function listSentPage(
  tx: Transaction,
  page: { before?: string | undefined; limit: number },
): Promise<SentReferralRow[]> {
  const found = await sql<{ page: SentReferralRow[] }>`
    select list_partner_referrals(${page.before ?? null}, ${page.limit}) as page`.execute(tx)
  return found.rows[0]?.page ?? []
}

/** The referral as a recipient reads it; it counts as seen from now on. */
export async function readSent(
  tx: Transaction,
  referralId: string,
): Promise<LinkedReferralRow | undefined> {
  const found = await sql<{ referral: LinkedReferralRow | null }>`
    select read_partner_referral(${referralId}) as referral`.execute(tx)
  return found.rows[0]?.referral ?? undefined
}

type HeldReferral = Omit<AnswerOf<typeof answerSentReferral>, 'nextSteps'> & { caseId: string }

/** Locks the referral and tells where it stands; undefined where it is not shared any more. */
export async function lockSent(
  tx: Transaction,
  referralId: string,
): Promise<HeldReferral | undefined> {
  const found = await sql<{ referral: HeldReferral | null }>`
    select hold_partner_referral(${referralId}) as referral`.execute(tx)
  return found.rows[0]?.referral ?? undefined
}

type Answer = z.output<(typeof answerSentReferral)['input']> & {
  referralId: string
  from: string
  onDay: string
}

/** False where the referral has moved since that version. */
export async function answerSent(tx: Transaction, answer: Answer): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`
    select answer_as_partner(${answer.referralId}, ${answer.id}, ${answer.version}, ${answer.from},
      ${answer.to}, ${answer.reason}, ${answer.outcome}, ${answer.outcomeNote}, ${answer.onDay}) as taken`.execute(
    tx,
  )
  return found.rows[0]?.taken ?? false
}
