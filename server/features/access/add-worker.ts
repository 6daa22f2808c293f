import type { addWorker as endpoint } from '@peyvand/domain/access/contract.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { asAuth } from './as-auth.ts'
import { hashUnknownPassword, insertLogin } from './login-store.ts'
import { tellWatchers } from './tell-watchers.ts'
import { insertWorker, updateDesks } from './worker-store.ts'

/** A colleague and the account, together; a code to be printed opens it. */
export async function addWorker(
  { tx, audited }: Act,
  input: InputOf<typeof endpoint>,
): Promise<void> {
  audited.records.add(input.id)
  const passwordHash = await hashUnknownPassword()
  await insertWorker(tx, input)
  await tellWatchers(tx, 'account_opened', { workerId: input.id, roles: input.roles })
  await updateDesks(tx, input.id, input.deskIds)
  await asAuth(tx, () => insertLogin(tx, { ...input, passwordHash }))
}
