import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { copyDatabase } from '../../testing/template-database.ts'
import type { TestDatabase } from '../../testing/template-database.ts'
import { closePools, openPools } from '../database/open-pools.ts'
import type { Pools } from '../database/open-pools.ts'
import { openDatabase } from '../db/database.ts'
import type { Transaction } from '../db/database.ts'
import { createLog } from '../log.ts'
import { enqueue } from './enqueue.ts'
import { defineJob } from './job.ts'
import type { JobContext } from './job.ts'
import { runJobs } from './run-jobs.ts'

let database: TestDatabase
let pools: Pools
let context: JobContext
const lines: string[] = []

beforeAll(async () => {
  database = await copyDatabase()
  pools = openPools(database, (error) => lines.push(error.message))
  context = {
    database: openDatabase(pools.jobs),
    keys: {} as JobContext['keys'],
    log: createLog({ write: (line: string) => lines.push(line) }),
    clock: () => '2026-11-21T10:00:00.000Z',
  }
})
afterAll(async () => {
  await closePools(pools)
  await database.drop()
})

function asStaff(work: (tx: Transaction) => Promise<void>): Promise<void> {
  return openDatabase(pools.web)
    .transaction()
    .execute(async (tx) => {
      await sql`set local role peyvand_staff`.execute(tx)
      await work(tx)
    })
}

/** A job is off the queue a moment after its work is done. */
async function untilQueueIsEmpty(): Promise<void> {
  const isEmpty = async () =>
    (await pools.jobs.query('select from graphile_worker.jobs')).rowCount === 0
  await vi.waitUntil(isEmpty, { timeout: 30_000, interval: 20 })
}

function jobThatTells(name: string) {
  let tell: (payload: { caseId: string }) => void = () => undefined
  const told = new Promise<{ caseId: string }>((resolve) => (tell = resolve))
  const job = defineJob({
    name,
    payload: z.strictObject({ caseId: z.uuid() }),
    run: async (payload) => tell(payload),
  })
  return { job, told }
}

test('what a worker asks for is done after the transaction, by the job runner', async () => {
  const { job, told } = jobThatTells('tell-partner')
  const runner = await runJobs(pools.jobs, [job.registered], context)
  const caseId = randomUUID()
  await asStaff((tx) => enqueue(tx, job, { caseId }))
  expect(await told).toEqual({ caseId })
  await untilQueueIsEmpty()
  await runner.stop()
  expect(lines.join('')).not.toContain(caseId)
})

test('what was asked for in a transaction that failed is never done', async () => {
  const { job, told } = jobThatTells('tell-guardian')
  const kept = randomUUID()
  await expect(
    asStaff(async (tx) => {
      await enqueue(tx, job, { caseId: randomUUID() })
      throw new Error('the reason is missing')
    }),
  ).rejects.toThrow('the reason is missing')
  await asStaff((tx) => enqueue(tx, job, { caseId: kept }))
  const runner = await runJobs(pools.jobs, [job.registered], context)
  expect(await told).toEqual({ caseId: kept })
  await untilQueueIsEmpty()
  await runner.stop()
})

test('words told in confidence have no place in the queue', async () => {
  const job = defineJob({ name: 'tell-all', payload: z.string(), run: async () => undefined })
  await expect(asStaff((tx) => enqueue(tx, job, 'x'.repeat(3000)))).rejects.toThrow(/ids only/)
})

test('the server does not start while a job waits that it cannot do', async () => {
  const { job } = jobThatTells('job-of-tomorrow')
  await asStaff((tx) => enqueue(tx, job, { caseId: randomUUID() }))
  await expect(runJobs(pools.jobs, [], context)).rejects.toThrow(/job-of-tomorrow/)
})

test('a worker cannot look into the queue', async () => {
  await expect(
    asStaff(async (tx) => {
      await sql`select from graphile_worker.jobs`.execute(tx)
    }),
  ).rejects.toThrow(/permission denied/)
})
