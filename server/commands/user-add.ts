import { roles } from '@peyvand/domain/access/roles.ts'
import { email, userName } from '@peyvand/domain/access/user-name.ts'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { hashUnknownPassword } from '../features/access/login-store.ts'
import { makeCode, readCode } from '../platform/sign-in/make-code.ts'
import { keyedHashWith } from '../platform/sign-in/sign-in.ts'
import { asRole, findAgency, inOwnerTransaction } from './as-owner.ts'

const day = 24 * 60 * 60 * 1000

export const userToAdd = z.strictObject({
  /** Needed only where the installation has several agencies. */
  agency: z.string().optional(),
  fullName: z.string().trim().min(1).max(200),
  userName,
  email: email.optional(),
  roles: z.array(z.enum(roles)).min(1),
  language: z.enum(['fa', 'en']).default('fa'),
})

/**
 * The operator adds a worker, where no administrator can: the last one left, or lost the phone.
 * Answers the one-time code with which the worker chooses a password within a day. Run as the
 * owner of the database; `sessionsKey` is the server's own, or the code would not be known there.
 */
export async function addUser(
  ownerUrl: string,
  sessionsKey: string,
  given: z.input<typeof userToAdd>,
  now: Date,
): Promise<{ userName: string; code: string; until: Date }> {
  const user = userToAdd.parse(given)
  const passwordHash = await hashUnknownPassword()
  const code = makeCode(4)
  const id = newId()
  const until = new Date(now.getTime() + day)
  await inOwnerTransaction(ownerUrl, async (client) => {
    const agencyId = await findAgency(client, user.agency)
    await asRole(client, 'peyvand_definer', async () => {
      await client.query(
        `insert into app.worker (id, agency_id, full_name, roles, language, calendar, digits)
         values ($1, $2, $3, $4, $5,
           case $5 when 'fa' then 'persian' else 'gregory' end,
           case $5 when 'fa' then 'fa' else 'latin' end)`,
        [id, agencyId, user.fullName, user.roles, user.language],
      )
      await client.query(
        `insert into app.audit (agency_id, verb, records, outcome) values ($1, 'userAdd', $2, 'done')`,
        [agencyId, [id]],
      )
    })
    await asRole(client, 'peyvand_owner', async () => {
      await client.query(
        'insert into auth.login (id, name, user_name, email) values ($1, $2, $3, $4)',
        [id, user.fullName, user.userName, user.email ?? null],
      )
      await client.query(
        `insert into auth.credential (id, user_id, account_id, provider_id, password)
         values ($1, $2::uuid, $2::text, 'credential', $3)`,
        [newId(), id, passwordHash],
      )
      await client.query(
        'insert into auth.reset_code (user_id, code_hash, made_at, until) values ($1, $2, $3, $4)',
        [id, keyedHashWith(sessionsKey)('reset code', readCode(code)), now, until],
      )
    })
  }).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.code === '23505') {
      throw new Error(`The user name ${user.userName}, or the e-mail address, is taken.`, {
        cause: error,
      })
    }
    throw error
  })
  return { userName: user.userName, code, until }
}
