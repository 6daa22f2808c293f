import { sql } from 'kysely'
import { insertLogin } from '../features/access/login-store.ts'
import type { Transaction } from '../platform/db/database.ts'
import type { DemoAgencyPlan, DemoWorker } from './agencies.ts'

/** A worker of the demonstration, and the account to sign in with. */
export async function hireWorker(
  tx: Transaction,
  { words, calendar }: Pick<DemoAgencyPlan, 'words' | 'calendar'>,
  agencyId: string,
  worker: DemoWorker & { id: string },
  began: string,
  passwordHash: string,
): Promise<void> {
  const digits = words.language === 'fa' ? 'fa' : 'latin'
  await sql`insert into worker (id, agency_id, full_name, roles, language, calendar, digits, created_at)
    values (${worker.id}, ${agencyId}, ${worker.fullName}, ${[...worker.roles]}, ${words.language}, ${calendar},
      ${digits}, ${began})`.execute(tx)
  await insertLogin(tx, { ...worker, passwordHash })
}
