import type { Calendar } from '@peyvand/domain/calendar/calendar.ts'
import { addDays } from '@peyvand/domain/calendar/day.ts'
import { periodOf, toldOn } from '@peyvand/domain/outcomes/periods.ts'
import type { PeriodLength } from '@peyvand/domain/outcomes/periods.ts'
import type { TopicCode } from '@peyvand/domain/outcomes/topics.ts'
import type { Act } from '../../platform/access/act.ts'
import { listToldCells } from './summary-store.ts'

/** One summary as a director reads it: what the job told, and nothing besides. */
export async function readSummaryOf({ tx, actor }: Act, topic: TopicCode) {
  const { agencyId } = actor
  const round = await tx
    .selectFrom('summaryRound')
    .select(['calendar', 'length', 'reckonedAt'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  const calendar = (round?.calendar ?? null) as Calendar | null
  const length = (round?.length ?? null) as PeriodLength | null
  const periodAt = (day: string) =>
    calendar && length ? periodOf(calendar, length, day) : undefined
  const periods = await tx
    .selectFrom('summaryPeriod')
    .select(['startsOn', 'endsOn', 'year', 'number', 'toldAt'])
    .where('agencyId', '=', agencyId)
    .orderBy('startsOn')
    .execute()
  const programmes = await tx
    .selectFrom('summaryProgramme')
    .select(['programmeId as id', 'nameFa', 'nameEn'])
    .where('agencyId', '=', agencyId)
    .orderBy('programmeId')
    .execute()
  const last = periods.at(-1)
  const next = last && periodAt(addDays(last.endsOn, 1))
  return {
    reckonedAt: round?.reckonedAt ?? null,
    calendar,
    length,
    nextOn: next ? toldOn(next) : null,
    periods: periods.map((period) => ({
      ...period,
      months: [...(periodAt(period.startsOn)?.months ?? [])],
    })),
    programmes,
    cells: await listToldCells(tx, agencyId, topic),
  }
}
