import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countCells } from '@peyvand/domain/outcomes/count-cells.ts'
import type { Counted, Tally } from '@peyvand/domain/outcomes/count-cells.ts'
import { contract } from '@peyvand/domain/api.ts'
import {
  listPlaces,
  listRequests,
  readProgrammeSettings,
  readWaitingLine,
} from '@peyvand/domain/intake/contract.ts'
import { askForSummaries, readSummary } from '@peyvand/domain/outcomes/contract.ts'
import { topicCodes, topicOf } from '@peyvand/domain/outcomes/topics.ts'
import { openDatabase, openPool } from '../../platform/db/database.ts'
import type { Database } from '../../platform/db/database.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { reckonSummariesJob } from './reckon-summaries.job.ts'
import { tallyOf } from './tally-store.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
let second: string
let worker: ReturnType<typeof openPool>
let database: Database

const spring = '2026-03-21'
const summer = '2026-06-22'

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  second = newId()
  await app.owner.query(
    `insert into programme (id, agency_id, code, name_fa, name_en) values ($1, $2, 'ageing', 'سالمندی', 'Ageing')`,
    [second, agency.id],
  )
  worker = openPool(app.workerUrl, 2, 'test', 'peyvand_jobs')
  database = openDatabase(worker)
  await fillCases()
})
afterAll(async () => {
  await worker.end()
  await app.close()
})

/** Cases of two programmes through two periods, each with a request, a need and a referral. */
async function fillCases(): Promise<void> {
  const { clientId, caseId } = await openTestCase(app, agency)
  await app.owner.query(`update case_file set opened_on = '2026-11-01' where id = $1`, [caseId])
  const by = agency.caseworker.id
  const organisationId = newId()
  const serviceId = newId()
  await app.owner.query(
    'insert into organisation (id, steward_agency_id, name, created_by) values ($1, $2, $3, $4)',
    [organisationId, agency.id, 'Omid', by],
  )
  await app.owner.query(
    `insert into service (id, steward_agency_id, organisation_id, name, created_by) values ($1, $2, $3, 'Advice', $4)`,
    [serviceId, agency.id, organisationId, by],
  )
  for (let at = 0; at < 90; at += 1) {
    const [id, requestId, needId, referralId] = [newId(), newId(), newId(), newId()]
    const programmeId = at % 9 === 0 ? second : agency.programmeId
    const openedOn = day(at % 2 === 0 ? spring : summer, (at * 7) % 88)
    const closedOn = at % 3 === 0 ? day(openedOn, 20 + (at % 50)) : null
    const domain = ['housing', 'income', 'housing', 'food'][at % 4]
    await app.owner.query(
      `insert into request (id, agency_id, desk_id, programme_id, source, presenting_problem, status, received_at, decided_at, created_by)
       values ($1, $2, $3, $4, 'self', '…', 'accepted', $5::date - 4, $5::date, $6)`,
      [requestId, agency.id, agency.deskId, programmeId, openedOn, by],
    )
    await app.owner.query(
      `insert into case_file (id, agency_id, number, client_id, programme_id, practice_model_id, practice_model_reason,
         request_id, status, opened_on, closed_on, created_by)
       values ($1, $2, $3, $4, $5, $6, '…', $7, $8, $9, $10, $11)`,
      [
        id,
        agency.id,
        `1405-${at}`,
        clientId,
        programmeId,
        agency.practiceModelId,
        requestId,
        closedOn ? 'closed' : 'open',
        openedOn,
        closedOn,
        by,
      ],
    )
    await app.owner.query('update request set case_id = $1 where id = $2', [id, requestId])
    await app.owner.query(
      `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, outcome, outcome_on, created_by)
       values ($1, $2, 1, 'family', $3, '…', 3, 'client', $4, $5, $6, $7)`,
      [needId, id, domain, openedOn, closedOn ? 'met' : null, closedOn, by],
    )
    await app.owner.query(
      `insert into referral (id, case_id, need_id, service_id, status, basis, basis_words, sent_at, outcome, outcome_by, outcome_on, created_by)
       values ($1, $2, $3, $4, 'sent', 'law', '…', $5::date, $6, $7, $8, $9)`,
      [
        referralId,
        id,
        needId,
        serviceId,
        openedOn,
        closedOn ? 'got_help' : null,
        closedOn ? 'client' : null,
        closedOn,
        by,
      ],
    )
  }
}

function day(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What the job does, every agency in turn. */
function reckon(now: string): Promise<void> {
  return reckonSummariesJob.run({}, { database, clock: () => now } as JobContext)
}

const november = '2026-11-21T08:30:00.000Z'

describe('a director', () => {
  beforeAll(async () => {
    // as in a larger agency, which is told by quarters
    await app.owner.query(
      `insert into summary_round (agency_id, calendar, length) values ($1, 'persian', 3)`,
      [agency.id],
    )
    await reckon(november)
  })

  test('reads the periods that are over, small numbers hidden', async () => {
    const read = await app.ask(agency.director, readSummary, { query: { topic: 'cases' } })
    expect(read.reckonedAt).toBe(november)
    expect(read.periods.map(({ year, number }) => `${year}/${number}`).slice(-2)).toEqual([
      '1405/1',
      '1405/2',
    ])
    expect(read.periods).toHaveLength(8)
    expect(read.nextOn).toBe('2027-01-01')
    expect(read.programmes.map(({ nameEn }) => nameEn).toSorted()).toEqual([
      'Ageing',
      'Family support',
    ])
    const cell = (row: string, period: string, column: string) =>
      read.cells.find(
        (one) =>
          one.row === row && one.period === period && one.column === column && one.month === 0,
      )?.count
    expect(cell('all', spring, 'opened')).toBe(45)
    expect(cell('all', summer, 'opened')).toBe(45)
    expect(cell(second, spring, 'opened')).toBeNull()
    // the other programme would give it away
    expect(cell(agency.programmeId, spring, 'opened')).toBeNull()
  })

  test('reads every summary, and no name or case in any of them', async () => {
    for (const topic of topicCodes) {
      const answer = await app.send(agency.director, readSummary, { query: { topic } })
      expect([topic, answer.status]).toEqual([topic, 200])
      expect(answer.bytes.toString()).not.toMatch(/1405-|مرادیان|Omid/)
    }
  })

  test('of another agency reads the own one, where everything is hidden', async () => {
    const read = await app.ask(elsewhere.director, readSummary, { query: { topic: 'cases' } })
    expect(read.programmes).toHaveLength(1)
    // so small an agency is told by halves of a year
    expect([read.length, read.periods.map(({ months }) => months.length)]).toEqual([
      6,
      [6, 6, 6, 6],
    ])
    expect(read.nextOn).toBe('2027-03-31')
    expect(read.cells.length).toBeGreaterThan(0)
    expect(read.cells.every(({ count }) => count === null)).toBe(true)
  })

  test('is found in the access history', async () => {
    await app.ask(agency.director, readSummary, { query: { topic: 'needs' } })
    const found = await app.owner.query(
      `select outcome from audit where verb = 'readSummary' and user_id = $1`,
      [agency.director.id],
    )
    expect(found.rows).toContainEqual({ outcome: 'done' })
  })

  test('is not told a period again when an entry comes late', async () => {
    const before = await app.ask(agency.director, readSummary, { query: { topic: 'cases' } })
    await app.owner.query(
      `update case_file set opened_on = '2026-04-02' where id = (select id from case_file
        where agency_id = $1 and opened_on > '2026-10-01' limit 1)`,
      [agency.id],
    )
    await reckon('2026-11-22T08:30:00.000Z')
    const after = await app.ask(agency.director, readSummary, { query: { topic: 'cases' } })
    expect(after.cells).toEqual(before.cells)
    expect(after.reckonedAt).toBe('2026-11-22T08:30:00.000Z')
  })

  test('may ask for the numbers now, and not again within half an hour', async () => {
    const first = await app.send(agency.director, askForSummaries, { input: {} })
    expect(first.status).toBe(200)
    const queued = await app.owner.query(
      `select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'reckon-summaries'`,
    )
    expect(queued.rows).toEqual([{ jobs: 1 }])
    const again = await app.send(agency.director, askForSummaries, { input: {} })
    expect([again.status, again.error?.code]).toEqual([429, 'too_many'])
  })

  test('a repeat of the same wish asks once', async () => {
    const commandId = newId()
    const sent = { input: {}, commandId }
    const first = await app.send(elsewhere.director, askForSummaries, sent)
    const repeat = await app.send(elsewhere.director, askForSummaries, sent)
    expect([first.status, repeat.status]).toEqual([200, 200])
  })
})

describe('a director is told no count of the work as it stands', () => {
  test('neither of places and of who waits, nor of the programmes’ settings', async () => {
    const params = { programmeId: agency.programmeId }
    const answers = [
      await app.send(agency.director, listPlaces),
      await app.send(agency.director, readWaitingLine, { params }),
      await app.send(agency.director, readProgrammeSettings),
    ]
    expect(answers.map(({ error }) => error?.code)).toEqual(Array(3).fill('role_not_allowed'))
    const { counts } = await app.ask(agency.director, listRequests, { query: {} })
    expect(Object.values(counts).every((count) => count === 0)).toBe(true)
  })

  test('and by no other route that asks for nothing but a director’s own sign-in', async () => {
    const { rows } = await app.owner.query<{ open: number }>(
      `select count(*)::int as open from case_file where programme_id = $1 and status = 'open'`,
      [agency.programmeId],
    )
    const open = rows[0]?.open ?? 0
    expect(open).toBeGreaterThan(50)
    const told = new RegExp(`:${open}[,}\\]]`)
    const asked: string[] = []
    for (const { name, endpoint } of contract) {
      const isPlain = endpoint.method === 'GET' && !endpoint.path.includes(':')
      if (!isPlain || endpoint.answers === 'file' || !endpoint.who.includes('staff')) continue
      const query = endpoint.example?.query
      const answer = await app.send(
        agency.director,
        endpoint,
        query ? { query: query as never } : {},
      )
      asked.push(name)
      expect([name, told.test(answer.bytes.toString())]).toEqual([name, false])
    }
    expect(asked.length).toBeGreaterThan(20)
  })

  test('not even past the routes, from the functions that count', async () => {
    const count = async (worker: TestWorker, query: string) => {
      const client = await app.owner.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('app.user_id', $1, true)`, [worker.id])
        await client.query('set local role peyvand_staff')
        return (await client.query<{ open: number; waiting: number }>(query)).rows
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const places = `select open, waiting from places('${agency.programmeId}')`
    expect(await count(agency.director, places)).toEqual([])
    expect(await count(agency.auditor, places)).toEqual([])
    expect(await count(agency.intake, places)).toHaveLength(1)
    for (const name of ['programme_load', 'count_waiting']) {
      const query = `select ${name}('${agency.programmeId}')`
      await expect(count(agency.director, query)).rejects.toThrow(/permission denied/)
    }
  })
})

describe.each([
  ['a caseworker', () => agency.caseworker],
  ['a supervisor', () => agency.supervisor],
  ['an intake worker', () => agency.intake],
  ['an administrator', () => agency.administrator],
  ['an auditor', () => agency.auditor],
])('%s', (_who, worker) => {
  test('neither reads the numbers nor has them reckoned', async () => {
    const read = await app.send(worker(), readSummary, { query: { topic: 'cases' } })
    const asked = await app.send(worker(), askForSummaries, { input: {} })
    expect([read.error?.code, asked.error?.code]).toEqual(['role_not_allowed', 'role_not_allowed'])
  })
})

test('nobody signs in, nobody reads', async () => {
  const read = await app.send(undefined, readSummary, { query: { topic: 'cases' } })
  expect(read.error?.code).toBe('not_signed_in')
})

describe('the role that answers directors', () => {
  const granted = `select c.relname as found from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v', 'm', 'p', 'f')
      and has_any_column_privilege('peyvand_report', c.oid, $1) and has_schema_privilege('peyvand_report', n.oid, 'usage')
    order by 1`
  const list = async (query: string, ...values: unknown[]) =>
    (await app.owner.query<{ found: string }>(query, values)).rows.map(({ found }) => found)

  test('may read the summaries and nothing else, and writes nowhere', async () => {
    expect(await list(granted, 'select')).toEqual([
      'summary_cell',
      'summary_period',
      'summary_programme',
      'summary_round',
    ])
    expect(await list(granted, 'insert, update')).toEqual([])
  })

  test('is no other role, and runs no function that reads past the policies but who and where I am', async () => {
    expect(
      await list(`select r.rolname as found from pg_roles r
        where r.rolname <> 'peyvand_report' and pg_has_role('peyvand_report', r.oid, 'member')`),
    ).toEqual([])
    expect(
      await list(`select p.proname as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'app' and p.prosecdef and p.prorettype <> 'trigger'::regtype
          and has_function_privilege('peyvand_report', p.oid, 'execute') order by 1`),
    ).toEqual(['my_agency', 'my_roles'])
  })

  test('sees the own agency, for a director only, and no row the numbers were made from', async () => {
    const asReport = async (userId: string, query: string) => {
      const client = await app.owner.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('app.user_id', $1, true)`, [userId])
        await client.query('set local role peyvand_report')
        return (await client.query<{ agency_id: string }>(query)).rows
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const cells = 'select distinct agency_id from summary_cell'
    expect(await asReport(agency.director.id, cells)).toEqual([{ agency_id: agency.id }])
    expect(await asReport(elsewhere.director.id, cells)).toEqual([{ agency_id: elsewhere.id }])
    expect(await asReport(agency.administrator.id, cells)).toEqual([])
    await expect(asReport(agency.director.id, 'select from case_file')).rejects.toThrow(
      /permission denied/,
    )
  })
})

test('no table of summaries keeps a number of ten or less', async () => {
  await expect(
    app.owner.query(`update summary_cell set count = 10 where count is not null`),
  ).rejects.toThrow(/check constraint/)
})

describe('what the job counts equals a recount by hand', () => {
  const months = [spring, '2026-04-21', '2026-05-22', summer, '2026-07-23', '2026-08-23']
  const endsBefore = '2026-09-23'
  const span = () => ({ agencyId: agency.id, timeZone: 'Asia/Tehran', months, endsBefore })
  const monthOf = (on: string) => months.filter((first) => first <= on).length - 1

  const byHand: [topic: 'cases' | 'needs' | 'referrals' | 'requests', rows: string][] = [
    [
      'cases',
      `select programme_id::text as row, 'opened' as came, opened_on::text as in_on, 'closed' as went, closed_on::text as out_on
       from case_file where agency_id = $1`,
    ],
    [
      'needs',
      `select n.domain as row, 'found' as came, n.found_on::text as in_on, n.outcome as went, n.outcome_on::text as out_on
       from need n join case_file c on c.id = n.case_id where c.agency_id = $1`,
    ],
    [
      'referrals',
      `select n.domain as row, 'sent' as came, ((r.sent_at at time zone 'Asia/Tehran')::date)::text as in_on,
         r.outcome as went, r.outcome_on::text as out_on
       from referral r join need n on n.id = r.need_id join case_file c on c.id = r.case_id where c.agency_id = $1`,
    ],
    [
      'requests',
      `select programme_id::text as row, 'received' as came, ((received_at at time zone 'Asia/Tehran')::date)::text as in_on,
         'decided' as went, ((decided_at at time zone 'Asia/Tehran')::date)::text as out_on
       from request where agency_id = $1`,
    ],
  ]
  test.each(byHand)('%s', async (code, query) => {
    const topic = topicOf(code)
    const tallies = await database.transaction().execute((tx) => tallyOf[code](tx, span()))
    interface Raw {
      row: string
      came: string
      in_on: string
      went: string | null
      out_on: string | null
    }
    const raw = (await app.owner.query<Raw>(query, [agency.id])).rows
    const oneByOne = raw
      .filter(({ in_on }) => in_on < endsBefore)
      .map((one): Tally => {
        const isOut = one.went !== null && one.out_on !== null && one.out_on < endsBefore
        return {
          row: one.row,
          came: one.came,
          cameIn: monthOf(one.in_on),
          count: 1,
          ...(isOut ? { went: one.went ?? '', wentIn: monthOf(one.out_on ?? '') } : {}),
        }
      })
    const rows = [...new Set(raw.map(({ row }) => row))]
    const cells = (of: readonly Tally[]): Counted[] => countCells(topic, rows, [spring, summer], of)
    expect(cells(tallies)).toEqual(cells(oneByOne))
    // and the plainest count there is
    const opened = raw.filter(({ in_on }) => in_on >= summer && in_on < endsBefore).length
    const found = cells(tallies).find(
      (cell) =>
        cell.row === 'all' &&
        cell.period === summer &&
        cell.column === topic.came[0]?.code &&
        cell.month === 0,
    )
    expect([found?.count, opened > 20]).toEqual([opened, true])
  })

  test('days from request to first service', async () => {
    const tallies = await database.transaction().execute((tx) => tallyOf.first_service(tx, span()))
    const raw = await app.owner.query<{ days: number; on_day: string }>(
      `select c.closed_on - (r.received_at at time zone 'Asia/Tehran')::date as days, c.closed_on::text as on_day
       from case_file c join request r on r.id = c.request_id where c.agency_id = $1 and c.closed_on < '2026-09-23'`,
      [agency.id],
    )
    const within = (least: number, most: number) =>
      raw.rows.filter(({ days }) => days >= least && days <= most).length
    const sum = (band: string) =>
      tallies.filter(({ came }) => came === band).reduce((all, { count }) => all + count, 0)
    expect(['within_7', 'within_30', 'within_90', 'later'].map(sum)).toEqual([
      within(0, 7),
      within(8, 30),
      within(31, 90),
      within(91, 10_000),
    ])
    expect(within(8, 30)).toBeGreaterThan(0)
  })
})
