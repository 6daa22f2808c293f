import type { registerPersonInCase } from '@peyvand/domain/people/contract.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { joinHousehold } from './join-household.ts'
import { registerPerson } from './register-person.ts'
import { relatePeople } from './relate-people.ts'

/** A person whom the client speaks of, with his or her place in the household and the family. */
export async function registerInCase(
  act: Act,
  caseId: string,
  input: InputOf<typeof registerPersonInCase>,
): Promise<void> {
  const { person, part, member, relation } = input
  await registerPerson(act, person, { caseId, part })
  const always = { since: null, until: null }
  if (member) {
    await joinHousehold(act, caseId, {
      ...member,
      ...always,
      personId: person.id,
      isHead: false,
    })
  }
  if (relation) {
    const [personId, otherId] =
      relation.newcomerIs === 'person'
        ? [person.id, relation.otherId]
        : [relation.otherId, person.id]
    await relatePeople(act, caseId, {
      id: relation.id,
      kind: relation.kind,
      personId,
      otherId,
      ...always,
    })
  }
}
