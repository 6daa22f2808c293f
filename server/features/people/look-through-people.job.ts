import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../platform/db/database.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import { findLikelySame } from './find-likely-same.ts'

const together = 50
/** Milliseconds of a night: some hundred thousand people, so that a province is through in days. */
const longest = 30 * 60_000

/**
 * Looks through all people of an agency once for somebody registered twice: those who were there before
 * anybody asked, or came in with an import, are asked about by no registration.
 */
export const lookThroughPeopleJob = defineJob({
  name: 'look-through-people',
  payload: z.strictObject({}),
  schedule: '15 23 * * *',
  run: async (_payload, { database }) => {
    const ends = performance.now() + longest
    const agencies = await database.selectFrom('agency').select('id').execute()
    for (const { id } of agencies) {
      while (performance.now() < ends && (await lookThroughSome(database, id)) === together);
    }
  },
})

/** The next of them in the order of their ids, each batch in a transaction of its own. */
async function lookThroughSome(database: Database, agencyId: string): Promise<number> {
  return await database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select p.id from person p
      where p.agency_id = ${agencyId} and not p.mentioned_only
        and p.id > coalesce((select r.passed from same_round r where r.agency_id = ${agencyId}),
          '00000000-0000-0000-0000-000000000000')
      order by p.id limit ${together}`.execute(tx)
    const last = rows.at(-1)
    if (!last) return 0
    for (const { id } of rows) await findLikelySame(tx, id)
    await sql`insert into same_round (agency_id, passed) values (${agencyId}, ${last.id})
      on conflict (agency_id) do update set passed = excluded.passed`.execute(tx)
    return rows.length
  })
}
