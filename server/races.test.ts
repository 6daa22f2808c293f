import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as access from '@peyvand/domain/access/contract.ts'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import * as cases from '@peyvand/domain/cases/contract.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import * as intake from '@peyvand/domain/intake/contract.ts'
import { withdrawConsent } from '@peyvand/domain/linking/contract.ts'
import { addTask } from '@peyvand/domain/monitoring/contract.ts'
import * as review from '@peyvand/domain/review/contract.ts'
import { enterInDirectory, makeAgency, makeWorker } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import { readAccess, rebuildAccess } from './testing/rebuild-access.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestAnswer, TestApp, TestWorker } from './testing/test-app.ts'

let app: TestApp
let agency: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())

const atOnce = <T>(many: number, act: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: many }, (_, n) => act(n)))

/** How many were answered what, as `200: 1, stale_version: 7`. */
function countAnswers(answers: readonly TestAnswer<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, error } of answers) {
    const said = error?.code ?? String(status)
    counts[said] = (counts[said] ?? 0) + 1
  }
  return counts
}

const openCase = async () => ({ caseId: (await openTestCase(app, agency)).caseId })

describe.each([8, 20])('%i at once', (many) => {
  test('who change a case from one sight of it: one wins, the others are shown how it stands', async () => {
    const params = await openCase()
    const answers = await atOnce(many, (n) =>
      app.send(agency.caseworker, cases.judgeRisk, {
        params,
        input: { level: 'watch', reason: `Reason ${n}.`, version: 1 },
      }),
    )
    expect(countAnswers(answers)).toEqual({ 200: 1, stale_version: many - 1 })
    const file = await app.ask(agency.caseworker, cases.readCase, { params })
    for (const { error } of answers.filter(({ status }) => status !== 200)) {
      expect(error?.facts).toMatchObject({ current: { version: 2, riskReason: file.riskReason } })
    }
  })

  test('who accept on the last place: one gets it', async () => {
    const at = await makeAgency(app, `Last place of ${many}`)
    await app.owner.query('update programme set capacity = 1 where id = $1', [at.programmeId])
    const requests = []
    for (let n = 0; n < many; n++) requests.push(await receiveEligible(at))
    const answers = await Promise.all(requests.map((request) => accept(at, request)))
    expect(countAnswers(answers)).toEqual({ 200: 1, capacity_full: many - 1 })
  })

  test('who close one case: one closes it, the others are told', async () => {
    const params = await openCase()
    const answers = await atOnce(many, () =>
      app.send(agency.caseworker, review.closeCase, { params, input: closing() }),
    )
    expect(countAnswers(answers)).toEqual({ 200: 1, case_closed: many - 1 })
    const { closures } = await app.ask(agency.caseworker, review.readClosure, { params })
    expect(closures).toHaveLength(1)
  })

  test('who send one record under commands of their own: it is made once', async () => {
    const params = await openCase()
    const id = newId()
    const answers = await atOnce(many, () =>
      app.send(agency.caseworker, addTask, {
        params,
        input: { id, title: 'Once', dueOn: '2026-11-24' },
      }),
    )
    expect(countAnswers(answers)).toEqual({ 200: 1, already_exists: many - 1 })
  })

  test('who repeat one command: all hear the first answer, and it is done once', async () => {
    const params = await openCase()
    const sent = {
      params,
      commandId: newId(),
      input: { id: newId(), title: 'Once', dueOn: '2026-11-24' },
    }
    const answers = await atOnce(many, () => app.send(agency.caseworker, addTask, sent))
    expect(countAnswers(answers)).toEqual({ 200: many })
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const { rows } = await app.owner.query('select from task where case_id = $1', [params.caseId])
    expect(rows).toHaveLength(1)
  })
})

describe('two who each see that the other still stands', () => {
  test('two supervisors leave a team at once: one stays', async () => {
    const params = await openCase()
    await app.ask(agency.caseworker, cases.joinTeam, {
      params,
      input: {
        id: newId(),
        workerId: agency.otherSupervisor.id,
        role: 'supervisor',
        groups: [...dataGroups],
        mayWrite: true,
      },
    })
    const { team } = await app.ask(agency.caseworker, cases.readCase, { params })
    const rows = team.filter(({ role }) => role === 'supervisor')
    const answers = await Promise.all(
      rows.map(({ id }) =>
        app.send(agency.caseworker, cases.leaveTeam, { params: { ...params, memberId: id } }),
      ),
    )
    expect(countAnswers(answers)).toEqual({ 200: 1, supervisor_stays: 1 })
  })

  test('two are put under one another at once: no circle closes', async () => {
    const [one, other] = [
      await makeWorker(app, agency.id, 'Mona Asadi', ['supervisor']),
      await makeWorker(app, agency.id, 'Navid Parsa', ['supervisor']),
    ]
    const put = (worker: TestWorker, under: TestWorker) =>
      app.send(agency.administrator, access.changeWorker, {
        params: { workerId: worker.id },
        input: {
          version: 1,
          fullName: 'x',
          title: '',
          phone: '',
          supervisorId: under.id,
          deskIds: [],
        },
      })
    const answers = await Promise.all([put(one, other), put(other, one)])
    expect(countAnswers(answers)).toEqual({ 200: 1, supervision_in_circle: 1 })
  })

  test('a partner is admitted while the consent is withdrawn: nobody is left seeing the case', async () => {
    const elsewhere = await makeAgency(app, 'Elsewhere')
    const recipientId = await enterInDirectory(app, elsewhere)
    const { code } = await app.ask(elsewhere.caseworker, access.readPartnerCode)
    for (let n = 0; n < 4; n++) {
      const made = await openTestCase(app, agency)
      const params = { caseId: made.caseId }
      const consentId = newId()
      await app.owner.query(
        `insert into consent (id, case_id, person_id, discloser, groups, recipient_id, recipient_name,
           purpose, from_on, until_on, how, witness, withdraw_how, created_by)
         values ($1, $2, $3, 'us', '{core}', $5, 'Elsewhere', 'shared work', '2026-10-01', '2099-01-01',
           'spoken', 'N. F.', 'by a call', $4)`,
        [consentId, made.caseId, made.clientId, agency.caseworker.id, recipientId],
      )
      const [admitted, withdrawn] = await Promise.all([
        app.send(agency.caseworker, cases.admitPartner, {
          params,
          input: { id: newId(), partnerCode: code, consentId, groups: ['core'] },
        }),
        app.send(agency.supervisor, withdrawConsent, {
          params: { ...params, consentId },
          input: { version: 1 },
        }),
      ])
      expect(withdrawn.status).toBe(200)
      expect([200, 409]).toContain(admitted.status)
      const seen = await app.send(elsewhere.caseworker, cases.readCase, { params })
      expect(seen.status).toBe(404)
    }
    expect(await readAccess(app.owner)).toEqual(await rebuildAccess(app.owner))
  })

  test('a case is opened again while another takes the last place: one of them has it', async () => {
    const at = await makeAgency(app, 'Reopened')
    const made = await openTestCase(app, at)
    const params = { caseId: made.caseId }
    await app.ask(at.caseworker, review.closeCase, { params, input: closing() })
    await app.owner.query('update programme set capacity = 1 where id = $1', [at.programmeId])
    const request = await receiveEligible(at)
    const answers = await Promise.all([
      app.send(at.caseworker, review.reopenCase, { params, input: { reason: 'She called.' } }),
      accept(at, request),
    ])
    expect(countAnswers(answers)).toEqual({ 200: 1, capacity_full: 1 })
  })
})

function closing(): InputOf<typeof review.closeCase> {
  return {
    id: newId(),
    reason: 'goals_met',
    reasonWords: 'She manages on her own.',
    clientSays: 'I know whom to call.',
    remainingRisk: 'None known.',
    aftercare: 'The health house, and 123 at any hour.',
  }
}

type Request = { id: string; version: number }

async function receiveEligible(at: TestAgency): Promise<Request> {
  const request = await app.ask(at.intake, intake.receiveRequest, {
    input: {
      id: newId(),
      deskId: at.deskId,
      source: 'self',
      presentingProblem: 'x',
      about: {
        kind: 'new',
        person: {
          id: newId(),
          details: { givenName: 'طوبی', familyName: 'رنجبر', nationalIdMissing: 'گم شده' },
        },
      },
    },
  })
  return await app.ask(at.intake, intake.takeStep, {
    params: { requestId: request.id },
    input: { to: 'eligible', reason: 'x', version: request.version },
  })
}

const accept = (at: TestAgency, { id, version }: Request) =>
  app.send(at.intake, intake.acceptRequest, {
    params: { requestId: id },
    input: {
      caseId: newId(),
      practiceModelId: at.practiceModelId,
      practiceModelReason: 'x',
      caseManagerId: at.caseworker.id,
      supervisorId: at.supervisor.id,
      managerRowId: newId(),
      supervisorRowId: newId(),
      household: { kind: 'new', householdId: newId(), memberId: newId(), name: 'x' },
      version,
    },
  })
