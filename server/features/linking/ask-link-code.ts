import { v7 as newId } from 'uuid'
import { takeRole } from '../../platform/access/open-act.ts'
import { writeAudit } from '../../platform/audit/write-audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { digitCodeOf } from '../../platform/mail/mailed-code.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import * as store from './answer-link-store.ts'
import { mailLinkCodeJob } from './mail-link-code.job.ts'

/** Somebody who holds a mailed link presses for its code, which goes to the registered address. */
export async function askLinkCode(
  { database, requestId }: { database: Database; requestId: string },
  signIn: SignIn,
  token: string,
): Promise<void> {
  const mailId = newId()
  const codeHash = store.hashSecret(`${token}:${digitCodeOf(signIn.keyedHash, mailId)}`)
  const answer = await database.transaction().execute(async (tx) => {
    await takeRole(tx, 'peyvand_partner')
    const asked = await store.askLinkCode(tx, { mailId, token, codeHash })
    if (asked === 'asked') await enqueue(tx, mailLinkCodeJob, { mailId })
    await writeAudit(tx, {
      agencyId: undefined,
      verb: 'askLinkCode',
      cases: [],
      records: [],
      outcome: asked === 'asked' ? 'done' : `link_${asked}`,
      requestId,
    })
    return asked
  })
  if (answer === 'wait') throw new Refused('too_many', { retryAfterSeconds: 3600 })
  if (answer === 'not_usable') throw new Refused('link_not_usable')
}
