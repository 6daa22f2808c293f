import { z } from 'zod'
import { defineJob } from '../../platform/jobs/job.ts'
import { letterCodeOf } from '../../platform/mail/mailed-code.ts'
import { sendQueuedMail } from '../../platform/mail/send-queued-mail.ts'
import { keyedHashWith } from '../../platform/sign-in/sign-in.ts'
import { writeResetMail } from './write-reset-mail.ts'

/** Sends the code for a new password; the code is reckoned from the mail's id as it goes. */
export const mailResetCodeJob = defineJob({
  name: 'mail-reset-code',
  payload: z.strictObject({ mailId: z.uuid() }),
  run: async ({ mailId }, context) => {
    await sendQueuedMail(context, mailId, async (_tx, mail, origin) =>
      writeResetMail(mail.language, {
        code: letterCodeOf(keyedHashWith(context.keys.sessions), mail.id),
        address: `${origin}/sign-in/code`,
      }),
    )
  },
})
