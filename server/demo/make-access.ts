import { sql } from 'kysely'
import { addDays } from '@peyvand/domain/calendar/day.ts'
import type { Transaction } from '../platform/db/database.ts'
import { headSupervisor, persianAgency } from './agencies.ts'
import { idAt, makeChance } from './chance.ts'
import { hireWorker } from './hire-worker.ts'

const sharedPurpose = 'کار مشترک مددکار ما و مددکار مدرسه روی درس و حال فرزندان'

/** The first was reviewed, the second waits. */
const emergencies = [
  {
    category: 'health_crisis',
    reason: 'اورژانس بیمارستان زنگ زد: بیهوش آورده‌اند و می‌پرسند چه دارویی می‌خورد.',
  },
  {
    category: 'violence',
    reason: 'همسایه خبر داد که صدای درگیری می‌آید؛ باید بدانم برنامهٔ ایمنی چیست و به که زنگ بزنم.',
  },
] as const
const finding = 'با بخش اورژانس حرف زدم؛ دیدن پرونده لازم بود و فقط همان را خواند.'

interface Access {
  now: string
  /** Since when everybody works here. */
  began: string
  passwordHash: string
}

/**
 * Why somebody sees a case, in every way there is: lines of supervision, a sealed case, one shared
 * with a worker of another agency under consent, and emergency access, reviewed and waiting.
 */
export async function makeAccess(
  tx: Transaction,
  { now, began, passwordHash }: Access,
): Promise<void> {
  const chance = makeChance(2005)
  const today = now.slice(0, 10)
  const workers = await readWorkers(tx)
  const find = (userName: string) => {
    const found = workers.get(userName)
    if (!found) throw new Error(`nobody is called ${userName}`)
    return found
  }
  const [samaneh, behnam, nahid, omid] = ['samaneh', 'behnam', 'nahid', 'omid'].map(find)
  if (!samaneh || !behnam || !nahid || !omid) throw new Error('not everybody is there')
  const head = { ...headSupervisor, id: idAt(chance, began) }
  await hireWorker(tx, persianAgency, nahid.agencyId, head, began, passwordHash)

  const [sealed] = await listOpenCases(tx, behnam.id)
  const [shared, reviewed] = await listOpenCases(tx, samaneh.id)
  const [, waiting] = await listOpenCases(tx, behnam.id)
  if (!sealed || !shared || !reviewed || !waiting) throw new Error('too few open cases')
  await sql`update case_file set sealed = true where id = ${sealed.id}`.execute(tx)

  for (const [below, above] of [
    [nahid.id, head.id],
    ...[samaneh, behnam, omid].map(({ id }) => [id, nahid.id]),
    [find('farhad').id, find('mitra').id],
    ...[find('daniel'), find('aoife')].map(({ id }) => [id, find('grace').id]),
  ]) {
    await sql`update worker set supervisor_id = ${above} where id = ${below}`.execute(tx)
  }

  const farhad = find('farhad')
  const recipientId = (await enterAgencies(tx, began)).get(farhad.agencyId)
  const sharedOn = addDays(today, -20)
  const consentId = idAt(chance, `${sharedOn}T07:00:00Z`)
  const { phrases } = persianAgency.words
  await sql`insert into consent (id, case_id, person_id, discloser, groups, recipient_id, recipient_name, purpose,
      from_on, until_on, how, witness, withdraw_how, created_at, created_by)
    select ${consentId}, ${shared.id}, ${shared.clientId}, ${phrases.discloser}, '{core,plan}', ${recipientId}, a.name, ${sharedPurpose},
      ${sharedOn}, ${addDays(sharedOn, 180)}, 'spoken', ${phrases.participants}, ${phrases.withdrawHow},
      ${`${sharedOn}T07:00:00Z`}, ${samaneh.id}
    from agency a where a.id = ${farhad.agencyId}`.execute(tx)
  await sql`insert into team_member (id, case_id, worker_id, role, groups, may_write, since, consent_id, created_at, created_by)
    values (${idAt(chance, `${sharedOn}T07:10:00Z`)}, ${shared.id}, ${farhad.id}, 'partner_worker', '{core,plan}', false,
      ${sharedOn}, ${consentId}, ${`${sharedOn}T07:10:00Z`}, ${samaneh.id})`.execute(tx)
  await sql`select derive_access(${shared.id}, ${farhad.id})`.execute(tx)

  await sql`update worker set emergency = true where id = ${omid.id}`.execute(tx)
  const [first, second] = emergencies
  const insertEmergency = async (
    caseId: string,
    day: string,
    story: (typeof emergencies)[number],
  ) => {
    const began = `${day}T17:40:00Z`
    const id = idAt(chance, began)
    await sql`insert into emergency_access (id, case_id, worker_id, category, reason, began_at, until)
      values (${id}, ${caseId}, ${omid.id}, ${story.category}, ${story.reason}, ${began}, ${`${day}T21:40:00Z`})`.execute(
      tx,
    )
    for (const [verb, minute] of [
      ['readCase', '41'],
      ['readCase', '44'],
      ['readTimeline', '45'],
    ]) {
      await sql`insert into audit (at, agency_id, user_id, verb, cases, outcome, reason)
        values (${`${day}T17:${minute}:00Z`}, ${omid.agencyId}, ${omid.id}, ${verb}, array[${caseId}]::uuid[], 'done',
          ${`emergency:${id}`})`.execute(tx)
    }
    return id
  }
  const reviewedId = await insertEmergency(reviewed.id, addDays(today, -12), first)
  await sql`update emergency_access set ended_at = ${`${addDays(today, -12)}T18:30:00Z`}, finding = 'justified',
      finding_note = ${finding}, reviewed_by = ${nahid.id}, reviewed_at = ${`${addDays(today, -11)}T06:30:00Z`}
    where id = ${reviewedId}`.execute(tx)
  const yesterday = addDays(today, -1)
  await insertEmergency(waiting.id, yesterday, second)
  for (const worker of [behnam, nahid, head]) {
    await sql`insert into notice (id, worker_id, kind, facts, at)
      values (${idAt(chance, `${yesterday}T17:40:00Z`)}, ${worker.id}, 'emergency_access',
        jsonb_build_object('caseId', ${waiting.id}::text, 'by', ${omid.id}::text, 'category', ${second.category}::text),
        ${`${yesterday}T17:40:00Z`})`.execute(tx)
  }
}

/** Every agency stands in the directory and says so; by a service, where a partner's client finds it. */
async function enterAgencies(tx: Transaction, began: string): Promise<Map<string, string>> {
  const chance = makeChance(2006)
  const { rows } = await sql<{ id: string; name: string; administratorId: string }>`
    select a.id, a.name, w.id as administrator_id from agency a
    join worker w on w.agency_id = a.id and 'administrator' = any (w.roles) order by a.id`.execute(
    tx,
  )
  const entered = new Map<string, string>()
  for (const { id, name, administratorId } of rows) {
    const organisationId = idAt(chance, began)
    await sql`insert into organisation (id, steward_agency_id, name, created_at, created_by)
      values (${organisationId}, ${id}, ${name}, ${began}, ${administratorId})`.execute(tx)
    await sql`insert into service (id, steward_agency_id, organisation_id, name, created_at, created_by)
      values (${idAt(chance, began)}, ${id}, ${organisationId}, ${name}, ${began}, ${administratorId})`.execute(
      tx,
    )
    await sql`update agency set organisation_id = ${organisationId} where id = ${id}`.execute(tx)
    entered.set(id, organisationId)
  }
  return entered
}

async function readWorkers(tx: Transaction) {
  const { rows } = await sql<{ id: string; agencyId: string; userName: string }>`
    select w.id, w.agency_id, l.user_name from worker w join auth.login l on l.id = w.id`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.userName, row]))
}

/** Oldest first. */
async function listOpenCases(tx: Transaction, manager: string) {
  const { rows } = await sql<{ id: string; clientId: string }>`
    select c.id, c.client_id from case_file c join team_member t on t.case_id = c.id
    join programme p on p.id = c.programme_id and not p.confidential
    where c.status = 'open' and t.worker_id = ${manager} and t.role = 'case_manager' order by c.id`.execute(
    tx,
  )
  return rows
}
