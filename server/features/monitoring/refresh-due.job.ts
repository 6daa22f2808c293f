import { z } from 'zod'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import { reckonDue } from './reckon-due.ts'
import { findZoneOfCase } from './reckon-due-store.ts'

/** Reckons what is due on one case, for a change made by somebody who does not see the case. */
export const refreshDueJob = defineJob({
  name: 'refresh-due',
  payload: z.strictObject({ caseId: z.uuid() }),
  run: async ({ caseId }, { database, clock }) => {
    await database.transaction().execute(async (tx) => {
      const timeZone = await findZoneOfCase(tx, caseId)
      if (timeZone) await reckonDue(tx, [caseId], dayInZone(clock(), timeZone))
    })
  },
})
