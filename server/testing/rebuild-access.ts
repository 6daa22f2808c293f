import type pg from 'pg'

/** One live ground of access, as a line that can be compared. */
type Ground = string

const everyGroup = 'core,family,health,legal,money,notes,plan,school,substance_use'

/**
 * Who ought to see which case now, reckoned in plain steps from teams, consents, supervision lines
 * and emergencies, without a look at what the database's own functions wrote.
 */
export async function rebuildAccess(owner: pg.Pool): Promise<Ground[]> {
  const rows = async <T extends pg.QueryResultRow>(sql: string) => (await owner.query<T>(sql)).rows
  const cases = await rows<{ id: string; sealed: boolean; zone: string }>(
    `select c.id, c.sealed, a.time_zone as zone from case_file c join agency a on a.id = c.agency_id`,
  )
  const members = await rows<{
    case_id: string
    worker_id: string
    role: string
    groups: string[]
    may_write: boolean
    until: string | null
    has_left: boolean
    agency_is: string | null
    consent: {
      groups: string[]
      from: string
      until: string
      withdrawn: boolean
      recipient: string | null
      of_client: boolean
    } | null
  }>(
    `select t.case_id, t.worker_id, t.role, t.groups, t.may_write, t.until::text as until,
       w.ended_at is not null or t.created_at <= coalesce(w.returned_at, '-infinity') as has_left,
       a.organisation_id as agency_is,
       (select jsonb_build_object('groups', k.groups, 'from', k.from_on, 'until', k.until_on,
          'withdrawn', k.withdrawn_at is not null, 'recipient', k.recipient_id,
          'of_client', k.person_id = (select c.client_id from case_file c where c.id = k.case_id))
        from consent k where k.id = t.consent_id) as consent
     from team_member t join worker w on w.id = t.worker_id join agency a on a.id = w.agency_id
     where t.ended_at is null`,
  )
  const workers = await rows<{ id: string; above: string | null; leads: boolean }>(
    `select id, supervisor_id as above, ended_at is null and 'supervisor' = any (roles) as leads from worker`,
  )
  const emergencies = await rows<{ case_id: string; worker_id: string; category: string }>(
    `select distinct on (case_id, worker_id) case_id, worker_id, category from emergency_access
     where ended_at is null and until > now() order by case_id, worker_id, until desc`,
  )
  const [{ now }] = (await rows<{ now: Date }>('select now() as now')) as [{ now: Date }]
  const workerOf = new Map(workers.map((worker) => [worker.id, worker]))
  const grounds = new Set<Ground>()
  for (const { id, sealed, zone } of cases) {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
    const team = members.filter((member) => member.case_id === id)
    for (const member of team) {
      const { worker_id, role, groups, may_write, until, has_left, agency_is, consent } = member
      if (has_left) continue
      if (until !== null && until < today) continue
      if (consent) {
        if (consent.withdrawn || today < consent.from || consent.until < today) continue
        if (!consent.of_client) continue
        if (consent.recipient === null || consent.recipient !== agency_is) continue
      }
      const seen = consent ? groups.filter((group) => consent.groups.includes(group)) : groups
      grounds.add(line(id, worker_id, `team:${role}`, seen.toSorted().join(), may_write))
    }
    if (sealed) continue
    for (const { worker_id } of team.filter(({ role }) => role === 'case_manager')) {
      const passed = new Set<string>()
      for (
        let above = workerOf.get(worker_id)?.above;
        above && !passed.has(above);
        above = workerOf.get(above)?.above
      ) {
        passed.add(above)
        if (workerOf.get(above)?.leads)
          grounds.add(line(id, above, 'supervision', everyGroup, true))
      }
    }
    for (const { worker_id, category } of emergencies.filter(({ case_id }) => case_id === id)) {
      grounds.add(line(id, worker_id, `emergency:${category}`, everyGroup, false))
    }
  }
  return [...grounds].toSorted()
}

/** What stands in case_access and holds now, in the same lines. */
export async function readAccess(owner: pg.Pool): Promise<Ground[]> {
  const { rows } = await owner.query<{
    case_id: string
    user_id: string
    why: string
    groups: string
    may_write: boolean
  }>(`select case_id, user_id, why, may_write,
        (select string_agg(g, ',' order by g collate "C") from unnest(groups) g) as groups
      from case_access where until > now()`)
  return rows
    .map((row) => line(row.case_id, row.user_id, row.why, row.groups, row.may_write))
    .toSorted()
}

function line(caseId: string, workerId: string, why: string, groups: string, writes: boolean) {
  return `${workerId} on ${caseId}: ${why}, ${groups}, ${writes ? 'writes' : 'reads'}`
}
