import type { Calendar } from '@peyvand/domain/calendar/calendar.ts'
import { addDays } from '@peyvand/domain/calendar/day.ts'
import { quarterOf, toldOn } from '@peyvand/domain/outcomes/quarters.ts'
import type { TopicCode } from '@peyvand/domain/outcomes/topics.ts'
import type { Act } from '../../platform/access/act.ts'
import { listToldCells } from './summary-store.ts'

/** One summary as a director reads it: what the job told, and nothing besides. */
export async function readSummaryOf({ tx, actor }: Act, topic: TopicCode) {
  const { agencyId } = actor
  const round = await tx
    .selectFrom('summaryRound')
    .select(['calendar', 'reckonedAt'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  const calendar = (round?.calendar ?? null) as Calendar | null
  const quarters = await tx
    .selectFrom('summaryQuarter')
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
  const last = quarters.at(-1)
  return {
    reckonedAt: round?.reckonedAt ?? null,
    calendar,
    nextOn: last && calendar ? toldOn(quarterOf(calendar, addDays(last.endsOn, 1))) : null,
    quarters: quarters.map((quarter) => ({
      ...quarter,
      months: calendar ? [...quarterOf(calendar, quarter.startsOn).months] : [],
    })),
    programmes,
    cells: await listToldCells(tx, agencyId, topic),
  }
}
