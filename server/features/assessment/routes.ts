import * as contract from '@peyvand/domain/assessment/contract.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { addBarrier } from './add-barrier.ts'
import { addNeed } from './add-need.ts'
import { addProblem } from './add-problem.ts'
import { addStrength } from './add-strength.ts'
import { amendAssessment } from './amend-assessment.ts'
import { changeBarrier } from './change-barrier.ts'
import { changeInformant } from './change-informant.ts'
import { changeNeed } from './change-need.ts'
import { changeProblem } from './change-problem.ts'
import { changeStrength } from './change-strength.ts'
import { completeAssessment } from './complete-assessment.ts'
import { declineProposal } from './decline-proposal.ts'
import { endBarrier } from './end-barrier.ts'
import { endNeed } from './end-need.ts'
import { endProblem } from './end-problem.ts'
import { endStrength } from './end-strength.ts'
import { importInstrument } from './import-instrument.ts'
import { findInstrument, listInstrumentRows } from './instrument-store.ts'
import { listAssessments } from './list-assessments.ts'
import { presentDetail } from './present-assessment.ts'
import { readFindings } from './read-findings.ts'
import { recordProtocol } from './record-protocol.ts'
import { reopenNeed } from './reopen-need.ts'
import { retireInstrument } from './retire-instrument.ts'
import { saveAnswer } from './save-answer.ts'
import { setNeedAside } from './set-need-aside.ts'
import { startAssessment } from './start-assessment.ts'
import { takeUpNeed } from './take-up-need.ts'
import { withdrawAssessment } from './withdraw-assessment.ts'

const instruments: Route[] = [
  staffRoute(contract.listInstruments, async ({ tx }) => ({
    instruments: await listInstrumentRows(tx),
  })),
  staffRoute(contract.readInstrument, async ({ tx }, { params }) =>
    orNotFound(await findInstrument(tx, params.instrumentId)),
  ),
  staffRoute(contract.importInstrument, async ({ tx, actor, now, audited }, { query, file }) => {
    const { id, ...asked } = query
    audited.records.add(id)
    return await importInstrument(tx, { id, agencyId: actor.agencyId, now, asked }, file.bytes)
  }),
  staffRoute(contract.retireInstrument, async (act, { params, input }) =>
    retireInstrument(act, params.instrumentId, input),
  ),
]

const assessments: Route[] = [
  staffRoute(contract.listAssessments, async (act, { params }) =>
    listAssessments(act, params.caseId),
  ),
  staffRoute(contract.readAssessment, async (act, { params }) => {
    act.audited.records.add(params.assessmentId)
    return await presentDetail(act.tx, params.caseId, params.assessmentId)
  }),
  staffRoute(contract.startAssessment, async (act, { params, input }) =>
    startAssessment(act, params.caseId, input),
  ),
  staffRoute(contract.changeInformant, async (act, { params, input }) =>
    changeInformant(act, params.caseId, params.assessmentId, input),
  ),
  staffRoute(contract.saveAnswer, async (act, { params, input }) =>
    saveAnswer(act, params.caseId, params.assessmentId, input),
  ),
  staffRoute(contract.completeAssessment, async (act, { params, input }) =>
    completeAssessment(act, params.caseId, params.assessmentId, input),
  ),
  staffRoute(contract.amendAssessment, async (act, { params, input }) =>
    amendAssessment(act, params.caseId, params.assessmentId, input),
  ),
  staffRoute(contract.withdrawAssessment, async (act, { params, input }) =>
    withdrawAssessment(act, params.caseId, params.assessmentId, input),
  ),
  staffRoute(contract.recordProtocol, async (act, { params, input }) =>
    recordProtocol(act, params.caseId, params.assessmentId, input),
  ),
  staffRoute(contract.declineProposal, async (act, { params, input }) =>
    declineProposal(act, params.caseId, params, input.reason),
  ),
]

const findings: Route[] = [
  staffRoute(contract.readFindings, async (act, { params }) => readFindings(act, params.caseId)),
  staffRoute(contract.addProblem, async (act, { params, input }) =>
    addProblem(act, params.caseId, input),
  ),
  staffRoute(contract.changeProblem, async (act, { params, input }) =>
    changeProblem(act, { caseId: params.caseId, id: params.problemId }, input),
  ),
  staffRoute(contract.endProblem, async (act, { params, input }) =>
    endProblem(act, { caseId: params.caseId, id: params.problemId }, input),
  ),
  staffRoute(contract.addNeed, async (act, { params, input }) =>
    addNeed(act, params.caseId, input),
  ),
  staffRoute(contract.changeNeed, async (act, { params, input }) => changeNeed(act, params, input)),
  staffRoute(contract.setNeedAside, async (act, { params, input }) =>
    setNeedAside(act, params, input),
  ),
  staffRoute(contract.takeUpNeed, async (act, { params, input }) =>
    takeUpNeed(act, { ...params, version: input.version }),
  ),
  staffRoute(contract.endNeed, async (act, { params, input }) => endNeed(act, params, input)),
  staffRoute(contract.reopenNeed, async (act, { params, input }) => reopenNeed(act, params, input)),
  staffRoute(contract.addBarrier, async (act, { params, input }) =>
    addBarrier(act, { caseId: params.caseId, needId: params.needId }, input),
  ),
  staffRoute(contract.changeBarrier, async (act, { params, input }) =>
    changeBarrier(act, { caseId: params.caseId, id: params.barrierId }, input),
  ),
  staffRoute(contract.endBarrier, async (act, { params, input }) =>
    endBarrier(act, { caseId: params.caseId, id: params.barrierId }, input),
  ),
  staffRoute(contract.addStrength, async (act, { params, input }) =>
    addStrength(act, params.caseId, input),
  ),
  staffRoute(contract.changeStrength, async (act, { params, input }) =>
    changeStrength(act, { caseId: params.caseId, id: params.strengthId }, input),
  ),
  staffRoute(contract.endStrength, async (act, { params, input }) =>
    endStrength(act, { caseId: params.caseId, id: params.strengthId }, input),
  ),
]

export const assessmentRoutes: Route[] = [...instruments, ...assessments, ...findings]
