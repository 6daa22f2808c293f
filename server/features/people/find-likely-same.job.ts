import { z } from 'zod'
import { defineJob } from '../../platform/jobs/job.ts'
import { findLikelySame } from './find-likely-same.ts'

/**
 * Who may be the same as this person. Asked when somebody is registered or changed; done by the job
 * runner, because whoever registers need not see the others.
 */
export const findLikelySameJob = defineJob({
  name: 'find-likely-same',
  payload: z.strictObject({ personId: z.uuid() }),
  run: async ({ personId }, { database }) => {
    await database.transaction().execute((tx) => findLikelySame(tx, personId))
  },
})
