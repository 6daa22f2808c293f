import { sql } from 'kysely'
import { openRequestStatuses } from '@peyvand/domain/intake/request-steps.ts'
import type { RequestStatus } from '@peyvand/domain/intake/request-steps.ts'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface RequestLine {
  id: string
  status: RequestStatus
  source: string
  receivedAt: string
  programme: { id: string; nameFa: string; nameEn: string }
  desk: { id: string; name: string }
  client: { id: string; givenName: string; familyName: string } | null
  presentingProblem: string
  needDomains: string[]
  area: string
  priority: number
  waitlistedAt: string | null
  placeInLine: number | null
  toldOn: string | null
}

interface LineFilter {
  status?: readonly RequestStatus[]
  programmeId?: string | undefined
  source?: string | undefined
  needDomain?: string | undefined
  before?: string | undefined
  limit: number
  /** In the order of the waiting line instead of newest first. */
  inLine?: boolean
}

const among = ({ programmeId, source, needDomain }: Partial<LineFilter>) => sql`
  (${programmeId ?? null}::uuid is null or r.programme_id = ${programmeId ?? null})
  and (${source ?? null}::text is null or r.source = ${source ?? null})
  and (${needDomain ?? null}::text is null or ${needDomain ?? null} = any (r.need_domains))`

/** Lines of the queue at my desks; a place in line is counted over all desks of the programme. */
export async function listLines(tx: Transaction, filter: LineFilter): Promise<RequestLine[]> {
  const found = await sql<RequestLine>`
    with page as (
      select r.* from request r
      where ${among(filter)}
        and (${filter.status ?? null}::text[] is null or r.status = any (${filter.status ?? null}))
        and (${filter.before ?? null}::uuid is null or r.id < ${filter.before ?? null})
      order by r.id desc limit ${filter.limit}
    ), line as (
      select l.request_id, l.place
      from (select distinct programme_id from page where status = 'waitlisted') g,
        lateral waiting_line(g.programme_id) l
    )
    select r.id, r.status, r.source, r.received_at,
      jsonb_build_object('id', g.id, 'nameFa', g.name_fa, 'nameEn', g.name_en) as programme,
      jsonb_build_object('id', d.id, 'name', d.name) as desk,
      (select jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name)
        from request_person rp join person p on p.id = rp.person_id
        where rp.request_id = r.id and rp.part = 'client') as client,
      left(r.presenting_problem, 300) as presenting_problem, r.need_domains, r.area,
      r.waitlist_priority as priority, case when r.status = 'waitlisted' then r.waitlisted_at end as waitlisted_at,
      l.place as place_in_line, r.told_on
    from page r
    join programme g on g.id = r.programme_id
    join desk d on d.id = r.desk_id
    left join line l on l.request_id = r.id
    order by ${filter.inLine ? sql`l.place` : sql`r.id desc`}`.execute(tx)
  return found.rows
}

export interface StatusCount {
  status: RequestStatus
  count: number
}

/** How many still wait for something; those decided long ago are not counted at every look. */
export async function countOpen(
  tx: Transaction,
  filter: Pick<LineFilter, 'programmeId' | 'source' | 'needDomain'>,
): Promise<StatusCount[]> {
  const found = await sql<StatusCount>`
    select r.status, count(*) as count from request r
    where r.status = any (${openRequestStatuses}::text[]) and ${among(filter)} group by r.status`.execute(
    tx,
  )
  return found.rows
}

export interface PlacesRow {
  programmeId: string
  capacity: number | null
  open: number
  waiting: number
}

/** How full the programmes are, or the one named: of those whose places I may know. */
export async function listPlaces(tx: Transaction, programmeId?: string): Promise<PlacesRow[]> {
  const found = await sql<PlacesRow>`
    select p.id as programme_id, p.capacity, l.open, l.waiting
    from places(${programmeId ?? null}) l join programme p on p.id = l.programme_id
    where ${programmeId ? sql`true` : sql`p.ended_at is null`}`.execute(tx)
  return found.rows
}

export interface RequestRow extends Omit<RequestLine, 'programme' | 'client' | 'placeInLine'> {
  sourceDetail: string
  reason: string
  objectionWay: string
  guidanceGiven: string
  caseId: string | null
  /** What was kept of the rules: the worker's answers and, once decided, every result. */
  eligibility: unknown
  programme: {
    id: string
    nameFa: string
    nameEn: string
    practiceModelId: string | null
    confidential: boolean
    rules: unknown
  }
  client: {
    id: string
    givenName: string
    familyName: string
    fatherName: string
    sex: string
    bornOn: string | null
    bornPrecision: string
    safeContact: string
    interpreterNeeded: boolean
    area: string
  } | null
  households: { id: string; name: string; members: number }[]
  calendar: 'persian' | 'gregory'
  version: number
}

/** A request with all that its rules and its next steps are judged by. */
export async function findRequest(
  tx: Transaction,
  requestId: string,
): Promise<RequestRow | undefined> {
  const found = await sql<RequestRow>`
    select r.id, r.status, r.source, r.source_detail, r.received_at, r.presenting_problem, r.need_domains, r.area,
      r.waitlist_priority as priority, case when r.status = 'waitlisted' then r.waitlisted_at end as waitlisted_at,
      r.told_on, r.reason, r.objection_way, r.guidance_given, r.eligibility, r.version, a.calendar,
      (select c.id from case_file c where c.id = r.case_id) as case_id,
      jsonb_build_object('id', g.id, 'nameFa', g.name_fa, 'nameEn', g.name_en,
        'practiceModelId', g.practice_model_id, 'confidential', g.confidential, 'rules', g.rules) as programme,
      jsonb_build_object('id', d.id, 'name', d.name) as desk,
      (select jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name,
          'fatherName', p.father_name, 'sex', p.sex, 'bornOn', p.born_on, 'bornPrecision', p.born_precision,
          'safeContact', p.safe_contact, 'interpreterNeeded', p.interpreter_needed,
          'area', coalesce((select x.area from address x where x.person_id = p.id and x.until is null
            order by x.created_at desc limit 1), ''))
        from request_person rp join person p on p.id = rp.person_id
        where rp.request_id = r.id and rp.part = 'client') as client,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name, 'members',
          (select count(*) from household_member o where o.household_id = h.id and o.until is null)) order by h.id)
        from request_person rp join household_member m on m.person_id = rp.person_id and m.until is null
        join household h on h.id = m.household_id
        where rp.request_id = r.id and rp.part = 'client'), '[]') as households
    from request r
    join agency a on a.id = r.agency_id
    join programme g on g.id = r.programme_id
    join desk d on d.id = r.desk_id
    where r.id = ${requestId}`.execute(tx)
  return found.rows[0]
}

/** Holds a request while a step of it is decided. */
export async function lockRequest(tx: Transaction, requestId: string): Promise<void> {
  await sql`select from request where id = ${requestId} for update`.execute(tx)
}

export async function findPlaceInLine(
  tx: Transaction,
  programmeId: string,
  requestId: string,
): Promise<number | null> {
  const found = await sql<{ place: number }>`
    select l.place from waiting_line(${programmeId}) l where l.request_id = ${requestId}`.execute(
    tx,
  )
  return found.rows[0]?.place ?? null
}

export async function listSteps(tx: Transaction, requestId: string) {
  const found = await sql<{
    at: string
    workerName: string | null
    status: RequestStatus
    reason: string
  }>`select s.at, s.full_name as worker_name, s.status, s.reason from request_steps(${requestId}) s`.execute(
    tx,
  )
  return found.rows
}

export interface Asked {
  source: string
  sourceDetail: string
  presentingProblem: string
  needDomains: string[]
  area: string
}

export async function insertRequest(
  tx: Transaction,
  request: Asked & {
    id: string
    agencyId: string
    deskId: string
    programmeId: string
    status: 'received' | 'guided'
    guidanceGiven?: string
    receivedAt: string
    decidedAt?: string
    decidedBy?: string
  },
): Promise<void> {
  await tx.insertInto('request').values(request).execute()
}

export interface RequestChange extends Partial<Asked> {
  status?: RequestStatus
  reason?: string
  objectionWay?: string
  guidanceGiven?: string
  toldOn?: string | null
  waitlistPriority?: number
  waitlistedAt?: string
  decidedAt?: string | null
  decidedBy?: string | null
  eligibility?: unknown
}

/** Answers whether the row was still as the writer saw it. */
export async function updateRequest(
  tx: Transaction,
  requestId: string,
  seen: number,
  { eligibility, ...change }: RequestChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('request')
    .set({ ...change, ...(eligibility === undefined ? {} : { eligibility: json(eligibility) }) })
    .where('id', '=', requestId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A desk of mine that still takes requests, with its programme. */
export async function findMyDesk(tx: Transaction, deskId: string) {
  const found = await sql<{ id: string; programmeId: string }>`
    select d.id, d.programme_id from desk d join programme g on g.id = d.programme_id
    where d.id = ${deskId} and d.id = any (my_desks()) and d.ended_at is null and g.ended_at is null`.execute(
    tx,
  )
  return found.rows[0]
}

export async function findRequestBehindCase(tx: Transaction, caseId: string) {
  const found = await sql<
    Asked & { id: string; receivedAt: string; reason: string }
  >`select r.id, r.source, r.source_detail, r.presenting_problem, r.need_domains, r.area, r.received_at, r.reason
    from request_behind_case(${caseId}) r`.execute(tx)
  return found.rows[0]
}
