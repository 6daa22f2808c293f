import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import type { AccessDeps } from './features/access/access-deps.ts'
import { findMyAgency } from './features/agency/me-store.ts'
import { addShippedInstruments } from './features/assessment/shipped-instruments.ts'
import { insertDefaultProgrammes, joinFirstDesks } from './features/intake/default-programmes.ts'

/** What an agency begins with: practice models, programmes with their desks, and instruments. */
export function fillAgencyAt(clock: () => string): NonNullable<AccessDeps['fillAgency']> {
  return async (tx, { agencyId, language }) => {
    const now = clock()
    const { timeZone } = await findMyAgency(tx)
    await insertDefaultProgrammes(tx, { agencyId, language, today: dayInZone(now, timeZone) })
    await addShippedInstruments(tx, { agencyId, now })
    await joinFirstDesks(tx)
  }
}
