import { sql } from 'kysely'
import { toJalali } from '@peyvand/domain/calendar/jalali.ts'
import { loadInstruments } from '../features/assessment/load-instruments.ts'
import type { Transaction } from '../platform/db/database.ts'
import type { DemoAgencyPlan } from './agencies.ts'
import type { DemoAgency } from './telling.ts'

interface Made {
  id: string
  plan: DemoAgencyPlan
  today: string
  supervisor: string
  workers: readonly { id: string; roles: readonly string[] }[]
}

/** What was set up for an agency, as its stories need it; its services are told with them. */
export async function readAgency(tx: Transaction, made: Made): Promise<DemoAgency> {
  const programmes = await sql<{
    id: string
    deskId: string
    practiceModelId: string
    contactEveryDays: number
    reviewEveryDays: number
  }>`
    select p.id, d.id as desk_id, m.id as practice_model_id, (m.content ->> 'contactEveryDays')::int as contact_every_days,
      (m.content ->> 'reviewEveryDays')::int as review_every_days
    from programme p join desk d on d.programme_id = p.id join practice_model m on m.id = p.practice_model_id
    where p.agency_id = ${made.id} and p.code = any (${[...made.plan.programmes]}::text[])
    order by p.code`.execute(tx)
  const instruments = await sql<{ id: string; code: string }>`
    select id, code from instrument where agency_id = ${made.id}`.execute(tx)
  const read = await loadInstruments(
    tx,
    instruments.rows.map(({ id }) => id),
  )
  const instrument = (code: string) => {
    const id = instruments.rows.find((row) => row.code === code)?.id ?? ''
    const found = read.get(id)
    if (!found?.scoring) throw new Error(`no instrument ${code}`)
    return { id, questionnaire: found.questionnaire, scoring: found.scoring }
  }
  return {
    id: made.id,
    words: made.plan.words,
    programmes: programmes.rows,
    managers: made.workers
      .filter(({ roles }) => roles.includes('caseworker') && !roles.includes('supervisor'))
      .map(({ id }) => id),
    supervisor: made.supervisor,
    services: [],
    instruments: { phq9: instrument('phq-9'), hunger: instrument('hunger-vital-sign') },
    calendarYear: (day) =>
      made.plan.calendar === 'persian' ? toJalali(day).year : Number(day.slice(0, 4)),
    today: made.today,
  }
}
