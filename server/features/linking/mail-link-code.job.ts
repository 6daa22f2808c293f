import { z } from 'zod'
import { defineJob } from '../../platform/jobs/job.ts'
import { digitCodeOf } from '../../platform/mail/mailed-code.ts'
import { sendQueuedMail } from '../../platform/mail/send-queued-mail.ts'
import { keyedHashWith } from '../../platform/sign-in/sign-in.ts'
import { findMailedLink } from './answer-link-store.ts'
import { writeLinkCodeMail } from './write-link-mail.ts'

/** Sends the six digits somebody with the link has asked for; never where they would open nothing. */
export const mailLinkCodeJob = defineJob({
  name: 'mail-link-code',
  payload: z.strictObject({ mailId: z.uuid() }),
  run: async ({ mailId }, context) => {
    await sendQueuedMail(context, mailId, async (tx, mail) => {
      if (!(await findMailedLink(tx, mail.subjectId))) return undefined
      return writeLinkCodeMail(
        mail.language,
        digitCodeOf(keyedHashWith(context.keys.sessions), mail.id),
      )
    })
  },
})
