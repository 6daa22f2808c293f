import { z } from 'zod'
import { defineJob } from '../../platform/jobs/job.ts'
import { reckonSummaries } from './reckon-summaries.ts'
import { listAgenciesToReckon } from './summary-store.ts'

/** Once in each agency's day, soon after its midnight, and when a director asks for it. */
export const reckonSummariesJob = defineJob({
  name: 'reckon-summaries',
  payload: z.strictObject({ agencyId: z.uuid().optional() }),
  schedule: '25 * * * *',
  run: async ({ agencyId }, { database, clock }) => {
    const agencies = agencyId
      ? [agencyId]
      : await database.transaction().execute((tx) => listAgenciesToReckon(tx, clock()))
    for (const each of agencies) {
      await database.transaction().execute((tx) => reckonSummaries(tx, each, clock()))
    }
  },
})
