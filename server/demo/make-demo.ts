import { CompiledQuery, sql } from 'kysely'
import { addDays } from '@peyvand/domain/calendar/day.ts'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import { hashUnknownPassword } from '../features/access/login-store.ts'
import { fillAgencyAt } from '../fill-agency.ts'
import { reckonDue } from '../features/monitoring/reckon-due.ts'
import { takeRole } from '../platform/access/open-act.ts'
import { openDatabase, openPool } from '../platform/db/database.ts'
import type { Transaction } from '../platform/db/database.ts'
import { hashPassword } from '../platform/sign-in/hash-password.ts'
import { demoAgencies, demoPassword } from './agencies.ts'
import type { DemoAgencyPlan } from './agencies.ts'
import { idAt, makeChance } from './chance.ts'
import type { Chance } from './chance.ts'
import { hireWorker } from './hire-worker.ts'
import { makeAccess } from './make-access.ts'
import { readAgency } from './read-agency.ts'
import type { DemoRows } from './rows.ts'
import { tellStories, twoYears } from './tell-stories.ts'

/**
 * Three agencies with two years of work, the same on every machine that makes them on the same day.
 * As the database's owner, whole or not at all; does nothing where an agency is there already.
 */
export async function makeDemo(
  ownerUrl: string,
  now: string,
  note: (line: string) => void,
): Promise<boolean> {
  return await asOwner(ownerUrl, async (tx) => {
    const there = await sql`select from agency limit 1`.execute(tx)
    if (there.rows.length > 0) return false
    const passwordHash = await hashPassword(demoPassword)
    for (const [index, plan] of demoAgencies.entries()) {
      note(plan.name)
      await makeAgency(tx, plan, makeChance(1405 + index), now, passwordHash)
    }
    await makeAccess(tx, { now, began: beginning(now), passwordHash })
    return true
  })
}

/**
 * Fills an agency that was just set up with the stories of the demonstration in its own language.
 * Its administrator leads half of the cases; the colleagues beside have no password until one is
 * printed for them.
 */
export async function fillWithDemo(ownerUrl: string, agencyId: string, now: string): Promise<void> {
  await asOwner(ownerUrl, async (tx) => {
    const found = await sql<DemoAgencyPlan & { administratorId: string; language: 'fa' | 'en' }>`
      select a.name, a.time_zone, a.calendar, a.language, w.id as administrator_id
      from agency a join worker w on w.agency_id = a.id and 'administrator' = any (w.roles)
      where a.id = ${agencyId} order by w.created_at limit 1`.execute(tx)
    const [agency] = found.rows
    const plan = demoAgencies.find(({ words }) => words.language === agency?.language)
    if (!agency || !plan) throw new Error('there is no such agency')
    const chance = makeChance(1405)
    const began = beginning(now)
    const workers = plan.workers
      .filter(({ roles }) => roles.includes('caseworker') || roles.includes('supervisor'))
      .map((worker) => {
        const id = idAt(chance, began)
        return { ...worker, id, userName: `${worker.userName}-${id.slice(-4)}` }
      })
    const passwordHash = await hashUnknownPassword()
    for (const worker of workers) await hireWorker(tx, plan, agencyId, worker, began, passwordHash)
    const administrator = { id: agency.administratorId, roles: ['caseworker'] }
    await fill(tx, {
      id: agencyId,
      plan: { ...plan, ...agency, words: plan.words, cases: 50 },
      chance,
      now,
      workers: [administrator, ...workers],
    })
  })
}

async function asOwner<T>(ownerUrl: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const database = openDatabase(openPool(ownerUrl, 2, 'peyvand demo'))
  try {
    return await database.transaction().execute(work)
  } finally {
    await database.destroy()
  }
}

const beginning = (now: string) => `${addDays(now.slice(0, 10), -twoYears - 30)}T06:00:00Z`

async function makeAgency(
  tx: Transaction,
  plan: DemoAgencyPlan,
  chance: Chance,
  now: string,
  passwordHash: string,
): Promise<void> {
  const began = beginning(now)
  const { language } = plan.words
  const id = idAt(chance, began)
  const workers = plan.workers.map((worker) => ({ ...worker, id: idAt(chance, began) }))
  const administrator = findWorker(workers, 'administrator')
  await sql`insert into agency (id, name, time_zone, language, calendar, created_at)
    values (${id}, ${plan.name}, ${plan.timeZone}, ${language}, ${plan.calendar}, ${began})`.execute(
    tx,
  )
  await hireWorker(tx, plan, id, administrator, began, passwordHash)
  await takeRole(tx, 'peyvand_staff', { userId: administrator.id })
  const made = { agencyId: id, administratorId: administrator.id, language, start: 'demo' } as const
  await fillAgencyAt(() => began)(tx, made)
  await sql`select set_config('role', 'none', true)`.execute(tx)
  for (const worker of workers) {
    if (worker !== administrator) await hireWorker(tx, plan, id, worker, began, passwordHash)
  }
  await fill(tx, { id, plan, chance, now, workers })
}

interface Filled {
  id: string
  plan: DemoAgencyPlan
  chance: Chance
  now: string
  workers: readonly { id: string; roles: readonly string[] }[]
}

async function fill(tx: Transaction, { id, plan, chance, now, workers }: Filled): Promise<void> {
  const today = dayInZone(now, plan.timeZone)
  const began = beginning(now)
  await sql`insert into desk_member (desk_id, worker_id, since)
    select d.id, w.id, ${began} from desk d join worker w on w.agency_id = d.agency_id
    where d.agency_id = ${id} and w.roles && '{intake,caseworker,supervisor}'::text[]
    on conflict do nothing`.execute(tx)
  const supervisor = findWorker(workers, 'supervisor').id
  const agency = await readAgency(tx, { id, plan, today, supervisor, workers })
  const { rows, cases } = tellStories(plan, agency, chance, began)
  await insertRows(tx, rows)
  await sql`update request r set status = 'accepted', case_id = c.id from case_file c
    where c.request_id = r.id and c.agency_id = ${id}`.execute(tx)
  await sql`select derive_access(t.case_id, t.worker_id) from team_member t
    join case_file c on c.id = t.case_id where c.agency_id = ${id}`.execute(tx)
  await sql`insert into case_counter (agency_id, year, last)
    select ${id}, split_part(number, '-', 1)::int, max(split_part(number, '-', 2)::int)
    from case_file where agency_id = ${id} group by 2`.execute(tx)
  for (let at = 0; at < cases.length; at += 50) await reckonDue(tx, cases.slice(at, at + 50), today)
}

function findWorker<W extends { roles: readonly string[] }>(
  workers: readonly W[],
  role: string,
): W {
  const found = workers.find(({ roles }) => roles.includes(role))
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

async function insertRows(tx: Transaction, rows: DemoRows): Promise<void> {
  for (const { statement, values } of rows.statements()) {
    // The JSON is a parameter: nothing that is told becomes part of a statement.
    await tx.executeQuery(CompiledQuery.raw(statement, [values]))
  }
}
