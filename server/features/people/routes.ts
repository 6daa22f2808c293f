import * as contract from '@peyvand/domain/people/contract.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { auditPeople } from './audit-people.ts'
import { changeFamily } from './change-family.ts'
import { changePerson } from './change-person.ts'
import { loadFamily, updatePart } from './family-store.ts'
import { changeMember, joinHousehold, startHousehold } from './join-household.ts'
import { linkSame, listLikelySame, readSameAs, tellApart, unlinkSame } from './link-same.ts'
import { lookUpPerson } from './look-up-person.ts'
import { findPerson, tieToCase } from './person-store.ts'
import { changeQuality, changeTie, judgeRelationship, recordTie } from './record-tie.ts'
import { registerInCase } from './register-in-case.ts'
import { changeRelationship, relatePeople } from './relate-people.ts'

export const peopleRoutes: Route[] = [
  staffRoute(contract.lookUpPerson, async (act, { input }) => lookUpPerson(act, input)),

  staffRoute(contract.readPerson, async (act, { params }) => {
    await auditPeople(act, params.personId)
    return orNotFound(await findPerson(act.tx, params.personId))
  }),

  staffRoute(contract.changePerson, async (act, { params, input }) =>
    changePerson(act, params.personId, input.details, input.version),
  ),

  staffRoute(contract.listLikelySame, async (act) => listLikelySame(act)),

  staffRoute(contract.tellApart, async (act, { params, input }) =>
    tellApart(act, params.pairId, input),
  ),

  staffRoute(contract.linkSame, async (act, { input }) => linkSame(act, input)),

  staffRoute(contract.unlinkSame, async (act, { params, input }) =>
    unlinkSame(act, params.linkId, input),
  ),

  staffRoute(contract.readSameAs, async (act, { params }) => readSameAs(act, params.personId)),

  staffRoute(contract.readFamily, async ({ tx }, { params }) => loadFamily(tx, params.caseId)),

  staffRoute(contract.registerPersonInCase, async (act, { params: { caseId }, input }) =>
    changeFamily(act, caseId, () => registerInCase(act, caseId, input)),
  ),

  staffRoute(contract.tieKnownPerson, async (act, { params: { caseId }, input }) =>
    changeFamily(act, caseId, async () => {
      act.audited.records.add(input.personId)
      await tieToCase(act.tx, caseId, input.personId, input.part)
    }),
  ),

  staffRoute(contract.changePart, async (act, { params: { caseId, personId }, input }) =>
    changeFamily(act, caseId, async () => {
      act.audited.records.add(personId)
      if (!(await updatePart(act.tx, caseId, personId, input.part))) throw new Refused('not_found')
    }),
  ),

  staffRoute(contract.startHousehold, async (act, { params: { caseId }, input }) =>
    changeFamily(act, caseId, () => startHousehold(act, caseId, input)),
  ),

  staffRoute(contract.joinHousehold, async (act, { params: { caseId }, input }) =>
    changeFamily(act, caseId, () => joinHousehold(act, caseId, input)),
  ),

  staffRoute(contract.changeHouseholdMember, async (act, { params, input }) =>
    changeFamily(act, params.caseId, () =>
      changeMember(act, params.caseId, params.memberId, input),
    ),
  ),

  staffRoute(contract.addRelationship, async (act, { params: { caseId }, input }) =>
    changeFamily(act, caseId, () => relatePeople(act, caseId, input)),
  ),

  staffRoute(contract.changeRelationship, async (act, { params, input }) =>
    changeFamily(act, params.caseId, () =>
      changeRelationship(act, params.caseId, params.relationshipId, input),
    ),
  ),

  staffRoute(contract.judgeRelationship, async (act, { params: { caseId }, input }) =>
    changeFamily(act, caseId, () => judgeRelationship(act, caseId, input)),
  ),

  staffRoute(contract.changeRelationshipQuality, async (act, { params, input }) =>
    changeFamily(act, params.caseId, () =>
      changeQuality(act, params.caseId, params.qualityId, input),
    ),
  ),

  staffRoute(contract.addTie, async (act, { params: { caseId }, input }) =>
    changeFamily(act, caseId, () => recordTie(act, caseId, input)),
  ),

  staffRoute(contract.changeTie, async (act, { params, input }) =>
    changeFamily(act, params.caseId, () => changeTie(act, params.caseId, params.tieId, input)),
  ),
]
