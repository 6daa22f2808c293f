import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import type { Keys } from '../keys.ts'
import type { Log } from '../log.ts'
import type { Mailer } from '../mail/mailer.ts'

export type JobContext = {
  /** Signed in as `peyvand_jobs`. */
  database: Database
  keys: Keys
  log: Log
  /** Absent where no mail server is named. */
  mailer?: Mailer | undefined
  clock: () => string
}

/** Work done after the answer: safe to run twice, and its payload names rows by id alone. */
export type Job<Payload> = {
  name: string
  payload: z.ZodType<Payload>
  /** When it also runs by itself, with an empty payload: a crontab line in UTC. */
  schedule?: string
  run: (payload: Payload, context: JobContext) => Promise<void>
}

/** A job whose payload is checked when it is taken from the queue. */
export type AnyJob = {
  name: string
  schedule: string | undefined
  run: (payload: unknown, context: JobContext) => Promise<void>
}

export function defineJob<Payload>(job: Job<Payload>): Job<Payload> & { registered: AnyJob } {
  const registered: AnyJob = {
    name: job.name,
    schedule: job.schedule,
    run: (payload, context) => job.run(job.payload.parse(withoutSchedule(payload)), context),
  }
  return { ...job, registered }
}

// The queue tells a scheduled job when it was due; the job asks its own clock.
function withoutSchedule(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && '_cron' in payload ? {} : payload
}
