import { z } from 'zod'
import { endpoint, id, instant, optionalText, text, version } from '../contract.ts'
import { relationshipKinds, sexes } from './kinship.ts'
import { personCompared, reason as sameReason } from './likely-same.ts'
import { lookUpInput, matchKinds } from './look-up.ts'
import { period } from './period.ts'
import { bornPrecisions, literacies, newPerson, personInput } from './person.ts'
import { relationshipQualities, tieEnergies, tieStrengths, tieSystems } from './tie.ts'

const exampleId = (last: number) => `01900000-0000-7000-8000-00000000000${last}`

const nullableDay = z.string().nullable()

/** Someone a look-up shows: never more than tells two people apart. */
export const personFound = z.object({
  personId: id,
  givenName: z.string(),
  familyName: z.string(),
  fatherName: z.string(),
  birthYear: z.object({ gregory: z.int(), persian: z.int() }).nullable(),
  /** Whether I see this person already, in a case or request of mine. */
  visible: z.boolean(),
  desk: z.object({ name: z.string(), phone: z.string() }).nullable(),
  matched: z.array(z.enum(matchKinds)),
})

export const whoMeetsPeople = ['intake', 'caseworker', 'supervisor'] as const

export const lookUpPerson = endpoint({
  method: 'POST',
  path: '/people/look-up',
  who: ['staff'],
  about: 'person',
  roles: whoMeetsPeople,
  summary:
    'Search before registering: masked answers with what matched. Every look-up is remembered.',
  input: lookUpInput,
  answer: z.object({
    found: z.array(personFound),
    /** More people match than are shown. */
    more: z.boolean(),
    /** Someone may be known whom this search may not show: ask this desk. */
    withheld: z
      .object({ desk: z.object({ name: z.string(), phone: z.string() }).nullable() })
      .nullable(),
  }),
  refusals: [
    'role_not_allowed',
    'too_many',
    'look_up_too_little',
    'national_id_wrong',
    'phone_number_wrong',
  ],
  example: { input: { id: exampleId(1), name: 'Reyhaneh Moradian' } },
})

export const personCard = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  otherNames: z.array(z.string()),
  fatherName: z.string(),
  sex: z.enum(sexes),
  bornOn: nullableDay,
  bornPrecision: z.enum(bornPrecisions),
  diedOn: nullableDay,
  nationalId: z.string(),
  nationalIdMissing: z.string(),
  phones: z.array(z.object({ id, number: z.string(), label: z.string(), safeToCall: z.boolean() })),
  address: z.object({ id, lines: z.string(), area: z.string(), postalCode: z.string() }).nullable(),
  languages: z.array(z.string()),
  interpreterNeeded: z.boolean(),
  literacy: z.enum(literacies),
  disability: z.string(),
  safeContact: z.string(),
  version,
  mayChange: z.boolean(),
})

export const readPerson = endpoint({
  method: 'GET',
  path: '/people/:personId',
  who: ['staff'],
  about: 'person',
  summary: 'The card of a person I see in a case or request of mine.',
  answer: personCard,
  refusals: ['not_found'],
})

const personRefusals = [
  'national_id_wrong',
  'national_id_reason_missing',
  'phone_number_wrong',
  'day_in_future',
  'died_before_birth',
] as const

export const changePerson = endpoint({
  method: 'PUT',
  path: '/people/:personId',
  who: ['staff'],
  about: 'person',
  summary: 'Correct or complete what is kept of a person.',
  input: z.strictObject({ details: personInput, version }),
  answer: personCard,
  refusals: ['not_found', 'may_not_write', 'stale_version', ...personRefusals],
  example: {
    input: {
      details: { givenName: 'Reyhaneh', nationalIdMissing: 'Lost her papers' },
      version: 1,
    },
  },
})

export const listLikelySame = endpoint({
  method: 'GET',
  path: '/people/likely-same',
  who: ['staff'],
  about: 'person',
  roles: whoMeetsPeople,
  summary: 'Rows that are likely one person, among the people I see; both are shown or neither.',
  answer: z.object({
    pairs: z.array(
      z.object({
        id,
        reasons: z.array(sameReason),
        one: personCompared,
        other: personCompared,
        version,
      }),
    ),
    more: z.boolean(),
  }),
  refusals: ['role_not_allowed'],
})

export const tellApart = endpoint({
  method: 'POST',
  path: '/people/likely-same/:pairId/different',
  who: ['staff'],
  about: 'person',
  roles: whoMeetsPeople,
  summary: 'These two are not one person: the pair leaves the list.',
  input: z.strictObject({ reason: optionalText(300), version }),
  answer: z.object({}),
  refusals: ['role_not_allowed', 'not_found', 'may_not_write', 'stale_version'],
  example: { input: { reason: 'Cousins of one name', version: 1 } },
})

export const linkSame = endpoint({
  method: 'POST',
  path: '/people/same-as',
  who: ['staff'],
  about: 'person',
  roles: whoMeetsPeople,
  summary: 'These two rows are one person. No key is rewritten, and nobody sees more by it.',
  input: z.strictObject({ id, personId: id, otherId: id, reason: text(300) }),
  answer: z.object({}),
  refusals: ['role_not_allowed', 'not_found', 'may_not_write', 'already_exists'],
  example: {
    input: {
      id: exampleId(1),
      personId: exampleId(2),
      otherId: exampleId(3),
      reason: 'Same mother, same school',
    },
  },
})

export const unlinkSame = endpoint({
  method: 'POST',
  path: '/people/same-as/:linkId/undo',
  who: ['staff'],
  about: 'person',
  roles: whoMeetsPeople,
  summary: 'They are two people after all.',
  input: z.strictObject({ reason: text(300), version }),
  answer: z.object({}),
  refusals: ['role_not_allowed', 'not_found', 'may_not_write', 'stale_version'],
  example: { input: { reason: 'Two sisters', version: 1 } },
})

export const readSameAs = endpoint({
  method: 'GET',
  path: '/people/:personId/same-as',
  who: ['staff'],
  about: 'person',
  summary: 'Under which other rows that I see this person is registered too.',
  answer: z.object({
    same: z.array(
      z.object({
        linkId: id,
        /** Linked with this very row, and so undone from here; else through another row. */
        isDirect: z.boolean(),
        person: personCompared,
        reason: z.string(),
        saidBy: z.string(),
        saidAt: instant,
        version,
      }),
    ),
  }),
  refusals: ['not_found'],
})

export const caseParts = ['client', 'household', 'significant', 'informant', 'mentioned'] as const
const partBesideClient = z.enum(['household', 'significant', 'informant', 'mentioned'])

const householdMember = z.object({
  id,
  personId: id,
  role: z.string(),
  isHead: z.boolean(),
  since: nullableDay,
  until: nullableDay,
  version,
})

/** The people of a case and how they stand to one another. */
export const family = z.object({
  people: z.array(
    z.object({
      id,
      givenName: z.string(),
      familyName: z.string(),
      sex: z.enum(sexes),
      bornOn: nullableDay,
      bornPrecision: z.enum(bornPrecisions),
      diedOn: nullableDay,
      part: z.enum(caseParts),
    }),
  ),
  household: z
    .object({ id, name: z.string(), version, members: z.array(householdMember) })
    .nullable(),
  relationships: z.array(
    z.object({
      id,
      personId: id,
      otherId: id,
      kind: z.enum(relationshipKinds),
      since: nullableDay,
      until: nullableDay,
      version,
    }),
  ),
  qualities: z.array(
    z.object({
      id,
      relationshipId: id,
      quality: z.enum(relationshipQualities),
      since: nullableDay,
      until: nullableDay,
      version,
    }),
  ),
  ties: z.array(
    z.object({
      id,
      personId: id.nullable(),
      system: z.enum(tieSystems),
      name: z.string(),
      strength: z.enum(tieStrengths),
      tension: z.boolean(),
      energy: z.enum(tieEnergies),
      since: nullableDay,
      until: nullableDay,
      version,
    }),
  ),
  mayChange: z.boolean(),
})

const caseRoute = { who: ['staff'], about: 'case' } as const
const familyWrite = { ...caseRoute, writes: 'family', answer: family } as const

export const readFamily = endpoint({
  ...caseRoute,
  method: 'GET',
  path: '/cases/:caseId/family',
  summary: 'Household, relationships and ties with the environment, as this case knows them.',
  answer: family,
  refusals: ['not_found'],
})

const relation = z.strictObject({
  id,
  otherId: id,
  kind: z.enum(relationshipKinds),
  /** Whether the one being added is the first of the two (a parent) or the second (the child). */
  newcomerIs: z.enum(['person', 'other']),
})

export const registerPersonInCase = endpoint({
  ...familyWrite,
  method: 'POST',
  path: '/cases/:caseId/people',
  summary:
    'Register a person whom the client speaks of: in nobody’s search until he or she asks for help.',
  input: z.strictObject({
    person: newPerson,
    part: partBesideClient,
    relation: relation.nullable().default(null),
    /** Joins the household of the case. */
    member: z
      .strictObject({ id, role: optionalText(60) })
      .nullable()
      .default(null),
  }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'household_unknown',
    'relationship_not_possible',
    'already_exists',
    ...personRefusals,
  ],
  example: {
    input: {
      person: {
        id: exampleId(1),
        details: { givenName: 'Armin', nationalIdMissing: 'Not at hand' },
      },
      part: 'household',
    },
  },
})

export const tieKnownPerson = endpoint({
  ...familyWrite,
  method: 'POST',
  path: '/cases/:caseId/known-people',
  summary: 'Tie a person whom my look-up showed, or whom I see already, to this case.',
  input: z.strictObject({ personId: id, part: partBesideClient }),
  refusals: ['not_found', 'may_not_write', 'case_closed'],
  example: { input: { personId: exampleId(1), part: 'significant' } },
})

export const changePart = endpoint({
  ...familyWrite,
  method: 'PUT',
  path: '/cases/:caseId/people/:personId/part',
  summary: 'What part a person has in this case.',
  input: z.strictObject({ part: partBesideClient }),
  refusals: ['not_found', 'may_not_write', 'case_closed'],
  example: { input: { part: 'informant' } },
})

export const startHousehold = endpoint({
  ...familyWrite,
  method: 'POST',
  path: '/cases/:caseId/household',
  summary: 'Begin the household of this case with the client as its first member.',
  input: z.strictObject({ id, name: optionalText(120), memberId: id }),
  refusals: ['not_found', 'may_not_write', 'case_closed', 'already_exists'],
  example: { input: { id: exampleId(1), name: 'Moradian', memberId: exampleId(2) } },
})

export const joinHousehold = endpoint({
  ...familyWrite,
  method: 'POST',
  path: '/cases/:caseId/household/members',
  summary: 'Someone of this case lives in the household, from a day on.',
  input: z.strictObject({
    id,
    personId: id,
    role: optionalText(60),
    isHead: z.boolean().default(false),
    ...period,
  }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'household_unknown',
    'already_exists',
    'ended_before_start',
  ],
  example: { input: { id: exampleId(1), personId: exampleId(2), since: '2026-03-21' } },
})

export const changeHouseholdMember = endpoint({
  ...familyWrite,
  method: 'PUT',
  path: '/cases/:caseId/household/members/:memberId',
  summary: 'Correct a membership, or say when it ended.',
  input: z.strictObject({
    role: optionalText(60),
    isHead: z.boolean().default(false),
    ...period,
    version,
  }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'stale_version',
    'already_exists',
    'ended_before_start',
  ],
  example: { input: { role: 'mother', isHead: true, until: '2026-11-01', version: 1 } },
})

export const addRelationship = endpoint({
  ...familyWrite,
  method: 'POST',
  path: '/cases/:caseId/relationships',
  summary: 'How two people of this case are related.',
  input: z.strictObject({
    id,
    personId: id,
    otherId: id,
    kind: z.enum(relationshipKinds),
    ...period,
  }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'relationship_with_oneself',
    'relationship_not_possible',
    'already_exists',
    'ended_before_start',
  ],
  example: {
    input: { id: exampleId(1), personId: exampleId(2), otherId: exampleId(3), kind: 'parent' },
  },
})

export const changeRelationship = endpoint({
  ...familyWrite,
  method: 'PUT',
  path: '/cases/:caseId/relationships/:relationshipId',
  summary: 'Correct a relationship, or say when it ended.',
  input: z.strictObject({ kind: z.enum(relationshipKinds), ...period, version }),
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'stale_version',
    'relationship_not_possible',
    'already_exists',
    'ended_before_start',
  ],
  example: { input: { kind: 'former_spouse', until: null, version: 1 } },
})

export const judgeRelationship = endpoint({
  ...familyWrite,
  method: 'POST',
  path: '/cases/:caseId/relationship-qualities',
  summary: 'How a relationship is felt, as this case heard it; other cases never see it.',
  input: z.strictObject({
    id,
    relationshipId: id,
    quality: z.enum(relationshipQualities),
    ...period,
  }),
  refusals: ['not_found', 'may_not_write', 'case_closed', 'ended_before_start'],
  example: { input: { id: exampleId(1), relationshipId: exampleId(2), quality: 'conflictual' } },
})

export const changeRelationshipQuality = endpoint({
  ...familyWrite,
  method: 'PUT',
  path: '/cases/:caseId/relationship-qualities/:qualityId',
  summary: 'Correct how a relationship is felt, or say until when it was so.',
  input: z.strictObject({ quality: z.enum(relationshipQualities), ...period, version }),
  refusals: ['not_found', 'may_not_write', 'case_closed', 'stale_version', 'ended_before_start'],
  example: { input: { quality: 'close', version: 1 } },
})

const tieInput = {
  /** Nobody in particular: the whole household. */
  personId: id.nullable().default(null),
  system: z.enum(tieSystems),
  name: text(120),
  strength: z.enum(tieStrengths),
  tension: z.boolean().default(false),
  energy: z.enum(tieEnergies).default('both'),
  ...period,
}

export const addTie = endpoint({
  ...familyWrite,
  method: 'POST',
  path: '/cases/:caseId/ties',
  summary: 'A tie of a person or the household with a system of the environment.',
  input: z.strictObject({ id, ...tieInput }),
  refusals: ['not_found', 'may_not_write', 'case_closed', 'ended_before_start'],
  example: {
    input: { id: exampleId(1), system: 'school', name: 'Omid school', strength: 'strong' },
  },
})

export const changeTie = endpoint({
  ...familyWrite,
  method: 'PUT',
  path: '/cases/:caseId/ties/:tieId',
  summary: 'Correct a tie, or say until when it held.',
  input: z.strictObject({ ...tieInput, version }),
  refusals: ['not_found', 'may_not_write', 'case_closed', 'stale_version', 'ended_before_start'],
  example: {
    input: { system: 'school', name: 'Omid school', strength: 'tenuous', version: 1 },
  },
})
