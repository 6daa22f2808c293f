import { makePerson } from './make-person.ts'
import { at } from './telling.ts'
import type { Telling } from './telling.ts'

export interface DemoFamily {
  clientId: string
  sex: 'female' | 'male'
  householdId: string
  members: readonly { id: string; isHead: boolean }[]
  relationships: readonly string[]
}

/** A client with a telephone, a home and whoever lives there. */
export function makeFamily(telling: Telling, openedOn: string, manager: string): DemoFamily {
  const { rows, chance, agency, newId } = telling
  const { words } = agency
  const family = chance.pick(words.family)
  const clientSex: 'female' | 'male' = chance.in(0.68) ? 'female' : 'male'
  const given = chance.pick(clientSex === 'female' ? words.female : words.male)
  const clientId = makePerson(telling, openedOn, {
    given,
    family,
    sex: clientSex,
    age: chance.between(19, 68),
  })
  const safe = chance.in(0.15) ? chance.pick(words.safeContacts) : ''
  if (safe) rows.change('person', clientId, { safe_contact: safe })
  rows.add('phone_number', {
    id: newId(openedOn),
    person_id: clientId,
    number: `+98912${String(chance.between(1_000_000, 9_999_999))}`,
    label: '',
    safe_to_call: safe === '',
    created_at: at(openedOn),
    version: 1,
  })
  rows.add('address', {
    id: newId(openedOn),
    person_id: clientId,
    lines: words.phrases.home,
    area: chance.pick(words.areas),
    postal_code: '',
    created_at: at(openedOn),
    version: 1,
  })
  const householdId = newId(openedOn)
  rows.add('household', {
    id: householdId,
    agency_id: agency.id,
    name: family,
    created_at: at(openedOn),
    created_by: manager,
    version: 1,
  })
  const members = [{ id: clientId, role: words.household.head, isHead: true }]
  const children = chance.between(0, 3)
  const relationships: string[] = []
  const relate = (otherId: string, kind: string) => {
    const id = newId(openedOn)
    rows.add('relationship', {
      id,
      person_id: clientId,
      other_id: otherId,
      kind,
      created_at: at(openedOn),
      created_by: manager,
      version: 1,
    })
    return id
  }
  for (let n = 0; n < children; n++) {
    const sex = chance.in(0.5) ? 'female' : 'male'
    const id = makePerson(telling, openedOn, {
      given: chance.pick(sex === 'female' ? words.female : words.male),
      family,
      sex,
      age: chance.between(1, 16),
    })
    members.push({ id, role: words.household.child, isHead: false })
    relationships.push(relate(id, 'parent'))
  }
  if (chance.in(0.35)) {
    const sex = clientSex === 'female' ? 'male' : 'female'
    const id = makePerson(telling, openedOn, {
      given: chance.pick(sex === 'female' ? words.female : words.male),
      family: chance.pick(words.family),
      sex,
      age: chance.between(22, 66),
    })
    members.push({ id, role: words.household.spouse, isHead: false })
    relationships.push(relate(id, 'spouse'))
  }
  for (const member of members) {
    rows.add('household_member', {
      id: newId(openedOn),
      household_id: householdId,
      person_id: member.id,
      role: member.role,
      is_head: member.isHead,
      created_at: at(openedOn),
      version: 1,
    })
  }
  return { clientId, sex: clientSex, householdId, members, relationships }
}
