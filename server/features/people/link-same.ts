import type { InputOf } from '@peyvand/domain/contract.ts'
import type {
  linkSame as linkSameEndpoint,
  tellApart as tellApartEndpoint,
  unlinkSame as unlinkSameEndpoint,
} from '@peyvand/domain/people/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { auditPeople } from './audit-people.ts'
import * as store from './same-store.ts'
import type { Two } from './same-store.ts'

const mostPairs = 50

export async function listLikelySame({ tx, audited }: Act) {
  const pairs = await store.listPairs(tx, mostPairs + 1)
  for (const { one, other } of pairs) audited.records.add(one.id).add(other.id)
  return { pairs: pairs.slice(0, mostPairs), more: pairs.length > mostPairs }
}

/** The two are not one person. */
export async function tellApart(
  act: Act,
  pairId: string,
  { reason, version }: InputOf<typeof tellApartEndpoint>,
) {
  await refuseReader(act, orNotFound(await store.findPair(act.tx, pairId)))
  const pair = orNotFound(await store.lockPair(act.tx, pairId))
  act.audited.records.add(pair.personId).add(pair.otherId)
  if (pair.version !== version) throw new Refused('stale_version', { current: pair })
  await store.answerPair(act.tx, pairId, answered(act, 'different', reason))
  return {}
}

/** The two rows are one person, as somebody says who sees both. */
export async function linkSame(
  act: Act,
  { id, personId, otherId, reason }: InputOf<typeof linkSameEndpoint>,
) {
  const [one, other] = personId < otherId ? [personId, otherId] : [otherId, personId]
  act.audited.records.add(one).add(other)
  if (one === other || (await store.countSeen(act.tx, [one, other])) < 2) {
    throw new Refused('not_found')
  }
  await refuseReader(act, { personId: one, otherId: other })
  await store.insertSameAs(act.tx, {
    id,
    agencyId: act.actor.agencyId,
    personId: one,
    otherId: other,
    reason,
  })
  const pairId = await store.findPairOf(act.tx, [one, other])
  if (pairId) await store.answerPair(act.tx, pairId, answered(act, 'same', reason))
  return {}
}

/** Who only reads both says nothing of them. */
async function refuseReader({ tx }: Act, two: Two): Promise<void> {
  if (!(await store.mayWriteOneOf(tx, two))) throw new Refused('may_not_write')
}

/** They are two after all; the pair, if it was offered, waits to be looked at again. */
export async function unlinkSame(
  act: Act,
  linkId: string,
  { reason, version }: InputOf<typeof unlinkSameEndpoint>,
) {
  await refuseReader(act, orNotFound(await store.findSameAs(act.tx, linkId)))
  const link = orNotFound(await store.lockSameAs(act.tx, linkId))
  act.audited.records.add(link.personId).add(link.otherId)
  if (link.version !== version) throw new Refused('stale_version', { current: link })
  await store.undoSameAs(act.tx, linkId, {
    undoneAt: act.now,
    undoneBy: act.actor.id,
    undoneReason: reason,
  })
  const pairId = await store.findPairOf(act.tx, [link.personId, link.otherId])
  if (pairId) {
    await store.answerPair(act.tx, pairId, {
      answer: null,
      answerReason: '',
      answeredAt: null,
      answeredBy: null,
    })
  }
  return {}
}

export async function readSameAs(act: Act, personId: string) {
  if ((await store.countSeen(act.tx, [personId])) === 0) throw new Refused('not_found')
  const same = await store.listSameAs(act.tx, personId)
  await auditPeople(act, personId, ...same.map(({ person }) => person.id))
  return { same }
}

function answered(act: Act, answer: 'same' | 'different', reason: string) {
  return { answer, answerReason: reason, answeredAt: act.now, answeredBy: act.actor.id }
}
