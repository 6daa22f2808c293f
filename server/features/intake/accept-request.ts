import { sql } from 'kysely'
import type { InputOf } from '@peyvand/domain/contract.ts'
import { caseNumberYear } from '@peyvand/domain/intake/case-number-year.ts'
import type { acceptRequest as acceptRequestEndpoint } from '@peyvand/domain/intake/contract.ts'
import { whyNotStep } from '@peyvand/domain/intake/request-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { narrowToCases } from '../../platform/access/open-act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { beginHousehold } from '../people/join-household.ts'
import { holdRequest, keepRequest } from './change-request.ts'
import type { LoadedRequest } from './load-request.ts'

type Accepted = InputOf<typeof acceptRequestEndpoint>

/**
 * Accepts a request and opens its case. The database gives the place, numbers the case and lets its
 * accountable people in, in one step that holds the programme.
 */
export async function acceptRequest(act: Act, requestId: string, input: Accepted) {
  const loaded = await holdRequest(act, requestId, input.version)
  const refusal = whyNotStep(loaded.facts, 'accepted', input)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  await keepRequest(act, loaded, {
    eligibility: { answers: loaded.answers, decided: loaded.eligibility },
  })
  const householdId = await chooseHousehold(act, loaded, input)
  const opened = await sql<{ number: string }>`
    select open_case(${input.caseId}, ${requestId}, ${householdId}, ${input.practiceModelId},
      ${input.practiceModelReason}, ${act.today}, ${caseNumberYear(act.today, loaded.row.calendar)},
      ${input.caseManagerId}, ${input.supervisorId}, ${input.managerRowId}, ${input.supervisorRowId},
      ${input.reason}) as number`.execute(act.tx)
  act.audited.cases.add(input.caseId)
  await narrowToCases(act.tx, [input.caseId])
  await refreshDue(act, input.caseId)
  return {
    caseId: input.caseId,
    number: opened.rows[0]?.number ?? '',
    visible: [input.caseManagerId, input.supervisorId].includes(act.actor.id),
  }
}

async function chooseHousehold(
  act: Act,
  { row }: LoadedRequest,
  { household }: Accepted,
): Promise<string | null> {
  switch (household.kind) {
    case 'none':
      return null
    case 'known':
      if (!row.households.some(({ id }) => id === household.householdId)) {
        throw new Refused('household_unknown')
      }
      return household.householdId
    case 'new':
      if (!row.client) throw new Refused('person_missing')
      await beginHousehold(act, {
        id: household.householdId,
        memberId: household.memberId,
        name: household.name,
        personId: row.client.id,
      })
      return household.householdId
  }
}
