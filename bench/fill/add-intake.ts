import { arrayCell } from './copy-line.ts'
import type { CaseStory } from './case-story.ts'

/** The person, her household, and the request with which it began. */
export function addIntake(story: CaseStory) {
  const { spouse } = story
  const {
    agency,
    rows,
    chance,
    opened,
    manager,
    programme,
    person,
    words,
    personId,
    caseId,
    id,
    at,
  } = story
  const began = at(opened)
  rows.add(
    opened,
    'person',
    personId,
    agency.id,
    person.given,
    person.family,
    arrayCell(person.otherNames),
    person.father,
    person.sex,
    person.bornOn,
    person.precision,
    person.nationalId,
    person.nationalId === null ? '-' : '',
    person.language === 'fa' ? '{fa}' : '{en}',
    `{${agency.tokensOf([person.given, person.family]).join(',')}}`,
    began,
    manager,
  )
  rows.add(opened, 'phone_number', id(opened), personId, person.phone, began)
  rows.add(
    opened,
    'address',
    id(opened),
    personId,
    words.phrases.home,
    chance.pick(words.areas),
    began,
  )
  const requestId = id(opened)
  const householdId = id(opened)
  rows.add(opened, 'household', householdId, agency.id, person.family, began, manager)
  rows.add(
    opened,
    'household_member',
    id(opened),
    householdId,
    personId,
    words.household.head,
    true,
    began,
  )
  rows.add(
    opened,
    'request',
    requestId,
    agency.id,
    programme.deskId,
    programme.id,
    chance.pick(['self', 'self', 'family', 'school', 'hotline', 'hospital', 'court']),
    chance.pick(words.needs).told,
    'accepted',
    began,
    manager,
    began,
    manager,
    caseId,
  )
  rows.add(opened, 'request_person', requestId, personId, 'client', began)
  rows.add(opened, 'case_person', caseId, personId, 'client', began)
  if (spouse) {
    rows.add(
      opened,
      'household_member',
      id(opened),
      householdId,
      spouse,
      words.household.spouse,
      false,
      began,
    )
    rows.add(opened, 'relationship', id(opened), personId, spouse, 'spouse', began, manager)
    rows.add(opened, 'request_person', requestId, spouse, 'household', began)
    rows.add(opened, 'case_person', caseId, spouse, 'household', began)
  }
  return { requestId, householdId, began }
}

export type Intake = ReturnType<typeof addIntake>
