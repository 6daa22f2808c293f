import * as contract from '@peyvand/domain/planning/contract.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { listWritableGroups } from '../assessment/assessment-store.ts'
import { addAction } from './add-action.ts'
import { addGoal } from './add-goal.ts'
import { changeAction } from './change-action.ts'
import { changeGoal } from './change-goal.ts'
import { endGoal } from './end-goal.ts'
import { moveAction } from './move-action.ts'
import { listPlanRows } from './plan-store.ts'
import { presentPlan } from './present-plan.ts'
import { proposePlan } from './propose-plan.ts'
import { putPlanInForce } from './put-plan-in-force.ts'
import { recordAgreement } from './record-agreement.ts'
import { startPlan } from './start-plan.ts'
import { takeBackPlan } from './take-back-plan.ts'
import { writeSections } from './write-sections.ts'

export const planningRoutes: Route[] = [
  staffRoute(contract.listPlans, async ({ tx }, { params }) => ({
    plans: await listPlanRows(tx, params.caseId),
    mayWrite: (await listWritableGroups(tx, params.caseId)).includes('plan'),
  })),
  staffRoute(contract.readPlan, async (act, { params }) => {
    act.audited.records.add(params.planId)
    return await presentPlan(act, params.caseId, params.planId)
  }),
  staffRoute(contract.startPlan, async (act, { params, input }) =>
    startPlan(act, params.caseId, input.id),
  ),
  staffRoute(contract.writeSections, async (act, { params, input }) =>
    writeSections(act, params, input),
  ),
  staffRoute(contract.addGoal, async (act, { params, input }) => addGoal(act, params, input)),
  staffRoute(contract.changeGoal, async (act, { params, input }) => changeGoal(act, params, input)),
  staffRoute(contract.endGoal, async (act, { params, input }) => endGoal(act, params, input)),
  staffRoute(contract.addAction, async (act, { params, input }) => addAction(act, params, input)),
  staffRoute(contract.changeAction, async (act, { params, input }) =>
    changeAction(act, params, input),
  ),
  staffRoute(contract.moveAction, async (act, { params, input }) => moveAction(act, params, input)),
  staffRoute(contract.proposePlan, async (act, { params, input }) =>
    proposePlan(act, params, input.textHash),
  ),
  staffRoute(contract.takeBackPlan, async (act, { params, input }) =>
    takeBackPlan(act, params, input),
  ),
  staffRoute(contract.recordAgreement, async (act, { params, input }) =>
    recordAgreement(act, params, input),
  ),
  staffRoute(contract.putPlanInForce, async (act, { params, input }) =>
    putPlanInForce(act, params, input.textHash),
  ),
]
