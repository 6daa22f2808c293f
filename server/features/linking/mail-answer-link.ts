import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { linkTokenOf } from '../../platform/mail/mailed-code.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import * as store from './answer-link-store.ts'
import { checkMayLink } from './make-answer-link.ts'
import { mailAnswerLinkJob } from './mail-answer-link.job.ts'
import { presentReferral } from './present-referral.ts'
import { findReferral } from './referral-store.ts'

/** An answer link that goes by mail; each opening sends its code to the same address. */
export async function mailAnswerLink(
  act: Act,
  signIn: SignIn,
  at: { caseId: string; referralId: string },
  input: InputOf<typeof contract.mailAnswerLink>,
) {
  const { caseId, referralId } = at
  await checkMayLink(act, caseId, referralId, input.expiresOn)
  act.audited.records.add(referralId).add(input.id)
  await sendByMail(act, signIn, {
    ...input,
    caseId,
    subject: { referralId },
  })
  return presentReferral(orNotFound(await findReferral(act.tx, caseId, referralId)))
}

interface LinkToMail {
  id: string
  caseId: string
  subject: { referralId: string } | { personId: string }
  recipientName: string
  email: string
  language: 'fa' | 'en'
  expiresOn: string
}

/** Keeps a link whose secret the server makes again when the mail goes, and queues that mail. */
export async function sendByMail(act: Act, signIn: SignIn, link: LinkToMail): Promise<void> {
  await store.insertAnswerLink(act.tx, {
    ...link,
    tokenHash: store.hashSecret(linkTokenOf(signIn.keyedHash, link.id)),
    // No code opens it before one was asked for.
    codeHash: randomBytes(32),
    codeUntil: act.now,
    timeZone: act.actor.timeZone,
  })
  const mailId = newId()
  await store.queueLinkMail(act.tx, mailId, link.id)
  await enqueue(act.tx, mailAnswerLinkJob, { mailId })
}
