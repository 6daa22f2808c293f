import { addDays } from '@peyvand/domain/calendar/day.ts'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import { countCells } from '@peyvand/domain/outcomes/count-cells.ts'
import { periodOf, periodsToTell } from '@peyvand/domain/outcomes/periods.ts'
import { suppress } from '@peyvand/domain/outcomes/suppress.ts'
import { needRows, topics } from '@peyvand/domain/outcomes/topics.ts'
import type { Transaction } from '../../platform/db/database.ts'
import {
  insertCells,
  insertPeriod,
  listProgrammeIds,
  listToldCells,
  listToldPeriods,
  lockRound,
  markReckoned,
  writeProgrammes,
} from './summary-store.ts'
import { tallyOf } from './tally-store.ts'

/** How far back the first numbers of an agency go. */
const monthsAtFirst = 24

/**
 * Tells the periods of an agency that are over and have not been told. Periods told before are
 * counted again only to know what the new numbers would give away about them.
 */
export async function reckonSummaries(
  tx: Transaction,
  agencyId: string,
  now: string,
): Promise<void> {
  const round = await lockRound(tx, agencyId, now)
  if (!round) return
  const { calendar, length, timeZone } = round
  const told = await listToldPeriods(tx, agencyId)
  const next = periodsToTell(
    calendar,
    length,
    dayInZone(now, timeZone),
    told.at(-1),
    monthsAtFirst / length,
  )
  const last = next.at(-1)
  await writeProgrammes(tx, agencyId)
  if (last) {
    const periods = [...told.map((startsOn) => periodOf(calendar, length, startsOn)), ...next]
    const span = {
      agencyId,
      timeZone,
      months: periods.flatMap(({ months }) => months),
      endsBefore: addDays(last.endsOn, 1),
    }
    const programmes = await listProgrammeIds(tx, agencyId)
    for (const period of next) await insertPeriod(tx, agencyId, period, now)
    for (const topic of topics) {
      const tallies = await tallyOf[topic.code](tx, span)
      const counted = countCells(
        topic,
        topic.rows === 'programme' ? programmes : needRows,
        periods.map(({ startsOn }) => startsOn),
        tallies,
        length,
      )
      const before = await listToldCells(tx, agencyId, topic.code)
      await insertCells(tx, agencyId, topic.code, suppress(topic, counted, before))
    }
  }
  await markReckoned(tx, agencyId, now)
}
