import { addDays } from '@peyvand/domain/calendar/day.ts'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import { countCells } from '@peyvand/domain/outcomes/count-cells.ts'
import { quarterOf, quartersToTell } from '@peyvand/domain/outcomes/quarters.ts'
import { suppress } from '@peyvand/domain/outcomes/suppress.ts'
import { needRows, topics } from '@peyvand/domain/outcomes/topics.ts'
import type { Transaction } from '../../platform/db/database.ts'
import {
  insertCells,
  insertQuarter,
  listProgrammeIds,
  listToldCells,
  listToldQuarters,
  lockRound,
  markReckoned,
  writeProgrammes,
} from './summary-store.ts'
import { tallyOf } from './tally-store.ts'

/** How far back the first numbers of an agency go: two years. */
const quartersAtFirst = 8

/**
 * Tells the quarters of an agency that are over and have not been told. Quarters told before are
 * counted again only to know what the new numbers would give away about them.
 */
export async function reckonSummaries(
  tx: Transaction,
  agencyId: string,
  now: string,
): Promise<void> {
  const round = await lockRound(tx, agencyId)
  if (!round) return
  const { calendar, timeZone } = round
  const told = await listToldQuarters(tx, agencyId)
  const next = quartersToTell(calendar, dayInZone(now, timeZone), told.at(-1), quartersAtFirst)
  const last = next.at(-1)
  await writeProgrammes(tx, agencyId)
  if (last) {
    const quarters = [...told.map((startsOn) => quarterOf(calendar, startsOn)), ...next]
    const span = {
      agencyId,
      timeZone,
      months: quarters.flatMap(({ months }) => months),
      endsBefore: addDays(last.endsOn, 1),
    }
    const programmes = await listProgrammeIds(tx, agencyId)
    for (const quarter of next) await insertQuarter(tx, agencyId, quarter, now)
    for (const topic of topics) {
      const tallies = await tallyOf[topic.code](tx, span)
      const counted = countCells(
        topic,
        topic.rows === 'programme' ? programmes : needRows,
        quarters.map(({ startsOn }) => startsOn),
        tallies,
      )
      const before = await listToldCells(tx, agencyId, topic.code)
      await insertCells(tx, agencyId, topic.code, suppress(topic, counted, before))
    }
  }
  await markReckoned(tx, agencyId, now)
}
