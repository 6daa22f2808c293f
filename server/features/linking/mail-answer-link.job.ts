import { z } from 'zod'
import { defineJob } from '../../platform/jobs/job.ts'
import { linkTokenOf } from '../../platform/mail/mailed-code.ts'
import { sendQueuedMail } from '../../platform/mail/send-queued-mail.ts'
import { keyedHashWith } from '../../platform/sign-in/sign-in.ts'
import { findMailedLink } from './answer-link-store.ts'
import { writeLinkMail } from './write-link-mail.ts'

/** Sends the link; a link closed meanwhile, or whose consent was withdrawn, is not sent. */
export const mailAnswerLinkJob = defineJob({
  name: 'mail-answer-link',
  payload: z.strictObject({ mailId: z.uuid() }),
  run: async ({ mailId }, context) => {
    await sendQueuedMail(context, mailId, async (tx, mail, origin) => {
      const link = await findMailedLink(tx, mail.subjectId)
      if (!link) return undefined
      const token = linkTokenOf(keyedHashWith(context.keys.sessions), mail.subjectId)
      return writeLinkMail(mail.language, {
        ...link,
        address: `${origin}/answer#${link.isOwn ? 'own.' : ''}mail.${token}`,
      })
    })
  },
})
