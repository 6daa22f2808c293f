import { Logger, parseCronItems, run } from 'graphile-worker'
import type { TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { AnyJob, JobContext } from './job.ts'

/** Starts working off the queue. Refuses to start while a job waits that nobody could do. */
export async function runJobs(
  pool: pg.Pool,
  jobs: readonly AnyJob[],
  context: JobContext,
): Promise<{ stop: () => Promise<void> }> {
  await refuseUnknown(pool, jobs)
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: taskListOf(jobs, context),
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule }] : [])),
    ),
  })
  return { stop: () => runner.stop() }
}

function taskListOf(jobs: readonly AnyJob[], context: JobContext): TaskList {
  const tasks: TaskList = {}
  for (const job of jobs) {
    if (tasks[job.name]) throw new Error(`Two jobs are called ${job.name}.`)
    tasks[job.name] = async (payload, { job: { id, attempts } }) => {
      const about = { job: job.name, jobId: id, attempt: attempts }
      const began = performance.now()
      try {
        await job.run(payload, context)
        context.log.info({ ...about, ms: Math.round(performance.now() - began) }, 'job done')
      } catch (err) {
        context.log.error({ ...about, err }, 'job failed')
        throw err
      }
    }
  }
  return tasks
}

async function refuseUnknown(pool: pg.Pool, jobs: readonly AnyJob[]): Promise<void> {
  const waiting = await pool.query<{ name: string }>(
    'select distinct task_identifier as name from graphile_worker.jobs order by 1',
  )
  const known = new Set(jobs.map((job) => job.name))
  const unknown = waiting.rows.map(({ name }) => name).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new Error(
    `Jobs wait that this version of Peyvand does not know: ${unknown.join(', ')}. ` +
      'Start the version that asked for them, or a newer one.',
  )
}
