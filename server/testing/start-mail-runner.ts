import { jobs } from '../jobs.ts'
import { openDatabase, openPool } from '../platform/db/database.ts'
import type { JobContext } from '../platform/jobs/job.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { createLog } from '../platform/log.ts'
import { createMailer } from '../platform/mail/mailer.ts'
import type { TestApp } from './test-app.ts'

export interface MailRunner {
  /** Every line the jobs logged. */
  logged: () => string
  /** What the queue holds, as text: names, payloads and last errors. */
  queue: () => Promise<string>
  /** Waits until nothing is in the queue; what is to be tried again later is tried now. */
  empty: () => Promise<void>
  stop: () => Promise<void>
}

/** The job runner of the test application, which sends to a mail server on this machine. */
export async function startMailRunner(app: TestApp, port: number): Promise<MailRunner> {
  const pool = openPool(app.workerUrl, 4, 'test jobs', 'peyvand_jobs')
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const lines: string[] = []
  const context: JobContext = {
    database: openDatabase(pool),
    keys: { sessions: 's'.repeat(43) } as JobContext['keys'],
    log: createLog({ write: (line: string) => lines.push(line) }),
    mailer: createMailer(
      {
        host: '127.0.0.1',
        port,
        secure: false,
        loopback: true,
        login: undefined,
        from: 'Peyvand <peyvand@example.org>',
      },
      'http://localhost',
    ),
    clock: () => new Date().toISOString(),
  }
  const runner = await runJobs(pool, jobs, context)
  const waiting = async () =>
    (await pool.query<{ id: string }>('select id from graphile_worker.jobs')).rows
  return {
    logged: () => lines.join(''),
    queue: async () => {
      const found = await pool.query<{ words: string }>(
        'select j::text as words from graphile_worker._private_jobs j',
      )
      return found.rows.map(({ words }) => words).join('\n')
    },
    empty: async () => {
      for (;;) {
        const left = await waiting()
        if (left.length === 0) return
        await pool.query('select graphile_worker.reschedule_jobs($1, run_at := now())', [
          left.map(({ id }) => id),
        ])
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    },
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}
