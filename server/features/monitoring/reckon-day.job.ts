import { z } from 'zod'
import type { Database } from '../../platform/db/database.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import { reckonDue } from './reckon-due.ts'
import { listAgenciesOfNewDay, listCasesWithDue, markRoundDone } from './reckon-due-store.ts'

const batch = 50

/**
 * A new day makes things due that nobody changed. Asked every quarter of an hour, so that each
 * agency has its list soon after its own midnight, and after the server was off.
 */
export const reckonDayJob = defineJob({
  name: 'reckon-day',
  payload: z.strictObject({}),
  schedule: '*/15 * * * *',
  run: async (_payload, { database, clock }) => {
    const agencies = await database.transaction().execute((tx) => listAgenciesOfNewDay(tx, clock()))
    for (const { agencyId, today } of agencies) await reckonAgency(database, agencyId, today)
  },
})

async function reckonAgency(database: Database, agencyId: string, today: string): Promise<void> {
  let after: string | null = null
  for (;;) {
    // each batch for itself: an interrupted round goes on where the facts are
    const ids: string[] = await database.transaction().execute(async (tx) => {
      const ids = await listCasesWithDue(tx, agencyId, after, batch)
      if (ids.length > 0) await reckonDue(tx, ids, today)
      return ids
    })
    after = ids.at(-1) ?? null
    if (ids.length < batch) break
  }
  await database.transaction().execute((tx) => markRoundDone(tx, agencyId, today))
}
