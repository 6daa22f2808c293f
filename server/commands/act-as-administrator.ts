import { v7 as newId } from 'uuid'
import type { Act } from '../platform/access/act.ts'
import { openAct } from '../platform/access/open-act.ts'
import { writeAudit } from '../platform/audit/write-audit.ts'
import { openDatabase, openPool } from '../platform/db/database.ts'
import { findAdministrator } from './find-administrator.ts'

interface Acting {
  ownerUrl: string
  webUrl: string
}

interface Asked {
  agency?: string
  as?: string
  now: string
  /** What the audit calls it; nothing is written down of an act that only looks. */
  verb?: string
}

/** Does what an administrator does in the browser: under the same policies, and on the audit trail. */
export async function actAsAdministrator<T>(
  { ownerUrl, webUrl }: Acting,
  { now, verb, ...named }: Asked,
  work: (act: Act, id: string) => Promise<T>,
): Promise<T> {
  const userId = await findAdministrator(ownerUrl, named)
  const pool = openPool(webUrl, 1, 'peyvand import')
  try {
    return await openDatabase(pool)
      .transaction()
      .execute(async (tx) => {
        const id = newId()
        const session = { userId, sessionId: id, signedInAt: now }
        const { act } = await openAct(tx, { session, now, readOnly: false })
        const done = await work(act, id)
        const { agencyId } = act.actor
        if (verb !== undefined) {
          const row = {
            agencyId,
            userId,
            verb,
            records: [id],
            outcome: 'done',
            requestId: id,
          } as const
          await writeAudit(tx, row)
        }
        return done
      })
  } finally {
    await pool.end()
  }
}
