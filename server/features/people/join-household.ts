import { whyNotPeriod } from '@peyvand/domain/people/period.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import {
  areTied,
  findCaseHousehold,
  findMember,
  insertHousehold,
  insertMember,
  unseatHeads,
  updateCaseHousehold,
  updateMember,
} from './family-store.ts'
import type { MemberValues } from './family-store.ts'

/** Begins the household of a case; the client is its first member. */
export async function startHousehold(
  act: Act,
  caseId: string,
  begun: { id: string; name: string; memberId: string },
): Promise<void> {
  const { householdId, clientId } = await findCaseHousehold(act.tx, caseId)
  if (householdId !== null) throw new Refused('already_exists')
  await beginHousehold(act, { ...begun, personId: clientId })
  await updateCaseHousehold(act.tx, caseId, begun.id)
}

/** A household of its own for a person; who is its head is said later. */
export async function beginHousehold(
  act: Act,
  begun: { id: string; name: string; memberId: string; personId: string },
): Promise<void> {
  const { id, name, memberId, personId } = begun
  act.audited.records.add(id)
  await insertHousehold(act.tx, { id, name, agencyId: act.actor.agencyId })
  await insertMember(act.tx, {
    id: memberId,
    householdId: id,
    personId,
    role: '',
    isHead: false,
    since: null,
    until: null,
  })
}

/** Someone of the case lives in its household, from a day on. */
export async function joinHousehold(
  act: Act,
  caseId: string,
  member: MemberValues & { id: string; personId: string },
): Promise<void> {
  act.audited.records.add(member.id)
  const wrongPeriod = whyNotPeriod(member)
  if (wrongPeriod) throw new Refused(wrongPeriod.code, wrongPeriod.facts)
  const { householdId } = await findCaseHousehold(act.tx, caseId)
  if (householdId === null) throw new Refused('household_unknown')
  if (!(await areTied(act.tx, caseId, [member.personId]))) throw new Refused('not_found')
  await insertMember(act.tx, { ...member, householdId })
  if (member.isHead) await unseatHeads(act.tx, householdId, member.id)
}

/** Corrects a membership, or says when it ended. */
export async function changeMember(
  act: Act,
  caseId: string,
  memberId: string,
  change: MemberValues & { version: number },
): Promise<void> {
  act.audited.records.add(memberId)
  const wrongPeriod = whyNotPeriod(change)
  if (wrongPeriod) throw new Refused(wrongPeriod.code, wrongPeriod.facts)
  const before = orNotFound(await findMember(act.tx, memberId))
  const { householdId } = await findCaseHousehold(act.tx, caseId)
  const tied = await areTied(act.tx, caseId, [before.personId])
  if (before.householdId !== householdId || !tied) throw new Refused('not_found')
  const { version, ...values } = change
  if (!(await updateMember(act.tx, memberId, version, values))) {
    throw new Refused('stale_version', { current: await findMember(act.tx, memberId) })
  }
  if (change.isHead && change.until === null)
    await unseatHeads(act.tx, before.householdId, memberId)
}
