import { eligibilityRules } from '@peyvand/domain/intake/eligibility-rules.ts'
import * as contract from '@peyvand/domain/intake/contract.ts'
import { openRequestStatuses, requestStatuses } from '@peyvand/domain/intake/request-steps.ts'
import type { RequestStatus } from '@peyvand/domain/intake/request-steps.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { acceptRequest } from './accept-request.ts'
import { answerRules, changeAsked } from './change-request.ts'
import { addDesk, addProgramme, changeDesk, changeProgramme } from './change-settings.ts'
import { presentCounts, presentLine, presentPlaces, presentRequest } from './present-request.ts'
import { giveGuidance, nameClient, receiveRequest } from './receive-request.ts'
import { countOpen, findRequestBehindCase, listLines, listPlaces } from './request-store.ts'
import { joinDesk, leaveDesk, listProgrammeRows } from './settings-store.ts'
import { recordTold, takeStep } from './take-step.ts'

const longestLine = 500

const presentSettings = async (tx: Transaction) => ({
  programmes: (await listProgrammeRows(tx)).map((programme) => ({
    ...programme,
    rules: eligibilityRules.parse(programme.rules),
  })),
})

export const intakeRoutes: Route[] = [
  staffRoute(contract.listRequests, async ({ tx, audited }, { query }) => {
    const lines = await listLines(tx, { ...query, status: statusesOf(query.status) })
    for (const { id } of lines) audited.records.add(id)
    return {
      requests: lines.map(presentLine),
      counts: presentCounts(await countOpen(tx, query)),
      before: lines.length === query.limit ? (lines.at(-1)?.id ?? null) : null,
    }
  }),

  staffRoute(contract.readWaitingLine, async ({ tx, audited }, { params: { programmeId } }) => {
    const [places] = await listPlaces(tx, programmeId)
    if (!places) throw new Refused('programme_unknown')
    const filter = { programmeId, status: ['waitlisted'], limit: longestLine } as const
    const lines = await listLines(tx, { ...filter, inLine: true })
    for (const { id } of lines) audited.records.add(id)
    return { places: presentPlaces(places), requests: lines.map(presentLine) }
  }),

  staffRoute(contract.listPlaces, async ({ tx }) => ({
    places: (await listPlaces(tx)).map((row) => ({
      ...presentPlaces(row),
      programmeId: row.programmeId,
    })),
  })),

  staffRoute(contract.readRequest, async (act, { params }) =>
    presentRequest(act, params.requestId),
  ),

  staffRoute(contract.receiveRequest, async (act, { input }) => {
    await receiveRequest(act, input)
    return await presentRequest(act, input.id)
  }),

  staffRoute(contract.giveGuidance, async (act, { input }) => {
    await giveGuidance(act, input)
    return { id: input.id }
  }),

  staffRoute(contract.changeRequest, async (act, { params: { requestId }, input }) => {
    const { version, ...asked } = input
    await changeAsked(act, requestId, version, asked)
    return await presentRequest(act, requestId)
  }),

  staffRoute(contract.nameClient, async (act, { params: { requestId }, input }) => {
    await nameClient(act, requestId, input)
    return await presentRequest(act, requestId)
  }),

  staffRoute(contract.answerRules, async (act, { params: { requestId }, input }) => {
    await answerRules(act, requestId, input.version, input.answers)
    return await presentRequest(act, requestId)
  }),

  staffRoute(contract.takeStep, async (act, { params: { requestId }, input }) => {
    await takeStep(act, requestId, input)
    return await presentRequest(act, requestId)
  }),

  staffRoute(contract.recordTold, async (act, { params: { requestId }, input }) => {
    await recordTold(act, requestId, input.version, input.toldOn)
    return await presentRequest(act, requestId)
  }),

  staffRoute(contract.acceptRequest, async (act, { params, input }) =>
    acceptRequest(act, params.requestId, input),
  ),

  staffRoute(contract.readRequestBehindCase, async ({ tx, audited }, { params }) => {
    const request = await findRequestBehindCase(tx, params.caseId)
    if (request) audited.records.add(request.id)
    return { request: request ?? null }
  }),

  staffRoute(contract.readProgrammeSettings, async ({ tx }) => presentSettings(tx)),

  staffRoute(contract.addProgramme, async (act, { input }) => {
    await addProgramme(act, input)
    return await presentSettings(act.tx)
  }),

  staffRoute(contract.changeProgramme, async (act, { params, input }) => {
    await changeProgramme(act, params.programmeId, input)
    return await presentSettings(act.tx)
  }),

  staffRoute(contract.addDesk, async (act, { input }) => {
    await addDesk(act, input)
    return await presentSettings(act.tx)
  }),

  staffRoute(contract.changeDesk, async (act, { params, input }) => {
    await changeDesk(act, params.deskId, input)
    return await presentSettings(act.tx)
  }),

  staffRoute(contract.joinDesk, async ({ tx, audited }, { params, input }) => {
    audited.records.add(input.workerId)
    await joinDesk(tx, params.deskId, input.workerId)
    return await presentSettings(tx)
  }),

  staffRoute(contract.leaveDesk, async ({ tx, audited }, { params }) => {
    audited.records.add(params.workerId)
    await leaveDesk(tx, params.deskId, params.workerId)
    return await presentSettings(tx)
  }),
]

function statusesOf(asked: 'open' | 'all' | RequestStatus): readonly RequestStatus[] {
  if (asked === 'open') return openRequestStatuses
  return asked === 'all' ? requestStatuses : [asked]
}
