import type { Command } from 'commander'
import { takeRole } from '../platform/access/open-act.ts'
import { verifyAudit } from '../platform/audit/verify-audit.ts'
import type { AuditFault, AuditVerdict } from '../platform/audit/verify-audit.ts'
import { openDatabase, openPool } from '../platform/db/database.ts'
import { loginsOf, operate, withDatabase } from './operate.ts'
import type { DatabaseOptions } from './operate.ts'
import { tell } from './tell.ts'

type Options = DatabaseOptions & { seal?: string }

export function addAuditVerify(program: Command): void {
  const audit = program.command('audit').description('the record of who read and wrote what')
  withDatabase(audit.command('verify'))
    .description('read the whole audit and name the first row that was tampered with')
    .option('--seal <seal>', 'a seal kept elsewhere (a log, a backup): is it still there?')
    .action((options: Options) =>
      operate('audit verify', options, async ({ database }) => {
        const { audit: key } = await database.loadKeys()
        const pool = openPool(loginsOf(database).workerUrl, 1, 'peyvand audit')
        try {
          const verdict = await openDatabase(pool)
            .transaction()
            .setIsolationLevel('repeatable read')
            .execute(async (tx) => {
              await takeRole(tx, 'peyvand_jobs')
              return await verifyAudit(tx, key, options.seal)
            })
          tellVerdict(verdict)
        } finally {
          await pool.end()
        }
      }),
    )
}

function tellVerdict({ rows, seals, unsealed, newest, fault }: AuditVerdict): void {
  tell(`${rows} rows read, ${seals} seals, ${unsealed} rows not sealed yet`)
  if (newest) tell(`newest seal: ${newest}`)
  if (fault) throw new Error(sentenceOf(fault))
  tell('The audit is whole.')
}

function sentenceOf(fault: AuditFault): string {
  switch (fault.kind) {
    case 'row_changed':
      return `Row ${fault.seq} of the audit was changed after it was written.`
    case 'row_missing':
      return `Row ${fault.seq} of the audit is missing: it was there when it was sealed.`
    case 'row_added':
      return `Row ${fault.seq} of the audit was put in after its time was sealed.`
    case 'seal_forged':
      return `Seal ${fault.seal} was not made with our key, or its rows were rewritten.`
    case 'chain_broken':
      return `Seal ${fault.seal} does not follow the seal before it: one was taken out.`
    case 'tail_cut':
      return `The seal ${fault.expected} is gone: the end of the audit was cut off.`
  }
}
