import { z } from 'zod'
import { defineJob } from '../jobs/job.ts'
import { sealAudit } from './seal-audit.ts'

/** Every few minutes; the newest seal stands in the log too, so that a cut tail shows. */
export const sealAuditJob = defineJob({
  name: 'seal-audit',
  payload: z.strictObject({}),
  schedule: '*/5 * * * *',
  run: async (_payload, { database, keys, log }) => {
    for (;;) {
      const seal = await database.transaction().execute((tx) => sealAudit(tx, keys.audit))
      if (!seal) return
      log.info(
        { seal: seal.signature.toString('base64url'), count: seal.seqs.length },
        'the audit was sealed',
      )
    }
  },
})
