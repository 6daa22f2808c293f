import { sql } from 'kysely'
import type { NeedDomain, Severity } from '@peyvand/domain/assessment/grid.ts'
import type { DayPrecision } from '@peyvand/domain/calendar/day-precision.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface NeedFacts {
  need: { id: string; number: number; domain: NeedDomain; statement: string; severity: Severity }
  person: {
    id: string
    givenName: string
    familyName: string
    sex: 'female' | 'male' | 'other' | 'unknown'
    bornOn: string | null
    bornPrecision: DayPrecision | 'unknown'
    languages: string[]
    disability: string
    area: string
  }
  /** Services to which this need has an open referral. */
  referredTo: string[]
}

/**
 * The need, whose it is (the client's where nobody else is named), and where that person lives. The
 * person is found by a `case`: a `coalesce` counts as leaky, and then policies come first, row by row.
 */
export async function loadNeedFacts(
  tx: Transaction,
  caseId: string,
  needId: string,
): Promise<NeedFacts | undefined> {
  const found = await sql<NeedFacts>`
    select
      jsonb_build_object('id', n.id, 'number', n.number, 'domain', n.domain, 'statement', n.statement,
        'severity', n.severity) as need,
      jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'sex', p.sex,
        'bornOn', p.born_on, 'bornPrecision', p.born_precision, 'languages', p.languages,
        'disability', p.disability, 'area', coalesce((select a.area from address a
          where a.person_id in (p.id, c.client_id) and a.until is null and a.area <> ''
          order by a.person_id = p.id desc, a.since desc nulls last limit 1), '')) as person,
      array(select r.service_id from referral r where r.case_id = n.case_id and r.need_id = n.id
        and r.status in ('draft', 'sent', 'accepted', 'started', 'waiting')) as referred_to
    from need n join case_file c on c.id = n.case_id
    join person p on p.id = case when n.person_id is null then c.client_id else n.person_id end
    where n.case_id = ${caseId} and n.id = ${needId}`.execute(tx)
  return found.rows[0]
}
