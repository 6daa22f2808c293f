import { z } from 'zod'
import { judgeSame } from '@peyvand/domain/people/judge-same.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import { keepPairs, loadSameFacts } from './likely-same-store.ts'

/**
 * Who may be the same as this person. Asked when somebody is registered or changed; done by the job
 * runner, because whoever registers need not see the others.
 */
export const findLikelySameJob = defineJob({
  name: 'find-likely-same',
  payload: z.strictObject({ personId: z.uuid() }),
  run: async ({ personId }, { database }) => {
    await database.transaction().execute(async (tx) => {
      const facts = await loadSameFacts(tx, personId)
      if (!facts) return
      const likely = facts.others.flatMap((other) => {
        const judged = judgeSame(facts.person, other)
        return judged ? [{ otherId: other.id, ...judged }] : []
      })
      await keepPairs(tx, facts.person, likely)
    })
  },
})
