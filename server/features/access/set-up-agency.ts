import { attemptRules } from '@peyvand/domain/access/attempts.ts'
import type { setUp } from '@peyvand/domain/access/contract.ts'
import { whyPasswordTooWeak } from '@peyvand/domain/access/password.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { takeRole } from '../../platform/access/open-act.ts'
import { Refused } from '../../platform/http/refused.ts'
import type { Caller } from '../../platform/sign-in/caller.ts'
import { isCommonPassword } from '../../platform/sign-in/common-passwords.ts'
import { hashPassword } from '../../platform/sign-in/hash-password.ts'
import type { AttemptKey } from '../../platform/sign-in/limit-attempts.ts'
import { addressKey } from '../../platform/sign-in/sign-in.ts'
import type { AccessDeps } from './access-deps.ts'
import { hashSetUpCode, isSetUpNeeded } from './ensure-set-up-code.ts'
import { insertLogin } from './login-store.ts'
import { tooMany } from './too-many.ts'

const codeKey: AttemptKey = {
  kind: 'set-up',
  of: 'this installation',
  rule: attemptRules.setUp,
  clearedBySuccess: true,
}

/** The first agency and its first administrator, whole or not at all, and only once. */
export async function setUpAgency(
  deps: AccessDeps,
  caller: Caller,
  input: InputOf<typeof setUp>,
): Promise<{ agencyId: string; workerId: string }> {
  const { signIn } = deps
  if (!(await isSetUpNeeded(signIn))) throw new Refused('set_up_done')
  const keys = [codeKey, addressKey(caller)]
  const seconds = await signIn.limit.take(keys, signIn.now())
  if (seconds !== undefined) throw tooMany(seconds)
  if (!(await isRightCode(deps, input.code))) throw new Refused('set_up_code_wrong')
  await signIn.limit.giveBack(keys)

  const { agency, administrator, language, start } = input
  const why = whyPasswordTooWeak(administrator.password, {
    names: [administrator.userName, administrator.fullName, agency.name],
    isCommon: isCommonPassword,
  })
  if (why) throw new Refused('password_too_weak', { why })
  const passwordHash = await hashPassword(administrator.password)
  const made = { agencyId: newId(), workerId: newId() }
  const roles: Role[] = administrator.worksWithClients
    ? ['administrator', 'caseworker', 'intake', 'supervisor']
    : ['administrator']

  await deps.database.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'peyvand_auth', true)`.execute(tx)
    await sql`select app.set_up_agency(${made.agencyId}, ${agency.name}, ${agency.timeZone},
      ${language}, ${made.workerId}, ${administrator.fullName}, ${roles}::text[])`.execute(tx)
    await insertLogin(tx, { ...administrator, id: made.workerId, passwordHash })
    await sql`delete from auth.set_up_code`.execute(tx)
    await takeRole(tx, 'peyvand_staff', { userId: made.workerId })
    await deps.fillAgency(tx, {
      agencyId: made.agencyId,
      administratorId: made.workerId,
      language,
      start,
    })
  })
  return made
}

async function isRightCode({ signIn }: AccessDeps, typed: string): Promise<boolean> {
  const found = await signIn.pool.query('select from auth.set_up_code where code_hash = $1', [
    hashSetUpCode(signIn, typed),
  ])
  return found.rowCount === 1
}
