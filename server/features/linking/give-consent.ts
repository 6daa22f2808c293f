import { ageOn } from '@peyvand/domain/people/age.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import { whyNotLawfulConsent } from '@peyvand/domain/linking/consent.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import * as store from './consent-store.ts'

export async function giveConsent(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.giveConsent>,
) {
  await lockOpenCase(act.tx, caseId)
  const { givenById, ...given } = input
  const person = orNotFound(await store.findCasePerson(act.tx, caseId, input.personId))
  if (givenById) orNotFound(await store.findCasePerson(act.tx, caseId, givenById))
  const age = person.bornOn
    ? ageOn(
        { on: person.bornOn, precision: person.bornPrecision as 'day' },
        act.today,
        act.actor.calendar,
      )
    : undefined
  const refusal = whyNotLawfulConsent({
    age: age?.least,
    standing: input.standing,
    givenBySelf: givenById === null || givenById === input.personId,
    childAssent: input.childAssent,
  })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  const recipientName = await store.findOrganisationName(act.tx, input.recipientId)
  if (recipientName === undefined) throw new Refused('service_unknown')
  act.audited.records.add(input.id)
  await store.insertConsent(act.tx, { ...given, caseId, givenBy: givenById, recipientName })
  await refreshDue(act, caseId)
  return orNotFound(await store.findConsent(act.tx, caseId, input.id))
}
