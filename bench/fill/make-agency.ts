import { sql } from 'kysely'
import { addDays } from '@peyvand/domain/calendar/day.ts'
import { fillAgencyAt } from '../../server/fill-agency.ts'
import { insertLogin } from '../../server/features/access/login-store.ts'
import { loadInstruments } from '../../server/features/assessment/load-instruments.ts'
import { makeChance } from '../../server/demo/chance.ts'
import type { Chance } from '../../server/demo/chance.ts'
import { fillIn } from '../../server/demo/instruments.ts'
import { english, persian } from '../../server/demo/words.ts'
import { takeRole } from '../../server/platform/access/open-act.ts'
import type { Transaction } from '../../server/platform/db/database.ts'
import { hashPassword } from '../../server/platform/sign-in/hash-password.ts'
import { caseloadOf } from './caseload.ts'
import { jsonCell } from './copy-line.ts'
import { dayNumber, momentOf } from './days.ts'
import { makeId } from './make-id.ts'
import { makePerson } from './make-person.ts'
import { span } from './case-story.ts'
import { skewed } from './pick-skewed.ts'

/** Everybody who signs in while measuring; the made database is on this machine alone. */
export const benchPassword = 'a lantern by the mill pond'

/** How many who look people up sign in: each may ask so many times an hour. */
export const intakeWorkers = 4

export type MadeAgency = Awaited<ReturnType<typeof makeAgency>>

/** The agency with its programmes, workers, services and instruments, made as the app makes them. */
export async function makeAgency(tx: Transaction, size: number, today: string) {
  // Making the words of a million names takes longer than anybody would wait for a request.
  await sql`set local statement_timeout = 0`.execute(tx)
  const chance = makeChance(60 + size)
  const began = addDays(today, -span - 10)
  const moment = momentOf(dayNumber(began), 0)
  const now = new Date(moment).toISOString()
  const id = makeId(chance, moment)
  const caseload = caseloadOf(size)
  await sql`insert into agency (id, name, time_zone, language, calendar, created_at)
    values (${id}, 'مددکاری استان', 'Asia/Tehran', 'fa', 'persian', ${now})`.execute(tx)

  const passwordHash = await hashPassword(benchPassword)
  const hire = async (userName: string, roles: string[], supervisorId: string | null = null) => {
    const workerId = makeId(chance, moment)
    const { given, family } = makePerson(-1 - chance.between(1, 1_000_000), today)
    await sql`insert into worker (id, agency_id, full_name, roles, supervisor_id, created_at)
      values (${workerId}, ${id}, ${`${given} ${family}`}, ${roles}, ${supervisorId}, ${now})`.execute(
      tx,
    )
    if (userName) await insertLogin(tx, { id: workerId, fullName: given, userName, passwordHash })
    return workerId
  }
  const administrator = await hire('administrator', ['administrator'])
  await takeRole(tx, 'peyvand_staff', { userId: administrator })
  await fillAgencyAt(() => now)(tx, {
    agencyId: id,
    administratorId: administrator,
    language: 'fa',
    start: 'empty',
  })
  await sql`select set_config('role', 'none', true)`.execute(tx)
  await hire('director', ['director'])
  const intake = []
  for (let n = 0; n < intakeWorkers; n++) intake.push(await hire(`intake-${n}`, ['intake']))
  await sql`insert into desk_member (desk_id, worker_id, since)
    select d.id, w, ${now} from desk d, unnest(${intake}::uuid[]) w where d.agency_id = ${id}`.execute(
    tx,
  )

  // ---- supervisors and workers; the first few sign in
  const supervisors: string[] = []
  for (let n = 0; n < caseload.supervisors; n++) {
    supervisors.push(await hire(n < 2 ? `supervisor-${n}` : '', ['supervisor']))
  }
  const workers: string[] = []
  for (let n = 0; n < caseload.workers; n++) {
    const above = supervisors[caseload.supervisorOf(n)] ?? null
    workers.push(await hire(n < 8 ? `worker-${n}` : '', ['caseworker'], above))
  }
  const former = async (count: number, role: string) => {
    const ids = Array.from({ length: count }, () => makeId(chance, moment))
    await sql`insert into worker (id, agency_id, full_name, roles, created_at, ended_at)
      select w, ${id}, 'همکار پیشین', ${[role]}, ${now}, now() from unnest(${ids}::uuid[]) w`.execute(
      tx,
    )
    return ids
  }
  const formerSupervisors = await former(caseload.formerSupervisors, 'supervisor')
  const formerWorkers = await former(caseload.formerWorkers, 'caseworker')

  return {
    id,
    caseload,
    workers,
    supervisors,
    formerWorkers,
    formerSupervisors,
    pickProgramme: await readProgrammes(tx, id),
    serviceFor: await makeServices(tx, { chance, id, by: administrator, now, moment }),
    instruments: await readInstruments(tx, id),
    tokensOf: await keepTokens(tx, size, today),
  }
}

async function readProgrammes(tx: Transaction, agencyId: string) {
  const { rows } = await sql<{
    id: string
    deskId: string
    practiceModelId: string
    contactEveryDays: number
    reviewEveryDays: number
  }>`select p.id, d.id as desk_id, m.id as practice_model_id,
      (m.content ->> 'contactEveryDays')::int as contact_every_days,
      (m.content ->> 'reviewEveryDays')::int as review_every_days
    from programme p join desk d on d.programme_id = p.id join practice_model m on m.id = p.practice_model_id
    where p.agency_id = ${agencyId} order by p.confidential, p.code`.execute(tx)
  return skewed(rows, 1, 2)
}

interface Steward {
  chance: Chance
  id: string
  by: string
  now: string
  moment: number
}

/** Twelve services for each need there is a story of, in either language. */
async function makeServices(tx: Transaction, { chance, id, by, now, moment }: Steward) {
  const services = new Map<
    string,
    { id: string; name: string; organisationId: string; organisation: string }[]
  >()
  for (const words of [persian, english]) {
    for (const need of words.needs) {
      const key = `${words.language} ${need.domain}`
      for (let n = 1; n <= 12; n++) {
        const organisationId = makeId(chance, moment)
        const organisation = `${need.service} ${n}`
        const serviceId = makeId(chance, moment)
        await sql`insert into organisation (id, steward_agency_id, name, created_at, created_by)
          values (${organisationId}, ${id}, ${organisation}, ${now}, ${by})`.execute(tx)
        await sql`insert into service (id, steward_agency_id, organisation_id, name, need_domains, domains_from, created_at, created_by)
          values (${serviceId}, ${id}, ${organisationId}, ${need.service}, ${[need.domain]}, 'steward', ${now}, ${by})`.execute(
          tx,
        )
        const made = services.get(key) ?? []
        made.push({ id: serviceId, name: need.service, organisationId, organisation })
        services.set(key, made)
      }
    }
  }
  let turn = 0
  return (domain: string, language: string) => {
    const able = services.get(`${language} ${domain}`) ?? []
    const service = able[turn++ % able.length]
    if (!service) throw new Error(`no service for ${domain}`)
    return service
  }
}

/** Two instruments, each with sheets filled in beforehand: the answers of the cases repeat. */
async function readInstruments(tx: Transaction, agencyId: string) {
  const { rows } = await sql<{
    id: string
    code: string
    title: { fa: string; en: string }
    scales: unknown[] | null
  }>`select i.id, i.code, jsonb_build_object('fa', i.title_fa, 'en', i.title_en) as title,
      case when i.scoring @? '$.scales[*].change' then
        (select jsonb_agg(jsonb_build_object('id', k -> 'id', 'title', k -> 'title',
            'higherIs', k -> 'higherIs', 'change', k -> 'change'))
          from jsonb_array_elements(i.scoring -> 'scales') k where k ? 'change' and k ? 'higherIs') end as scales
    from instrument i where i.agency_id = ${agencyId} and i.code in ('phq-9', 'hunger-vital-sign')
    order by i.code desc`.execute(tx)
  const read = await loadInstruments(
    tx,
    rows.map(({ id }) => id),
  )
  const chance = makeChance(9)
  return rows.map((row) => {
    const instrument = read.get(row.id)
    if (!instrument?.scoring) throw new Error(`no instrument ${row.code}`)
    const { questionnaire, scoring } = instrument
    const most = row.code === 'phq-9' ? 22 : 2
    const fill = (language: string) =>
      Array.from({ length: 60 }, () => {
        const { answers, scores } = fillIn(
          { id: row.id, questionnaire, scoring },
          chance,
          chance.between(0, most),
          { language, sex: 'female' },
        )
        return {
          answers: jsonCell(answers),
          scores: jsonCell(scores),
          scales: scores.scales,
        }
      })
    return {
      ...row,
      dataGroup: row.code === 'phq-9' ? 'health' : 'core',
      filled: { fa: fill('fa'), en: fill('en') },
    }
  })
}

/**
 * The dictionary of the words of all names, made by the app's own function, once for each name
 * there is; a person's tokens are those of the given and of the family name.
 */
async function keepTokens(tx: Transaction, size: number, today: string) {
  const names = new Set<string>()
  for (let n = 0; n < size; n++) {
    const { given, family } = makePerson(n, today)
    names.add(given)
    names.add(family)
  }
  const known = new Map<string, readonly number[]>()
  const { rows } = await sql<{ name: string; ids: number[] }>`
    select name, app.keep_name_tokens(array[name]) as ids from unnest(${[...names]}::text[]) name`.execute(
    tx,
  )
  for (const { name, ids } of rows) known.set(name, ids)
  return (given: readonly string[]): number[] =>
    [...new Set(given.flatMap((name) => known.get(name) ?? []))].sort((a, b) => a - b)
}
