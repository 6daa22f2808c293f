import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { contract } from '@peyvand/domain/api.ts'
import type { ContractEntry } from '@peyvand/domain/api.ts'
import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import type { Endpoint } from '@peyvand/domain/contract.ts'
import { readToday, recordContact } from '@peyvand/domain/monitoring/contract.ts'
import { lookUpPerson } from '@peyvand/domain/people/contract.ts'
import { makeAgency } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { startTestApp } from './testing/test-app.ts'
import type { Sent, TestApp, TestWorker } from './testing/test-app.ts'

interface Sending {
  text: string
  values: unknown[] | undefined
}

let app: TestApp
let agency: TestAgency
let caseId: string
let clientId: string
const cases = 3000
const mine = 60

/** Of any big table no more is read for a worker than ten rows for each case of his or hers. */
const mostRows = 10 * mine

/** Tables that grow with the number of cases: nobody's request reads one from end to end. */
const big = [
  'person',
  'phone_number',
  'request',
  'request_person',
  'case_file',
  'case_person',
  'case_access',
  'team_member',
  'need',
  'plan',
  'goal',
  'goal_need',
  'goal_progress',
  'contact',
  'note',
  'task',
  'due',
  'referral',
  'consent',
  'assessment',
  'audit',
  'history',
  'command',
]

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  await fillWithCases()
  const found = await app.owner.query<{ id: string }>(
    'select a.case_id as id from case_access a where a.user_id = $1 order by 1 desc limit 1',
    [agency.caseworker.id],
  )
  caseId = found.rows[0]?.id ?? ''
  const client = await app.owner.query<{ id: string }>(
    'select client_id as id from case_file where id = $1',
    [caseId],
  )
  clientId = client.rows[0]?.id ?? ''
})
afterAll(() => app.close())

/**
 * Cases of the usual size, made by the database itself; the last sixty are the caseworker's, so that who
 * goes through a table in order comes to them at the end.
 */
async function fillWithCases(): Promise<void> {
  const { owner } = app
  const values = [
    agency.id,
    agency.programmeId,
    agency.practiceModelId,
    agency.caseworker.id,
    agency.otherCaseworker.id,
    agency.supervisor.id,
    agency.deskId,
  ]
  await owner.query(`create table made (n int, id uuid, person uuid, manager uuid)`)
  await owner.query(
    `insert into made select n, uuidv7(), uuidv7(), case when n > ${cases - mine} then $1::uuid else $2 end
       from generate_series(1, ${cases}) n`,
    [agency.caseworker.id, agency.otherCaseworker.id],
  )
  const statements = [
    `insert into person (id, agency_id, given_name, family_name, sex, born_on, born_precision, created_by)
       select person, $1, (array['مریم','زهرا','Sara','رضا','علی','Daniel'])[1 + n % 6],
         (array['کاظمی','رستمی','Whitaker','محمدی'])[1 + n % 4] || ' ' || (n % 50), 'female', date '1960-01-01' + n, 'day', $4
       from made`,
    `insert into case_file (id, agency_id, number, client_id, programme_id, practice_model_id, practice_model_reason, opened_on, created_by)
       select id, $1, '1405-' || n, person, $2, $3, 'fits', date '2026-01-01' + n % 300, $4 from made`,
    `insert into case_person (case_id, person_id, part) select id, person, 'client' from made`,
    `insert into request (id, agency_id, desk_id, programme_id, source, presenting_problem, status, case_id, created_by)
       select id, $1, $7, $2, 'self', 'No home', 'accepted', id, $4 from made`,
    `insert into request_person (request_id, person_id, part) select id, person, 'client' from made`,
    `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
       select uuidv7(), id, manager, 'case_manager', every_group(), true, date '2026-01-01', $4 from made
       union all select uuidv7(), id, $6, 'supervisor', every_group(), true, date '2026-01-01', $4 from made where n > 1000`,
    `insert into case_access (user_id, case_id, groups, may_write, why)
       select worker_id, case_id, groups, may_write, 'team:' || role from team_member`,
    `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
       select uuidv7(), id, k, 'person', 'housing', 'A safe place', 3, 'client', '2026-02-01', $4 from made, generate_series(1, 2) k`,
    `insert into plan (id, case_id, edition, status, in_force_on, created_by)
       select uuidv7(), id, 1, 'in_force', '2026-02-10', $4 from made`,
    `insert into goal (id, case_id, plan_id, number, client_words, professional_words, created_by)
       select uuidv7(), case_id, id, k, 'A home', 'Stable tenancy', $4 from plan, generate_series(1, 2) k`,
    `insert into goal_need (case_id, goal_id, need_id)
       select g.case_id, g.id, d.id from goal g join need d on d.case_id = g.case_id and d.number = g.number`,
    `insert into organisation (id, steward_agency_id, name, created_by) values ($1, $1, 'Hope', $4)`,
    `insert into service (id, steward_agency_id, organisation_id, name, created_by) values ($1, $1, $1, 'Deposit', $4)`,
    `insert into consent (id, case_id, person_id, discloser, groups, recipient_name, purpose, from_on, until_on, how, witness, withdraw_how, created_by)
       select id, id, person, 'We', '{core}', 'Hope', 'Help', '2026-02-01', '2028-02-01', 'spoken', 'Aunt', 'By word', $4 from made`,
    `insert into referral (id, case_id, need_id, service_id, consent_id, status, sent_at, created_by)
       select uuidv7(), case_id, id, $1, case_id, 'started', now(), $4 from need where number = 1`,
    `insert into instrument (id, agency_id, code, edition, title_fa, title_en, data_group, questionnaire)
       values ($1, $1, 'x', '1', 'x', 'x', 'core',
         '{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"1","type":"string","text":"?"}]}')`,
    `insert into assessment (id, case_id, data_group, instrument_id, person_id, status, completed_at, client_view, created_by)
       select uuidv7(), id, 'core', $1, person, 'completed', now(), 'Told', $4 from made`,
    `insert into goal_progress (id, case_id, goal_id, on_day, level, judged_by, created_by)
       select uuidv7(), case_id, id, '2026-11-01', 0, 'client', $4 from goal`,
    `insert into contact (id, case_id, kind, happened_at, worker_id, created_by)
       select uuidv7(), id, 'call', now() - k * interval '9 days', manager, $4 from made, generate_series(1, 3) k`,
    `insert into note (id, case_id, contact_id, format, sections, status, signed_at, signed_by, author_id)
       select uuidv7(), case_id, id, 'free', '{"text":"Seen."}', 'signed', now(), worker_id, worker_id from contact`,
    `insert into task (id, case_id, title, due_on, worker_id, created_by)
       select uuidv7(), id, 'Call', '2026-11-20', manager, $4 from made, generate_series(1, 2) k`,
    `insert into due (case_id, key, data_group, rule, element, level, due_on, facts, act, subject_id, worker_id)
       select case_id, 'task_due:' || id, 'core', 'task_due', 'monitoring', 'urgent', due_on,
         '{"title":"Call","time":null,"place":""}', 'do_task', id, worker_id from task`,
  ]
  for (const statement of statements) {
    const used = [...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n))
    const most = Math.max(0, ...used)
    // Every parameter up to the last one used has to be told its type.
    const typed = Array.from({ length: most }, (_, n) => `$${n + 1}::uuid`).join(', ')
    await owner.query(
      most ? `with given as (select ${typed}) ${statement}` : statement,
      values.slice(0, most),
    )
  }
  await owner.query('drop table made')
  await owner.query('analyze')
}

interface Request {
  statements: Sending[]
  bytes: number
  /** What is another one each time the same thing is asked. */
  ids: string[]
}

/** What the server sends to the database while it answers one request. */
async function listSent(worker: TestWorker, endpoint: Endpoint, make: () => Sent<Endpoint>) {
  // The first one opens connections and fills caches.
  await app.send(worker, endpoint, { ...make(), commandId: newId() })
  const statements: Sending[] = []
  const original = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown
  Reflect.set(pg.Client.prototype, 'query', function (this: unknown, ...given: unknown[]) {
    const config = given[0] as { text?: string; values?: unknown[] } | string
    const text = typeof config === 'string' ? config : (config.text ?? '')
    const values = typeof config === 'string' ? given[1] : (config.values ?? given[1])
    statements.push({ text, values: Array.isArray(values) ? values : undefined })
    return Reflect.apply(original, this, given)
  })
  try {
    const sent = { ...make(), commandId: newId() }
    const answer = await app.send(worker, endpoint, sent)
    const ids = [...JSON.stringify(sent.input ?? {}).matchAll(/"id":"([^"]+)"/g)].map(
      ([, id]) => id,
    )
    const { status } = answer
    return {
      statements,
      status,
      bytes: answer.bytes.length,
      ids: [sent.commandId, ...ids] as string[],
    }
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original)
  }
}

interface Read {
  scans: number
  rows: number
}

/**
 * What is read of the big tables when the statements run once more under the worker's role, within
 * functions too; nothing of it stays.
 */
async function countReads(
  { statements, ids }: Request,
  { mayStop = false } = {},
): Promise<ReadonlyMap<string, Read>> {
  const anew = new Map(ids.map((id) => [id, newId()]))
  const replace = (value: unknown) =>
    typeof value === 'string'
      ? [...anew].reduce((text, [old, now]) => text.replaceAll(old, now), value)
      : value
  const client = await app.owner.connect()
  try {
    await client.query('begin')
    // A page read in sequence costs what three hundred would: among a million cases it is as many.
    await client.query('set local seq_page_cost = 300')
    const before = await countSoFar(client)
    for (const { text, values } of statements) {
      if (/auth\.|^\s*(begin|commit|rollback)/i.test(text)) continue
      await client.query('savepoint before')
      try {
        await client.query(text, values?.map(replace))
      } catch (error) {
        if (!mayStop || !(error instanceof pg.DatabaseError)) throw error
        // What is done already may not be done twice: up to there it was read.
        await client.query('rollback to savepoint before')
        break
      }
    }
    await client.query(`select set_config('role', 'none', true)`)
    const after = await countSoFar(client)
    const none = { scans: 0, rows: 0 }
    return new Map(
      big.map((name) => {
        const [from, to] = [before.get(name) ?? none, after.get(name) ?? none]
        return [name, { scans: to.scans - from.scans, rows: to.rows - from.rows }]
      }),
    )
  } finally {
    await client.query('rollback')
    client.release()
  }
}

// Nothing here was vacuumed, so that what an index alone would answer is counted as fetched too.
async function countSoFar(client: pg.PoolClient): Promise<ReadonlyMap<string, Read>> {
  const { rows } = await client.query<{ name: string; scans: string; rows: string }>(
    `select relname as name, seq_scan as scans, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows
       from pg_stat_xact_user_tables where schemaname = 'app'`,
  )
  return new Map(
    rows.map(({ name, scans, rows: read }) => [name, { scans: Number(scans), rows: Number(read) }]),
  )
}

async function listWholeScans(request: Request): Promise<string[]> {
  return [...(await countReads(request))].flatMap(([name, { scans }]) => (scans > 0 ? [name] : []))
}

describe.each([
  {
    what: 'the list of my cases',
    who: () => agency.caseworker,
    endpoint: listCases,
    sent: () => ({ query: { limit: 50 } }),
    statements: 9,
    bytes: 40_000,
  },
  {
    what: 'the list of a supervisor’s 2 000 cases',
    who: () => agency.supervisor,
    endpoint: listCases,
    sent: () => ({ query: { limit: 50 } }),
    statements: 9,
    bytes: 40_000,
  },
  {
    what: 'a case file',
    who: () => agency.caseworker,
    endpoint: readCase,
    sent: () => ({ params: { caseId } }),
    statements: 7,
    bytes: 10_000,
  },
  {
    what: 'the list of today',
    who: () => agency.caseworker,
    endpoint: readToday,
    sent: () => ({ query: {} }),
    statements: 9,
    bytes: 100_000,
  },
  {
    what: 'a contact with its note',
    who: () => agency.caseworker,
    endpoint: recordContact,
    sent: () => ({
      params: { caseId },
      input: {
        id: newId(),
        kind: 'call',
        reached: true,
        happenedAt: '2026-11-21T08:00:00Z',
        note: { id: newId(), format: 'free', sections: { text: 'Called.' }, sign: true },
      },
    }),
    statements: 17,
    bytes: 3000,
  },
  {
    what: 'a look-up of a person',
    who: () => agency.intake,
    endpoint: lookUpPerson,
    sent: () => ({ input: { id: newId(), name: 'Maryam Kazemi' } }),
    statements: 9,
    bytes: 6000,
  },
])('$what', ({ who, endpoint, sent, statements, bytes }) => {
  const request = async () => {
    const { status, ...told } = await listSent(
      who(),
      endpoint as Endpoint,
      sent as () => Sent<Endpoint>,
    )
    expect(status).toBe(200)
    return told
  }

  test('reads no big table from end to end', async () => {
    expect(await listWholeScans(await request())).toEqual([])
  })

  test(`takes ${statements} statements at most and answers within ${bytes} bytes`, async () => {
    const { statements: said, bytes: answered } = await request()
    expect(said.length).toBeLessThanOrEqual(statements)
    expect(answered).toBeLessThanOrEqual(bytes)
  })
})

/** Where what stands in a path is found; what is not here is some id of nothing. */
const tableOf: Record<string, string> = {
  planId: 'plan',
  needId: 'need',
  requestId: 'request',
  assessmentId: 'assessment',
}

async function paramsOf({ path, example }: Endpoint): Promise<Record<string, string>> {
  const shown: Record<string, string | undefined> = example?.params ?? {}
  const params: Record<string, string> = {}
  const here = new Map([
    ['caseId', caseId],
    ['personId', clientId],
    ['programmeId', agency.programmeId],
    ['serviceId', agency.id],
    ['instrumentId', agency.id],
  ])
  for (const [, name = ''] of path.matchAll(/:(\w+)/g)) {
    const table = tableOf[name]
    const column = table === 'request' ? 'id' : 'case_id'
    const found = table
      ? await app.owner.query<{ id: string }>(
          `select id from ${table} where ${column} = $1 order by id limit 1`,
          [caseId],
        )
      : undefined
    params[name] = here.get(name) ?? found?.rows[0]?.id ?? shown[name] ?? newId()
  }
  return params
}

/** How many places a programme has left is counted among all its open cases, by an index alone. */
const countsPlaces = ({ endpoint: { about }, name }: ContractEntry) =>
  about === 'request' || ['listPlaces', 'readWaitingLine', 'readProgrammeSettings'].includes(name)

/** What is not for a machine's token, or not there in these cases. */
const turnedAway = new Map([
  ['readAccount', 401],
  ['readDocument', 404],
  ['readDraft', 404],
])

/** A caseworker wherever one may; else who it is for. */
function whoReads({ roles }: Endpoint): TestWorker {
  if (!roles || roles.includes('caseworker')) return agency.caseworker
  const [role] = roles
  return role === 'director' || role === 'auditor' ? agency[role] : agency.administrator
}

const ofCases = contract.filter(
  ({ endpoint }) =>
    endpoint.who.includes('staff') &&
    !endpoint.accepts &&
    (endpoint.method === 'GET' || ['case', 'person', 'request'].includes(endpoint.about)),
)

/** What an example sends, about what is here; each time as something new. */
async function inputOf({ example }: Endpoint): Promise<() => unknown> {
  const here = new Map<string, string>([
    ['personId', clientId],
    ['deskId', agency.deskId],
    ['programmeId', agency.programmeId],
    ['practiceModelId', agency.practiceModelId],
    ['workerId', agency.otherCaseworker.id],
    ['caseManagerId', agency.otherCaseworker.id],
    ['supervisorId', agency.supervisor.id],
    ['consentId', caseId],
  ])
  for (const name of ['serviceId', 'recipientId', 'instrumentId']) here.set(name, agency.id)
  const { rows } = await app.owner.query<{ id: string }>(
    'select id from need where case_id = $1 order by id limit 1',
    [caseId],
  )
  here.set('needId', rows[0]?.id ?? '')
  return () =>
    JSON.parse(JSON.stringify(example?.input ?? {}), (key, value: unknown) =>
      key === 'id' ? newId() : (here.get(key) ?? value),
    )
}

test.each(ofCases)('$name reads of no big table more than a caseload', async (entry) => {
  const { endpoint } = entry
  const params = await paramsOf(endpoint)
  const { query } = endpoint.example ?? {}
  const makeInput = await inputOf(endpoint)
  const request = await listSent(whoReads(endpoint), endpoint, () => ({
    params: params as never,
    ...(query ? { query: query as never } : {}),
    ...(endpoint.input ? { input: makeInput() as never } : {}),
  }))
  if (endpoint.method === 'GET') expect(request.status).toBe(turnedAway.get(entry.name) ?? 200)
  else expect(request.status).toBeLessThan(500)
  const read = await countReads(request, { mayStop: endpoint.method !== 'GET' })
  const greedy = [...read].filter(
    ([table, { rows }]) => rows > mostRows && !(table === 'case_file' && countsPlaces(entry)),
  )
  expect(greedy.map(([table, { rows }]) => `${rows} of ${table}`)).toEqual([])
})

test('a table read from end to end is noticed, within a function too', async () => {
  const scans = (text: string) =>
    listWholeScans({ statements: [{ text, values: [] }], bytes: 0, ids: [] })
  expect(await scans(`select count(*) from note where format = 'free'`)).toEqual(['note'])
  await app.owner.query(
    `create function count_notes() returns bigint language plpgsql as $$ begin return (select count(*) from app.note where format = 'free'); end $$`,
  )
  expect(await scans('select count_notes()')).toEqual(['note'])
})
