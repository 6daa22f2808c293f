import type { RelationshipKind } from '@peyvand/domain/people/kinship.ts'
import { relationshipKinds, whyNotRelate } from '@peyvand/domain/people/kinship.ts'
import { whyNotPeriod } from '@peyvand/domain/people/period.ts'
import { bornOf } from '@peyvand/domain/people/person.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import {
  areTied,
  findRelationship,
  findTwo,
  insertRelationship,
  listRelationshipsOf,
  updateRelationship,
} from './family-store.ts'

interface Relationship {
  id: string
  personId: string
  otherId: string
  kind: RelationshipKind
  since: string | null
  until: string | null
}

/** States how two people of the case are related. */
export async function relatePeople(
  act: Act,
  caseId: string,
  relationship: Relationship,
): Promise<void> {
  const { id, personId, otherId } = relationship
  act.audited.records.add(id)
  if (!(await areTied(act.tx, caseId, [personId, otherId]))) throw new Refused('not_found')
  await refuseImpossible(act, relationship)
  await insertRelationship(act.tx, relationship)
}

/** Corrects a relationship, or says when it ended. */
export async function changeRelationship(
  act: Act,
  caseId: string,
  relationshipId: string,
  change: Pick<Relationship, 'kind' | 'since' | 'until'> & { version: number },
): Promise<void> {
  act.audited.records.add(relationshipId)
  const before = orNotFound(await findRelationship(act.tx, relationshipId))
  if (!(await areTied(act.tx, caseId, [before.personId, before.otherId]))) {
    throw new Refused('not_found')
  }
  await refuseImpossible(act, { ...before, ...change })
  const { version, ...values } = change
  if (!(await updateRelationship(act.tx, relationshipId, version, values))) {
    throw new Refused('stale_version', {
      current: await findRelationship(act.tx, relationshipId),
    })
  }
}

async function refuseImpossible(act: Act, relationship: Relationship): Promise<void> {
  const { id, personId, otherId, kind } = relationship
  const wrongPeriod = whyNotPeriod(relationship)
  if (wrongPeriod) throw new Refused(wrongPeriod.code, wrongPeriod.facts)
  const two = await findTwo(act.tx, personId, otherId)
  const bornOfOne = (one: string) => {
    const found = two.find((person) => person.id === one)
    return found && bornOf(found)
  }
  const present = (await listRelationshipsOf(act.tx, personId, otherId)).flatMap((known) => {
    const knownKind = relationshipKinds.find((each) => each === known.kind)
    return known.id !== id && knownKind ? [{ ...known, kind: knownKind }] : []
  })
  const born = { born: bornOfOne(personId), otherBorn: bornOfOne(otherId) }
  const refusal = whyNotRelate({ personId, otherId, kind, ...born, present })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
}
