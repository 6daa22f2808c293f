import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as access from '@peyvand/domain/access/contract.ts'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import {
  listProgrammes,
  nameOwnOrganisation,
  readMe,
  readOwnOrganisation,
} from '@peyvand/domain/agency/contract.ts'
import * as cases from '@peyvand/domain/cases/contract.ts'
import { withdrawConsent } from '@peyvand/domain/linking/contract.ts'
import * as people from '@peyvand/domain/people/contract.ts'
import { readRequest } from '@peyvand/domain/intake/contract.ts'
import { listContacts } from '@peyvand/domain/monitoring/contract.ts'
import { giveLogin, signedIn } from './features/access/test-browser.ts'
import type { TestBrowser } from './features/access/test-browser.ts'
import { enterInDirectory, makeAgency, makeWorker } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import type { TestCase } from './testing/open-test-case.ts'
import { readAccess, rebuildAccess } from './testing/rebuild-access.ts'
import { giveToken, startTestApp } from './testing/test-app.ts'
import type { TestApp, TestWorker } from './testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
/** What the other agency is in the directory. */
let recipientId: string
let head: TestWorker
let nurse: TestWorker
let made: TestCase

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  recipientId = await enterInDirectory(app, elsewhere)
  head = await makeWorker(app, agency.id, 'Shirin Vahdat', ['supervisor'])
  nurse = await makeWorker(app, agency.id, 'Laleh Amini', ['caseworker'])
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const worker of [agency.caseworker, agency.otherCaseworker, agency.otherSupervisor, nurse]) {
    await putUnder(worker, null)
  }
  made = await openTestCase(app, agency)
})

/** Sets the line as an administrator does, and answers how it went. */
async function putUnder(
  worker: TestWorker,
  supervisor: TestWorker | null,
  by = agency.administrator,
) {
  const { rows } = await app.owner.query<{ full_name: string; version: number }>(
    'select full_name, version from worker where id = $1',
    [worker.id],
  )
  const [{ full_name: fullName, version }] = rows as [{ full_name: string; version: number }]
  return await app.send(by, access.changeWorker, {
    params: { workerId: worker.id },
    input: {
      version,
      fullName,
      title: '',
      phone: '',
      supervisorId: supervisor?.id ?? null,
      deskIds: [],
    },
  })
}

const sees = async (worker: TestWorker, caseId = made.caseId) =>
  (await app.send(worker, cases.readCase, { params: { caseId } })).status === 200

const whoCanSee = async () =>
  (await app.ask(agency.caseworker, cases.readWhoCanSee, { params: { caseId: made.caseId } }))
    .people

async function expectAccessAsItsCauses() {
  expect(await readAccess(app.owner)).toEqual(await rebuildAccess(app.owner))
}

describe('the line of supervision', () => {
  test('a supervisor reaches the cases of the team, and whoever is above reaches them too', async () => {
    expect(await sees(agency.otherSupervisor)).toBe(false)
    await putUnder(agency.caseworker, agency.otherSupervisor)
    await putUnder(agency.otherSupervisor, head)
    expect(await sees(agency.otherSupervisor)).toBe(true)
    expect(await sees(head)).toBe(true)
    expect((await whoCanSee()).filter(({ why }) => why === 'supervision')).toHaveLength(2)
    await expectAccessAsItsCauses()
  })

  test('a case opened later, and a case that changes hands, follow the line', async () => {
    await putUnder(agency.otherCaseworker, agency.otherSupervisor)
    expect(await sees(agency.otherSupervisor)).toBe(false)
    await app.ask(agency.supervisor, cases.joinTeam, {
      params: { caseId: made.caseId },
      input: {
        id: newId(),
        workerId: agency.otherCaseworker.id,
        role: 'case_manager',
        groups: [
          'core',
          'family',
          'plan',
          'notes',
          'health',
          'substance_use',
          'school',
          'legal',
          'money',
        ],
        mayWrite: true,
      },
    })
    expect(await sees(agency.otherSupervisor)).toBe(true)
    await expectAccessAsItsCauses()
  })

  test('leaving the line, losing the role and leaving the agency each end it at once', async () => {
    await putUnder(agency.caseworker, agency.otherSupervisor)
    await putUnder(agency.otherSupervisor, head)
    await putUnder(agency.otherSupervisor, null)
    expect(await sees(head)).toBe(false)
    await putUnder(agency.otherSupervisor, head)
    expect(await sees(head)).toBe(true)
    const change = async (roles: ('supervisor' | 'director')[]) => {
      const { rows } = await app.owner.query('select version from worker where id = $1', [head.id])
      await app.ask(agency.administrator, access.changeRoles, {
        params: { workerId: head.id },
        input: { version: rows[0].version as number, roles },
      })
    }
    await change(['director'])
    expect(await sees(head)).toBe(false)
    await expectAccessAsItsCauses()
    await change(['supervisor'])
    expect(await sees(head)).toBe(true)
    await expectAccessAsItsCauses()
  })

  test('nobody puts people under himself or herself, and no line goes in a circle', async () => {
    const both = await makeWorker(app, agency.id, 'Reza Tavakoli', ['administrator', 'supervisor'])
    expect((await putUnder(agency.caseworker, both, both)).error?.code).toBe('not_for_oneself')
    await putUnder(agency.otherSupervisor, both)
    expect((await putUnder(agency.caseworker, agency.otherSupervisor, both)).error?.code).toBe(
      'not_for_oneself',
    )
    await putUnder(agency.otherSupervisor, head)
    expect((await putUnder(head, agency.otherSupervisor)).error?.code).toBe('supervision_in_circle')
  })

  test('the list tells the line’s cases apart, each once', async () => {
    await putUnder(agency.caseworker, agency.supervisor)
    const page = await app.ask(agency.supervisor, cases.listCases, { query: { status: 'all' } })
    expect(page.cases.filter(({ id }) => id === made.caseId)).toHaveLength(1)
    const led = await app.ask(agency.supervisor, cases.listCases, { query: { part: 'supervisor' } })
    expect(led.cases.map(({ id }) => id)).toContain(made.caseId)
  })
})

describe('a sealed case', () => {
  const seal = (worker: TestWorker, sealed: boolean, version: number) =>
    app.send(worker, cases.sealCase, {
      params: { caseId: made.caseId },
      input: { sealed, version },
    })

  test('is seen by the people named on it alone, until it is unsealed', async () => {
    await putUnder(agency.caseworker, agency.otherSupervisor)
    expect((await seal(agency.caseworker, true, 1)).status).toBe(200)
    expect(await sees(agency.otherSupervisor)).toBe(false)
    expect(await sees(agency.supervisor)).toBe(true)
    await expectAccessAsItsCauses()
    // A line made afterwards does not reach it either.
    await putUnder(agency.otherSupervisor, head)
    expect(await sees(head)).toBe(false)
    expect((await seal(agency.supervisor, false, 2)).status).toBe(200)
    expect(await sees(head)).toBe(true)
    await expectAccessAsItsCauses()
  })

  test('shows its people to no desk any more, not even to the one where it began', async () => {
    const requestId = newId()
    await app.owner.query(
      `insert into request (id, agency_id, desk_id, programme_id, source, presenting_problem, status, case_id, created_by)
       values ($1, $2, $3, $4, 'self', 'No food at home.', 'accepted', $5, $6)`,
      [requestId, agency.id, agency.deskId, agency.programmeId, made.caseId, agency.intake.id],
    )
    await app.owner.query(
      `insert into request_person (request_id, person_id, part) values ($1, $2, 'client'), ($1, $3, 'household')`,
      [requestId, made.clientId, made.childId],
    )
    const seen = async () => {
      const answers = [made.clientId, made.childId].map((personId) =>
        app.send(agency.intake, people.readPerson, { params: { personId } }),
      )
      const request = await app.ask(agency.intake, readRequest, { params: { requestId } })
      return [...(await Promise.all(answers)).map(({ status }) => status), request.client?.id]
    }
    expect(await seen()).toEqual([200, 200, made.clientId])
    await seal(agency.caseworker, true, 1)
    expect(await seen()).toEqual([404, 404, undefined])
    await seal(agency.caseworker, false, 2)
    expect(await seen()).toEqual([200, 200, made.clientId])
  })

  test('is sealed by those named on it, not by those above, and not from a stale page', async () => {
    await putUnder(agency.caseworker, agency.otherSupervisor)
    expect((await seal(agency.otherSupervisor, true, 1)).error?.code).toBe('not_named_on_case')
    expect((await seal(agency.otherCaseworker, true, 1)).status).toBe(404)
    expect((await seal(agency.caseworker, true, 7)).error?.code).toBe('stale_version')
  })
})

describe('a worker of a partner agency', () => {
  interface Said {
    from?: string
    until?: string
    of?: string
    to?: string
  }
  async function consent(groups: string[], said: Said = {}) {
    const id = newId()
    const { from = '2026-10-01', until = '2099-01-01', of = made.clientId, to = recipientId } = said
    await app.owner.query(
      `insert into consent (id, case_id, person_id, discloser, groups, recipient_id, recipient_name, purpose,
         from_on, until_on, how, witness, withdraw_how, created_by)
       values ($1, $2, $3, 'us', $4, $5, 'Elsewhere', 'shared work', $6, $7, 'spoken', 'N. F.', 'by a call', $8)`,
      [id, made.caseId, of, groups, to, from, until, agency.caseworker.id],
    )
    return id
  }
  const admit = async (
    consentId: string,
    groups: ('core' | 'plan' | 'notes')[],
    by = agency.caseworker,
  ) => {
    const { code } = await app.ask(elsewhere.caseworker, access.readPartnerCode)
    return await app.send(by, cases.admitPartner, {
      params: { caseId: made.caseId },
      input: { id: newId(), partnerCode: code.toLowerCase(), consentId, groups },
    })
  }

  test('reads what the consent covers and writes nothing, until it is withdrawn', async () => {
    const consentId = await consent(['core', 'plan'])
    expect((await admit(consentId, ['core', 'plan'])).status).toBe(200)
    const file = await app.ask(elsewhere.caseworker, cases.readCase, {
      params: { caseId: made.caseId },
    })
    expect(file).toMatchObject({
      sharedBy: 'Koy-e Bahar',
      mayWrite: false,
      myGroups: ['core', 'plan'],
    })
    expect(file.programme.nameEn).toBe('Family support')
    expect(file.team.map(({ fullName }) => fullName)).toContain('Samaneh Karimpour')
    const list = await app.ask(elsewhere.caseworker, cases.listCases, { query: {} })
    expect(list.cases.map(({ id }) => id)).toContain(made.caseId)
    await app.ask(elsewhere.caseworker, listContacts, { params: { caseId: made.caseId } })
    const tried = await app.send(elsewhere.caseworker, cases.judgeRisk, {
      params: { caseId: made.caseId },
      input: { level: 'watch', reason: 'x', version: 1 },
    })
    expect(tried.error?.code).toBe('may_not_write')
    await expectAccessAsItsCauses()
    await app.ask(agency.caseworker, withdrawConsent, {
      params: { caseId: made.caseId, consentId },
      input: { reason: 'changed her mind', version: 1 },
    })
    expect(await sees(elsewhere.caseworker)).toBe(false)
    await expectAccessAsItsCauses()
  })

  test('has a name on the team, and is taken off it like anybody else', async () => {
    await admit(await consent(['core']), ['core'])
    const params = { caseId: made.caseId }
    const { team } = await app.ask(agency.caseworker, cases.readCase, { params })
    const partner = team.find(({ workerId }) => workerId === elsewhere.caseworker.id)
    expect(partner).toMatchObject({ fullName: 'Samaneh Karimpour', role: 'partner_worker' })
    await app.ask(agency.caseworker, cases.leaveTeam, {
      params: { ...params, memberId: partner?.id ?? '' },
    })
    expect(await sees(elsewhere.caseworker)).toBe(false)
    await expectAccessAsItsCauses()
  })

  test('is admitted with no more than the consent covers, and only under one that holds', async () => {
    expect((await admit(await consent(['core']), ['core', 'plan'])).error?.code).toBe(
      'consent_not_lawful',
    )
    expect(
      (await admit(await consent(['core'], { until: '2026-10-02' }), ['core'])).error?.code,
    ).toBe('consent_withdrawn')
    expect((await admit(newId(), ['core'])).error?.code).toBe('consent_missing')
    expect((await admit(await consent(['core']), ['core'], agency.otherCaseworker)).status).toBe(
      404,
    )
  })

  test.each<[string, () => Promise<Said>, string]>([
    [
      'begins on a later day',
      () => Promise.resolve({ from: '2098-01-01' }),
      'consent_missing not_yet',
    ],
    [
      'somebody else of the case gave',
      () => Promise.resolve({ of: made.childId }),
      'consent_not_lawful',
    ],
    [
      'names an organisation that no agency is yet',
      async () => {
        await app.owner.query('update agency set organisation_id = null where id = $1', [
          elsewhere.id,
        ])
        return {}
      },
      'consent_missing agency_unnamed',
    ],
    [
      'names another organisation',
      async () => ({ to: await enterInDirectory(app, await makeAgency(app, 'A third')) }),
      'consent_missing other_recipient',
    ],
  ])('is not admitted under a consent that %s', async (_what, say, refused) => {
    await app.owner.query('update agency set organisation_id = $2 where id = $1', [
      elsewhere.id,
      recipientId,
    ])
    const { error } = await admit(await consent(['core'], await say()), ['core'])
    expect([error?.code, error?.facts?.because].join(' ').trim()).toBe(refused)
    expect(await sees(elsewhere.caseworker)).toBe(false)
  })

  test('reads while the own agency says that it is the organisation of the consent', async () => {
    await admit(await consent(['core']), ['core'])
    const name = async (organisationId: string | null) => {
      const { version } = await app.ask(elsewhere.administrator, readOwnOrganisation, { query: {} })
      await app.ask(elsewhere.administrator, nameOwnOrganisation, {
        input: { organisationId, version },
      })
    }
    expect(await sees(elsewhere.caseworker)).toBe(true)
    await name(null)
    expect(await sees(elsewhere.caseworker)).toBe(false)
    await expectAccessAsItsCauses()
    await name(recipientId)
    expect(await sees(elsewhere.caseworker)).toBe(true)
    await expectAccessAsItsCauses()
  })

  test('sees no other row of our agency', async () => {
    await admit(await consent(['core']), ['core'])
    const other = await openTestCase(app, agency)
    expect(await sees(elsewhere.caseworker, other.caseId)).toBe(false)
    expect((await app.ask(elsewhere.caseworker, readMe)).agency.name).toBe('Elsewhere')
    const { cases: list } = await app.ask(elsewhere.caseworker, cases.listCases, { query: {} })
    expect(list.map(({ id }) => id)).not.toContain(other.caseId)
  })
})

describe('emergency access', () => {
  let browser: TestBrowser
  let night: TestWorker
  beforeEach(async () => {
    night = await makeWorker(app, agency.id, 'Arash Nouri', ['caseworker'])
    await giveLogin(app, night, `night.${night.id.slice(-8)}`)
    browser = await signedIn(app, `night.${night.id.slice(-8)}`)
    await app.owner.query('update worker set emergency = true where id = $1', [night.id])
  })

  const breakGlass = (personId = made.clientId, by = browser) =>
    by.send(access.breakGlass, {
      params: { personId },
      input: {
        ids: [newId(), newId()],
        category: 'danger_to_life',
        reason: 'The ambulance asks about her medicines.',
        hours: 4,
      },
    })
  const findHer = () =>
    app.owner.query('insert into look_up (id, worker_id, found) values ($1, $2, $3)', [
      newId(),
      night.id,
      [made.clientId],
    ])
  const read = () => browser.send(cases.readCase, { params: { caseId: made.caseId } })
  const listAs = async (worker: TestWorker) =>
    (await app.ask(worker, access.listEmergencies, { query: { show: 'waiting' } })).emergencies

  test('opens the case to read, tells the supervisors at once, and logs every look with its ground', async () => {
    expect((await read()).status).toBe(404)
    await findHer()
    const opened = await breakGlass()
    expect(opened.body.caseIds).toEqual([made.caseId])
    const file = await read()
    expect(file.body).toMatchObject({ mayWrite: false, leadsTeam: false })
    await expectAccessAsItsCauses()
    const told = await app.owner.query(
      `select worker_id from notice where kind = 'emergency_access' and facts ->> 'caseId' = $1`,
      [made.caseId],
    )
    expect(told.rows.map(({ worker_id }) => worker_id as string).toSorted()).toEqual(
      [agency.caseworker.id, agency.supervisor.id].toSorted(),
    )
    const [waiting] = await listAs(agency.supervisor)
    const { rows } = await app.owner.query(
      `select reason from audit where user_id = $1 and verb = 'readCase' and outcome = 'done'`,
      [night.id],
    )
    expect(rows.map(({ reason }) => reason as string)).toEqual([`emergency:${waiting?.id}`])
  })

  test('ends when it is no longer needed, and by itself', async () => {
    await findHer()
    await breakGlass()
    const [mine] = (await browser.send(access.listEmergencies, {})).body.emergencies
    await browser.send(access.endEmergency, { params: { emergencyId: mine?.id ?? '' } })
    expect((await read()).status).toBe(404)
    await expectAccessAsItsCauses()
    await breakGlass()
    await app.owner.query(
      `with passed as (update case_access set until = now() - interval '1 second'
         where cause = 'emergency' and user_id = $1)
       update emergency_access set until = now() - interval '1 second' where worker_id = $1`,
      [night.id],
    )
    expect((await read()).status).toBe(404)
  })

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'by someone not named for it',
      async () => {
        await findHer()
        await app.owner.query('update worker set emergency = false where id = $1', [night.id])
      },
      'not_named_for_emergency',
    ],
    ['for somebody no look-up of the last hour has shown', async () => undefined, 'not_found'],
    [
      'for a sealed case',
      async () => {
        await findHer()
        await app.owner.query('update case_file set sealed = true where id = $1', [made.caseId])
      },
      'nothing_to_open',
    ],
    [
      'long after the password was last shown',
      async () => {
        await findHer()
        await app.owner.query(
          `update auth.session set proved_at = proved_at - interval '10 minutes' where user_id = $1`,
          [night.id],
        )
      },
      'fresh_sign_in_needed',
    ],
  ])('is refused %s', async (_when, arrange, code) => {
    await arrange()
    expect((await breakGlass()).error?.code).toBe(code)
    expect((await read()).status).toBe(404)
  })

  test('is refused to a machine that acts for the worker', async () => {
    await findHer()
    const answer = await app.send(night, access.breakGlass, {
      params: { personId: made.clientId },
      input: { ids: [newId()], category: 'violence', reason: 'long enough a reason', hours: 1 },
    })
    expect(answer.error?.code).toBe('fresh_sign_in_needed')
  })

  test('is reviewed by those who lead the case, never by the one who used it', async () => {
    await findHer()
    await breakGlass()
    const [mine] = (await browser.send(access.listEmergencies, {})).body.emergencies
    const review = { finding: 'justified', note: 'Called the ward.', version: 1 } as const
    const params = { emergencyId: mine?.id ?? '' }
    expect((await browser.send(access.reviewEmergency, { params, input: review })).status).toBe(404)
    expect(
      (await app.send(agency.otherSupervisor, access.reviewEmergency, { params, input: review }))
        .status,
    ).toBe(404)
    expect(await listAs(agency.otherSupervisor)).toEqual([])
    await app.ask(agency.supervisor, access.reviewEmergency, { params, input: review })
    expect(await listAs(agency.supervisor)).not.toContainEqual(
      expect.objectContaining({ id: params.emergencyId }),
    )
    const again = await app.send(agency.caseworker, access.reviewEmergency, {
      params,
      input: review,
    })
    expect(again.error?.code).toBe('stale_version')
    const over = await app.send(agency.caseworker, access.reviewEmergency, {
      params,
      input: { finding: 'not_justified', note: 'I think otherwise.', version: 2 },
    })
    expect(over.error?.code).toBe('stale_version')
    const { rows } = await app.owner.query('select finding from emergency_access where id = $1', [
      params.emergencyId,
    ])
    expect(rows).toEqual([{ finding: 'justified' }])
  })

  test('ends with its review while it still runs', async () => {
    await findHer()
    await breakGlass()
    expect((await read()).status).toBe(200)
    const [waiting] = await listAs(agency.supervisor)
    await app.ask(agency.supervisor, access.reviewEmergency, {
      params: { emergencyId: waiting?.id ?? '' },
      input: { finding: 'not_justified', note: 'It was not about her.', version: 1 },
    })
    expect((await read()).status).toBe(404)
    await expectAccessAsItsCauses()
  })

  test('leaves its ground on every look: in the list and on a person’s card too', async () => {
    const own = await openTestCase(app, agency)
    await app.ask(agency.caseworker, cases.joinTeam, {
      params: { caseId: own.caseId },
      input: { id: newId(), workerId: night.id, role: 'nurse', groups: ['core'], mayWrite: true },
    })
    await findHer()
    await breakGlass()
    await browser.send(cases.listCases)
    const params = { personId: made.clientId }
    expect((await browser.send(people.readPerson, { params })).status).toBe(200)
    expect((await browser.send(people.readSameAs, { params })).status).toBe(200)
    const looks = async ({ caseId }: TestCase) => {
      const seen = await app.ask(agency.caseworker, cases.readWhoLooked, {
        params: { caseId },
        query: {},
      })
      return seen.looks
        .filter(({ workerId }) => workerId === night.id)
        .map(({ verb, reason }) => [verb, reason?.startsWith('emergency:') ?? false])
    }
    expect(await looks(made)).toEqual([
      ['readSameAs', true],
      ['readPerson', true],
      ['listCases', true],
      ['breakGlass', true],
    ])
    // The same list showed a case of her own work.
    expect(await looks(own)).toEqual([['listCases', false]])
  })

  test('an administrator names who may, never himself or herself, and the named is told', async () => {
    const other = await makeWorker(app, agency.id, 'Mina Fallah', ['caseworker'])
    await giveLogin(app, agency.administrator, `admin.${night.id.slice(-8)}`).catch(() => undefined)
    const admin = await signedIn(app, `admin.${night.id.slice(-8)}`)
    const name = (workerId: string) =>
      admin.send(access.nameForEmergency, {
        params: { workerId },
        input: { may: true, version: 1 },
      })
    expect((await name(agency.administrator.id)).error?.code).toBe('not_for_oneself')
    expect((await name(other.id)).status).toBe(200)
    const { rows } = await app.owner.query(`select kind from notice where worker_id = $1`, [
      other.id,
    ])
    expect(rows).toContainEqual({ kind: 'emergency_named' })
  })
})

describe('a worker who has left and returns', () => {
  const every = [...dataGroups]
  let mina: TestWorker
  beforeEach(async () => {
    mina = await makeWorker(app, agency.id, 'Mina Salehi', ['caseworker', 'supervisor'])
  })

  async function leaveOrReturn(endpoint: typeof access.endWorker | typeof access.returnWorker) {
    const { rows } = await app.owner.query<{ version: number }>(
      'select version from worker where id = $1',
      [mina.id],
    )
    await app.ask(agency.administrator, endpoint, {
      params: { workerId: mina.id },
      input: { version: rows[0]?.version ?? 0 },
    })
    // The token ended with the leaving.
    mina = { ...mina, token: await giveToken(app.owner, mina.id, agency.id) }
  }
  const put = (
    worker: TestWorker,
    role: 'case_manager' | 'supervisor' | 'nurse',
    by = agency.supervisor,
  ) =>
    app.send(by, cases.joinTeam, {
      params: { caseId: made.caseId },
      input: { id: newId(), workerId: worker.id, role, groups: every, mayWrite: true },
    })
  const teamAsSeen = async () =>
    (await app.ask(agency.supervisor, cases.readCase, { params: { caseId: made.caseId } })).team

  test('has no former case, desk or line back until each is given again', async () => {
    await put(mina, 'nurse')
    const led = await openTestCase(app, agency)
    const below = await makeWorker(app, agency.id, 'Navid Parsa', ['caseworker'])
    await app.owner.query(
      `update team_member set worker_id = $2 where case_id = $1 and role = 'case_manager'`,
      [led.caseId, below.id],
    )
    await putUnder(mina, head)
    await putUnder(below, mina)
    await app.owner.query('select derive_access($1, $2)', [led.caseId, agency.caseworker.id])
    await app.owner.query('select derive_access($1, $2)', [led.caseId, below.id])
    await app.owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
      agency.deskId,
      mina.id,
    ])
    expect([await sees(mina), await sees(mina, led.caseId)]).toEqual([true, true])
    await leaveOrReturn(access.endWorker)
    await expectAccessAsItsCauses()
    await leaveOrReturn(access.returnWorker)
    expect([await sees(mina), await sees(mina, led.caseId)]).toEqual([false, false])
    expect(await sees(head, led.caseId)).toBe(true)
    const { programmes } = await app.ask(mina, listProgrammes)
    expect(programmes.flatMap(({ desks }) => desks).some(({ mine }) => mine)).toBe(false)
    // Whatever else changes on the team, the old part in it stays without effect.
    await put(nurse, 'nurse')
    expect(await sees(mina)).toBe(false)
    await expectAccessAsItsCauses()
    expect((await teamAsSeen()).find(({ workerId }) => workerId === mina.id)?.hasLeft).toBe(true)
    await put(mina, 'nurse')
    expect(await sees(mina)).toBe(true)
    await putUnder(below, mina)
    expect(await sees(mina, led.caseId)).toBe(true)
    await expectAccessAsItsCauses()
  })

  test('a case manager is one again only when whoever leads the case says so', async () => {
    await put(mina, 'case_manager')
    await leaveOrReturn(access.endWorker)
    const gone = (await teamAsSeen()).find(({ role }) => role === 'case_manager')
    expect(gone).toMatchObject({ workerId: mina.id, hasLeft: true })
    await leaveOrReturn(access.returnWorker)
    expect(await sees(mina)).toBe(false)
    expect((await put(mina, 'case_manager', agency.otherSupervisor)).status).toBe(404)
    expect((await put(mina, 'case_manager')).status).toBe(200)
    expect(await sees(mina)).toBe(true)
    await expectAccessAsItsCauses()
  })

  test('a case whose manager has left is handed over by its supervisor', async () => {
    await put(mina, 'case_manager')
    await leaveOrReturn(access.endWorker)
    expect((await put(agency.otherCaseworker, 'case_manager')).status).toBe(200)
    expect(await sees(agency.otherCaseworker)).toBe(true)
    await leaveOrReturn(access.returnWorker)
    expect(await sees(mina)).toBe(false)
    await expectAccessAsItsCauses()
  })

  test('an emergency that still runs and the naming for emergencies end with the leaving', async () => {
    await app.owner.query('update worker set emergency = true where id = $1', [mina.id])
    await app.owner.query(
      `insert into emergency_access (id, case_id, worker_id, category, reason, until)
       values ($1, $2, $3, 'violence', 'A neighbour called us.', now() + interval '4 hours')`,
      [newId(), made.caseId, mina.id],
    )
    await app.owner.query('select derive_emergency($1, $2)', [made.caseId, mina.id])
    expect(await sees(mina)).toBe(true)
    await leaveOrReturn(access.endWorker)
    await leaveOrReturn(access.returnWorker)
    expect(await sees(mina)).toBe(false)
    expect((await app.ask(mina, readMe)).emergency).toBe(false)
    await expectAccessAsItsCauses()
  })
})

describe('the team', () => {
  test('a supervisor leaves where another one stays', async () => {
    const second = newId()
    const every = [
      'core',
      'family',
      'plan',
      'notes',
      'health',
      'substance_use',
      'school',
      'legal',
      'money',
    ] as const
    const params = { caseId: made.caseId }
    await app.ask(agency.caseworker, cases.joinTeam, {
      params,
      input: {
        id: second,
        workerId: agency.otherSupervisor.id,
        role: 'supervisor',
        groups: [...every],
        mayWrite: true,
      },
    })
    const { team } = await app.ask(agency.caseworker, cases.readCase, { params })
    const first = team.find(({ workerId }) => workerId === agency.supervisor.id)
    const leave = (memberId: string) =>
      app.send(agency.caseworker, cases.leaveTeam, { params: { ...params, memberId } })
    expect((await leave(first?.id ?? '')).status).toBe(200)
    expect(await sees(agency.supervisor)).toBe(false)
    expect((await leave(second)).error?.code).toBe('supervisor_stays')
    await expectAccessAsItsCauses()
  })

  test('whoever is on the team until a day still sees the case on that day', async () => {
    const today = new Date().toISOString().slice(0, 10)
    await app.ask(agency.caseworker, cases.joinTeam, {
      params: { caseId: made.caseId },
      input: {
        id: newId(),
        workerId: nurse.id,
        role: 'nurse',
        groups: ['core'],
        mayWrite: false,
        until: today,
      },
    })
    expect(await sees(nurse)).toBe(true)
    await expectAccessAsItsCauses()
  })
})
