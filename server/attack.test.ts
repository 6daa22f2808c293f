import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import { joinTeam, readWhoCanSee, sealCase } from '@peyvand/domain/cases/contract.ts'
import { attachDocument } from '@peyvand/domain/documents/contract.ts'
import { openLink } from '@peyvand/domain/linking/contract.ts'
import { readPerson } from '@peyvand/domain/people/contract.ts'
import { makeAgency, makeWorker } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import type { TestCase } from './testing/open-test-case.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestApp, TestWorker } from './testing/test-app.ts'

/** What the web server's SQL could do for a worker, past every check of its own. */
async function asStaff(worker: TestWorker, ...statements: [sql: string, values: unknown[]][]) {
  const client = await app.owner.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.user_id', $1, true), set_config('app.cases', $2, true), set_config('role', 'peyvand_staff', true)`,
      [worker.id, `{${made.caseId}}`],
    )
    let changed = 0
    for (const [sql, values] of statements)
      changed = (await client.query(sql, values)).rowCount ?? 0
    await client.query('commit')
    return changed
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

let app: TestApp
let agency: TestAgency
let made: TestCase

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  made = await openTestCase(app, agency)
})

const join = (by: TestWorker, workerId: string, input: object) =>
  app.send(by, joinTeam, {
    params: { caseId: made.caseId },
    input: {
      id: newId(),
      workerId,
      role: 'caseworker',
      groups: ['core'],
      mayWrite: true,
      ...input,
    },
  })

const seersOf = async (by = agency.caseworker) => {
  const { people } = await app.ask(by, readWhoCanSee, {
    params: { caseId: made.caseId },
  })
  return new Map(people.map((one) => [one.workerId, one]))
}

test('nobody lets a colleague see more of a case than he or she sees', async () => {
  const second = await makeWorker(app, agency.id, 'Farhad Amini', ['supervisor'])
  await join(agency.caseworker, second.id, { role: 'supervisor', groups: ['core', 'school'] })
  const friend = await makeWorker(app, agency.id, 'Zahra Nouri', ['caseworker'])
  const refused = await join(second, friend.id, { groups: ['core', 'health'] })
  expect(refused.error?.code).toBe('may_not_write')
  const within = await join(second, friend.id, { groups: ['core', 'school'] })
  expect(within.status).toBe(200)
})

describe('a supervisor who stands on the team with less than everything', () => {
  const today = new Date().toISOString().slice(0, 10)
  let second: TestWorker
  let below: TestWorker
  beforeEach(async () => {
    second = await makeWorker(app, agency.id, 'Farhad Amini', ['supervisor'])
    below = await makeWorker(app, agency.id, 'Zahra Nouri', ['caseworker'])
    await app.owner.query('update worker set supervisor_id = $2 where id = $1', [
      below.id,
      second.id,
    ])
  })
  const everything = { groups: [...dataGroups], mayWrite: true }
  const standing = (less: object) =>
    join(agency.caseworker, second.id, { role: 'supervisor', ...everything, ...less })

  test.each<[string, object, object]>([
    ['one part of the file', { groups: ['core'] }, { groups: ['core'] }],
    ['everything for a day', { until: today }, { ...everything, until: today }],
  ])(
    'and has %s does not come to all of it by making somebody of the own line case manager',
    async (_what, less, given) => {
      await standing(less)
      const refused = await join(second, below.id, { role: 'case_manager', ...given })
      expect(refused.error?.code).toBe('not_for_oneself')
      // Somebody of another line takes the case over from the very same hands.
      const other = await join(second, agency.otherCaseworker.id, {
        role: 'case_manager',
        ...given,
      })
      expect(other.status).toBe(200)
      const mine = (await seersOf(agency.supervisor)).get(second.id)
      expect(mine?.why).toBe('team:supervisor')
    },
  )

  test('lets nobody in for longer than he or she is there, nor to write where only reading', async () => {
    await standing({ until: today })
    const longer = await join(second, agency.otherCaseworker.id, { role: 'nurse' })
    expect(longer.error?.code).toBe('may_not_write')
    const within = await join(second, agency.otherCaseworker.id, { role: 'nurse', until: today })
    expect(within.status).toBe(200)
  })

  test('does not unseal the case of somebody of the own line to see more of it', async () => {
    await join(agency.caseworker, below.id, { role: 'case_manager', ...everything })
    await app.ask(below, sealCase, {
      params: { caseId: made.caseId },
      input: { sealed: true, version: 1 },
    })
    await join(below, second.id, { role: 'supervisor', groups: ['core'] })
    const unseal = (by: TestWorker) =>
      app.send(by, sealCase, {
        params: { caseId: made.caseId },
        input: { sealed: false, version: 2 },
      })
    expect((await unseal(second)).error?.code).toBe('not_for_oneself')
    expect((await unseal(agency.supervisor)).status).toBe(200)
  })

  test('with everything and no end, hands the case to the own line as before', async () => {
    await standing({})
    const given = await join(second, below.id, { role: 'case_manager', ...everything })
    expect(given.status).toBe(200)
  })
})

test('nobody joins a team without the core of the file', async () => {
  const refused = await join(agency.caseworker, agency.otherCaseworker.id, { groups: ['health'] })
  expect([refused.status, refused.error?.kind]).toEqual([400, 'malformed'])
})

test('whoever holds one part of a file without its core sees and writes nobody of it', async () => {
  await app.owner.query(
    `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
     values ($1, $2, $3, 'physician', '{health}', true, '2026-10-01', $3)`,
    [newId(), made.caseId, agency.otherCaseworker.id],
  )
  await app.owner.query('select derive_access($1, $2)', [made.caseId, agency.otherCaseworker.id])
  expect(
    await asStaff(agency.otherCaseworker, ['select from person where id = $1', [made.clientId]]),
  ).toBe(0)
  expect(
    await asStaff(agency.otherCaseworker, [
      `update person set safe_contact = '' where id = $1`,
      [made.clientId],
    ]),
  ).toBe(0)
  expect(
    (await app.send(agency.otherCaseworker, readPerson, { params: { personId: made.clientId } }))
      .status,
  ).toBe(404)
})

test('a case never loses its case manager by a new part in the team', async () => {
  const refused = await join(agency.supervisor, agency.caseworker.id, { role: 'volunteer' })
  expect(refused.error?.code).toBe('last_case_manager')
})

test('a case manager cannot take the case out of the supervisor’s sight', async () => {
  const narrowed = [
    { role: 'volunteer' },
    { role: 'supervisor', groups: ['core'] },
    {
      role: 'supervisor',
      groups: [...(await seersOf()).get(agency.supervisor.id)!.groups],
      until: '2026-11-22',
    },
  ]
  for (const input of narrowed) {
    const refused = await join(agency.caseworker, agency.supervisor.id, input)
    expect(refused.error?.code).toBe('supervisor_stays')
  }
  expect((await seersOf()).get(agency.supervisor.id)?.groups).toHaveLength(9)
})

test('who tries link after link from one place is made to wait', async () => {
  const guess = () =>
    app.send(undefined, openLink, { input: { token: 'G'.repeat(43), code: '000000' } })
  for (let n = 0; n < 50; n++) expect((await guess()).error?.code).toBe('link_not_usable')
  const late = await guess()
  expect([late.error?.code, late.headers['retry-after']]).toEqual(['too_many', '30'])
})

const writeNote = async (by: TestWorker, status: 'draft' | 'signed') => {
  const id = newId()
  await asStaff(by, [
    `insert into note (id, case_id, format, sections, status, signed_at, signed_by, author_id)
     values ($1, $2, 'free', '{"text":"words"}', $3, $4, $5, $6)`,
    [
      id,
      made.caseId,
      status,
      ...(status === 'signed' ? ['2026-11-20T10:00:00Z', by.id] : [null, null]),
      by.id,
    ],
  ])
  return id
}

test('nobody signs, and so reads, what a colleague is still writing', async () => {
  const id = await writeNote(agency.caseworker, 'draft')
  await asStaff(agency.supervisor, [`update note set status = 'signed'`, []])
  const found = await app.owner.query('select status from note where id = $1', [id])
  expect(found.rows).toEqual([{ status: 'draft' }])
})

test('nobody signs in the name of a colleague', async () => {
  const id = await writeNote(agency.caseworker, 'draft')
  await expect(
    asStaff(agency.caseworker, [
      `update note set status = 'signed', signed_at = now(), signed_by = $2 where id = $1`,
      [id, agency.supervisor.id],
    ]),
  ).rejects.toThrow(/row-level security|note_signed/)
})

test('the words of a signed note stay as they were signed', async () => {
  const id = await writeNote(agency.caseworker, 'signed')
  await expect(
    asStaff(agency.caseworker, [
      `update note set sections = '{"text":"other"}' where id = $1`,
      [id],
    ]),
  ).rejects.toThrow(/note_signed/)
})

test('nobody who only reads two people joins them, past the page too', async () => {
  const [one = '', other = ''] = [made.clientId, made.childId].toSorted()
  const joinThem = (by: TestWorker) =>
    asStaff(by, [
      `insert into same_as (id, agency_id, person_id, other_id, reason) values ($1, $2, $3, $4, 'x')`,
      [newId(), agency.id, one, other],
    ])
  await join(agency.caseworker, agency.otherCaseworker.id, { role: 'nurse', mayWrite: false })
  await expect(joinThem(agency.otherCaseworker)).rejects.toThrow(/row-level security/)
  expect(await joinThem(agency.caseworker)).toBe(1)
})

const consentTo = async (personId: string) => {
  const id = newId()
  await app.owner.query(
    `insert into consent (id, case_id, person_id, discloser, groups, recipient_name, purpose, from_on, until_on,
       how, witness, withdraw_how, created_by)
     values ($1, $2, $3, 'us', '{core}', 'Omid', 'shared work', '2026-10-01', '2099-01-01', 'spoken', 'N. F.', 'by a call', $4)`,
    [id, made.caseId, personId, agency.caseworker.id],
  )
  return id
}

test('a consent that was withdrawn is not taken up again behind the client’s back', async () => {
  const id = await consentTo(made.clientId)
  const set = (withdrawnAt: string | null) =>
    asStaff(agency.caseworker, [
      'update consent set withdrawn_at = $2 where id = $1',
      [id, withdrawnAt],
    ])
  await set('2026-11-20T10:00:00Z')
  await expect(set(null)).rejects.toThrow(/consent_withdrawn/)
  await set('2026-11-25T10:00:00Z')
  const { rows } = await app.owner.query('select withdrawn_at from consent where id = $1', [id])
  expect(rows).toEqual([{ withdrawn_at: new Date('2026-11-20T10:00:00Z') }])
})

test('a link that was taken back opens nothing again', async () => {
  const id = newId()
  await app.owner.query(
    `insert into answer_link (id, case_id, person_id, recipient_name, token_hash, code_hash, expires_at, withdrawn_at, created_by)
     values ($1, $2, $3, 'R. M.', $4, '', now() + interval '1 day', now(), $5)`,
    [id, made.caseId, made.clientId, Buffer.from(id), agency.caseworker.id],
  )
  await expect(
    asStaff(agency.caseworker, ['update answer_link set withdrawn_at = null where id = $1', [id]]),
  ).rejects.toThrow(/link_not_usable/)
})

test('whoever accepted a request reckons nothing of the case afterwards', async () => {
  await app.owner.query(
    `insert into request (id, agency_id, desk_id, programme_id, source, presenting_problem, status, case_id,
       decided_by, created_by)
     values ($1, $2, $3, $4, 'self', 'x', 'accepted', $5, $6, $6)`,
    [newId(), agency.id, agency.deskId, agency.programmeId, made.caseId, agency.intake.id],
  )
  await asStaff(agency.intake, [`select 1 / (due_facts($1) is null)::int`, [made.caseId]])
  await expect(
    asStaff(agency.intake, [`select rewrite_due($1, '[]')`, [made.caseId]]),
  ).rejects.toThrow(/not_found/)
})

describe('what belongs to a case stays within it', () => {
  test.each<[string, (other: TestCase) => [string, unknown[]]]>([
    [
      'a need of somebody who is not of the case',
      ({ clientId }) => [
        `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, person_id)
         values ($1, $2, 1, 'person', 'food', 'x', 2, 'client', '2026-11-01', $3)`,
        [newId(), made.caseId, clientId],
      ],
    ],
    [
      'a consent of somebody who is not of the case',
      ({ clientId }) => [
        `insert into consent (id, case_id, person_id, discloser, groups, recipient_name, purpose, from_on, until_on,
           how, witness, withdraw_how)
         values ($1, $2, $3, 'us', '{core}', 'Omid', 'x', '2026-10-01', '2099-01-01', 'spoken', 'N. F.', 'x')`,
        [newId(), made.caseId, clientId],
      ],
    ],
    [
      'a document in the place of one of another case',
      ({ caseId }) => [
        `insert into document (id, case_id, data_group, kind, name, content_type, bytes, sha256, supersedes)
         values ($1, $2, 'core', 'letter', 'a.pdf', 'application/pdf', 1, '', $3)`,
        [newId(), made.caseId, caseId],
      ],
    ],
    [
      'a note that amends one of another case',
      ({ caseId }) => [
        `insert into note (id, case_id, format, amends, amend_reason, author_id)
         values ($1, $2, 'free', $3, 'x', $4)`,
        [newId(), made.caseId, caseId, agency.caseworker.id],
      ],
    ],
  ])('%s is refused', async (_what, of) => {
    const other = await openTestCase(app, agency)
    // One of each stands in the other case, under the id of that case.
    await app.owner.query(
      `insert into document (id, case_id, data_group, kind, name, content_type, bytes, sha256, created_by)
       values ($1, $1, 'core', 'letter', 'a.pdf', 'application/pdf', 1, '', $2)`,
      [other.caseId, agency.caseworker.id],
    )
    await app.owner.query(
      `insert into note (id, case_id, format, author_id) values ($1, $1, 'free', $2)`,
      [other.caseId, agency.caseworker.id],
    )
    await expect(asStaff(agency.caseworker, of(other))).rejects.toThrow(/foreign key/)
  })
})

test('a piece of a file belongs to the group of the file', async () => {
  const id = newId()
  await asStaff(agency.caseworker, [
    `insert into document (id, case_id, data_group, kind, name, content_type, bytes, sha256)
     values ($1, $2, 'health', 'medical', 'letter.pdf', 'application/pdf', 1, '')`,
    [id, made.caseId],
  ])
  const nurse = await makeWorker(app, agency.id, 'Sara Jalali', ['caseworker'])
  await join(agency.caseworker, nurse.id, { role: 'nurse', groups: ['core'] })
  await expect(
    asStaff(nurse, [
      `insert into document_chunk (document_id, case_id, data_group, part, content) values ($1, $2, 'core', 1, 'x')`,
      [id, made.caseId],
    ]),
  ).rejects.toThrow(/foreign key/)
})

test('whoever has left the agency is not among those who see a case', async () => {
  const nurse = await makeWorker(app, agency.id, 'Sara Jalali', ['caseworker'])
  await join(agency.caseworker, nurse.id, { role: 'nurse' })
  await app.owner.query('update worker set ended_at = now() where id = $1', [nurse.id])
  expect((await seersOf()).has(nurse.id)).toBe(false)
})

test('a large body of nobody in particular is not even read', async () => {
  const answer = await app.send(undefined, attachDocument, {
    params: { caseId: made.caseId },
    query: { id: newId(), name: 'a.pdf', kind: 'letter', dataGroup: 'core' },
    file: { bytes: Buffer.alloc(26 * 1024 * 1024), contentType: 'application/pdf' },
  })
  expect([answer.status, answer.error?.code]).toEqual([401, 'not_signed_in'])
})
