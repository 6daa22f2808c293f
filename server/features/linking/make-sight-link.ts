import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import { whyNotGiveSight } from '@peyvand/domain/linking/sight.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import * as store from './answer-link-store.ts'
import { sendByMail } from './mail-answer-link.ts'

/** A client’s own link on paper: the secret was made in the worker’s browser. */
export async function makeSightLink(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.makeSightLink>,
) {
  const recipientName = await checkMayGive(act, caseId, input)
  await store.insertAnswerLink(act.tx, {
    id: input.id,
    caseId,
    subject: { personId: input.personId },
    recipientName,
    tokenHash: store.hashSecret(input.token),
    codeHash: store.hashSecret(`${input.token}:${input.code}`),
    expiresOn: input.expiresOn,
    timeZone: act.actor.timeZone,
  })
  return { links: await store.listSightLinksOf(act.tx, caseId) }
}

/** The same by mail; each opening sends its code to the same address. */
export async function mailSightLink(
  act: Act,
  signIn: SignIn,
  caseId: string,
  { personId, ...input }: InputOf<typeof contract.mailSightLink>,
) {
  const recipientName = await checkMayGive(act, caseId, { personId, ...input })
  await sendByMail(act, signIn, { ...input, caseId, subject: { personId }, recipientName })
  return { links: await store.listSightLinksOf(act.tx, caseId) }
}

export async function withdrawSightLink(act: Act, caseId: string, linkId: string) {
  act.audited.records.add(linkId)
  const subject = { ownOfCase: caseId }
  const done = await store.withdrawLink(act.tx, { linkId, subject, now: act.now })
  if (!done) throw new Refused('not_found')
  return { links: await store.listSightLinksOf(act.tx, caseId) }
}

/** Refuses whoever is not the client of the case; answers the client’s name. */
async function checkMayGive(
  act: Act,
  caseId: string,
  { id, personId, expiresOn }: { id: string; personId: string; expiresOn: string },
): Promise<string> {
  act.audited.records.add(personId).add(id)
  const found = await store.findSightPerson(act.tx, caseId, personId)
  const refusal = whyNotGiveSight({
    leadsTeam: found?.leadsTeam ?? false,
    part: found?.part ?? undefined,
    diedOn: found?.diedOn ?? null,
    expiresOn,
    today: act.today,
  })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  return found?.name ?? ''
}
