import { severity } from '@peyvand/domain/assessment/grid.ts'
import { actionClashes } from '@peyvand/domain/planning/action-clashes.ts'
import { planRemarks } from '@peyvand/domain/planning/plan-remarks.ts'
import { nextPlanSteps } from '@peyvand/domain/planning/plan-steps.ts'
import { sectionsOf } from '@peyvand/domain/planning/sections.ts'
import { asksForGoal, proposalGaps } from '@peyvand/domain/planning/why-not-propose.ts'
import type { ProposalFacts } from '@peyvand/domain/planning/why-not-propose.ts'
import type { Act } from '../../platform/access/act.ts'
import { listPeopleOfCase, listWritableGroups } from '../assessment/assessment-store.ts'
import { loadPlan } from './load-plan.ts'
import type { LoadedPlan } from './load-plan.ts'

/** The edition as its screen needs it, with what it lacks and what its author should see. */
export async function presentPlan({ tx }: Act, caseId: string, planId: string) {
  const loaded = await loadPlan(tx, caseId, planId)
  const { plan, goals, needs, strengths, agreements, surroundings, textHash } = loaded
  const settled = plan.status === 'in_force' || plan.status === 'superseded'
  // What is dropped or ended later does not unsay the answer that put the plan in force.
  const wordsHash = settled ? (agreements[0]?.hash ?? textHash) : textHash
  const living = goals.filter(({ endedOn }) => endedOn === null)
  return {
    ...plan,
    sectionsAsked: sectionsOf(surroundings.modelContent),
    goals,
    needs: needs.map(({ setAside, setAsideReason, meanwhile, outcome, ...need }) => ({
      ...need,
      severity: severity.parse(need.severity),
      ended: outcome !== null,
      setAside: setAside === null ? null : { why: setAside, reason: setAsideReason, meanwhile },
    })),
    strengths,
    agreements: agreements.map(({ hash, personId, givenName, familyName, ...agreement }) => ({
      ...agreement,
      person: { id: personId, givenName, familyName },
      toTheseWords: hash === wordsHash,
    })),
    gaps: proposalGaps(proposalFacts(loaded)),
    remarks: planRemarks({
      goals: living.map((goal) => ({
        ...goal,
        actions: goal.actions.filter(({ status }) => status !== 'dropped'),
      })),
    }),
    clashes: actionClashes({
      actions: living.flatMap((goal) =>
        goal.refused
          ? []
          : goal.actions
              .filter(({ status }) => status === 'planned' || status === 'under_way')
              .map((action) => ({ ...action, goalNumber: goal.number })),
      ),
      safetyNeeds: needs
        .filter(
          (need) =>
            need.domain === 'safety' && need.outcome === null && asksForGoal(need.severity, false),
        )
        .map(({ number }) => number),
    }),
    nextSteps: nextPlanSteps(plan.status),
    textHash,
    client: {
      id: surroundings.clientId,
      givenName: surroundings.givenName,
      familyName: surroundings.familyName,
      languages: surroundings.languages,
    },
    people: await listPeopleOfCase(tx, caseId),
    manager:
      surroundings.managerName === null
        ? null
        : { fullName: surroundings.managerName, phone: surroundings.managerPhone ?? '' },
    agencyName: surroundings.agencyName,
    mayWrite: (await listWritableGroups(tx, caseId)).includes('plan'),
  }
}

export function proposalFacts({ plan, goals, needs, surroundings }: LoadedPlan): ProposalFacts {
  return {
    needs: needs
      .filter(({ outcome }) => outcome === null)
      .map(({ id, number, severity: weight, setAside }) => ({
        id,
        number,
        severity: weight,
        setAside: setAside !== null,
      })),
    goals: goals.filter(({ endedOn }) => endedOn === null),
    sections: plan.sections,
    sectionsAsked: sectionsOf(surroundings.modelContent),
  }
}
