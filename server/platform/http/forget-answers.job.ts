import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { defineJob } from '../jobs/job.ts'

/** As long as a device may have been without a connection and send its words again. */
const keptDays = 30
const batch = 500

/**
 * Answers hold what was written in files, and after a month nobody repeats a command any more. Asked
 * every hour, because many a server is switched off at night.
 */
export const forgetAnswersJob = defineJob({
  name: 'forget-answers',
  payload: z.strictObject({}),
  schedule: '40 * * * *',
  run: async (_payload, { database, clock }) => {
    const before = new Date(Date.parse(clock()) - keptDays * 86_400_000).toISOString()
    while ((await forgetBatch(database, before)) === batch);
  },
})

/** Each batch is a transaction of its own, so that an interrupted run goes on where it was. */
async function forgetBatch(database: Database, before: string): Promise<number> {
  return await database.transaction().execute(async (tx) => {
    const forgotten = await sql`
      update command set answer = null, endpoint = '', body_hash = ''
      where id in (select id from command where at < ${before} and answer is not null order by at limit ${batch})
        and answer is not null`.execute(tx)
    return Number(forgotten.numAffectedRows ?? 0)
  })
}
