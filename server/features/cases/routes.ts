import { sql } from 'kysely'
import * as contract from '@peyvand/domain/cases/contract.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { findCaseFile, findNeedRow, listTeam } from './case-file-store.ts'
import { listCasePage } from './case-list-store.ts'
import { findPracticeModel, listWhoCanSee, listWhoLooked, updateSealed } from './case-store.ts'
import { changeCase } from './change-case.ts'
import { presentCaseFile, presentNeed } from './present-case-file.ts'
import { listEvents } from './timeline-store.ts'

const timelinePage = 50

export const casesRoutes: Route[] = [
  staffRoute(contract.listCases, async (act, { query }) => {
    const cases = await listCasePage(act.tx, act.actor.id, act.today, query)
    for (const { id } of cases) act.audited.cases.add(id)
    return { cases, before: cases.length === query.limit ? (cases.at(-1)?.id ?? null) : null }
  }),

  staffRoute(contract.readCase, async ({ tx, today }, { params }) =>
    presentCaseFile(orNotFound(await findCaseFile(tx, params.caseId, today)), today),
  ),

  staffRoute(contract.readTimeline, async ({ tx }, { params, query }) => {
    const events = await listEvents(tx, params.caseId, { ...query, limit: timelinePage + 1 })
    return { events: events.slice(0, timelinePage), more: events.length > timelinePage }
  }),

  staffRoute(contract.readNeedLife, async ({ tx, today }, { params }) => {
    const need = orNotFound(await findNeedRow(tx, params.caseId, params.needId, today))
    const about = { needId: need.id, goalIds: need.goals.map(({ id }) => id) }
    return {
      need: presentNeed(need),
      events: await listEvents(tx, params.caseId, { about, limit: 200 }),
    }
  }),

  staffRoute(contract.judgeRisk, (act, { params, input }) =>
    changeCase(act, params.caseId, input.version, {
      riskLevel: input.level,
      riskReason: input.reason,
    }),
  ),

  staffRoute(contract.changePracticeModel, async (act, { params, input }) => {
    const model = await findPracticeModel(act.tx, input.practiceModelId)
    if (!model) throw new Refused('practice_model_unknown')
    return await changeCase(act, params.caseId, input.version, {
      practiceModelId: model.id,
      practiceModelReason: input.reason,
    })
  }),

  staffRoute(contract.joinTeam, async ({ tx, today, audited }, { params, input }) => {
    audited.records.add(input.workerId)
    await sql`select join_team(${input.id}, ${params.caseId}, ${input.workerId}, ${input.role},
      ${input.groups}, ${input.mayWrite}, ${today}, ${input.until})`.execute(tx)
    return { team: await listTeam(tx, params.caseId) }
  }),

  staffRoute(contract.leaveTeam, async ({ tx, today, audited }, { params }) => {
    audited.records.add(params.memberId)
    await sql`select leave_team(${params.memberId}, ${params.caseId}, ${today})`.execute(tx)
    return { team: await listTeam(tx, params.caseId) }
  }),

  staffRoute(contract.admitPartner, async ({ tx, today, audited }, { params, input }) => {
    audited.records.add(input.consentId)
    await sql`select admit_partner(${input.id}, ${params.caseId}, ${input.partnerCode}, ${input.consentId},
      ${input.groups}, ${today}, ${input.until})`.execute(tx)
    return { team: await listTeam(tx, params.caseId) }
  }),

  staffRoute(contract.sealCase, async ({ tx }, { params, input }) => ({
    version: await updateSealed(tx, params.caseId, input.version, input.sealed),
  })),

  staffRoute(contract.readWhoCanSee, async ({ tx }, { params }) => ({
    people: await listWhoCanSee(tx, params.caseId),
  })),

  staffRoute(contract.readWhoLooked, async ({ tx }, { params, query }) => ({
    looks: await listWhoLooked(tx, params.caseId, query.before),
  })),
]
