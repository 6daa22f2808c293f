import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { openDatabase, openPool } from '../db/database.ts'
import type { Database, Transaction } from '../db/database.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const key = Buffer.alloc(32, 7).toString('base64url')
let app: TestApp
let database: Database
let look: () => Promise<void>

beforeAll(async () => {
  app = await startTestApp()
  const agency = await makeAgency(app)
  const { caseId } = await openTestCase(app, agency)
  look = async () => void (await app.ask(agency.caseworker, readCase, { params: { caseId } }))
  const { connectionString } = app.owner.options
  database = openDatabase(openPool(String(connectionString), 2, 'audit test'))
})
afterAll(async () => {
  await database.destroy()
  await app.close()
})
beforeEach(async () => {
  await app.owner.query('delete from audit; delete from audit_seal')
  for (let n = 0; n < 5; n++) await look()
})

const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
  database.transaction().execute(work)
const trySeal = () => inTransaction((tx) => sealAudit(tx, key))
/** Other test files' transactions in the same cluster hold sealing up: it is tried until all is sealed. */
async function seal(withKey = key) {
  let newest: Awaited<ReturnType<typeof sealAudit>>
  const isDone = async () => {
    newest = (await inTransaction((tx) => sealAudit(tx, withKey))) ?? newest
    return (
      newest !== undefined && (await inTransaction((tx) => verifyAudit(tx, withKey))).unsealed === 0
    )
  }
  await vi.waitUntil(isDone, { timeout: 50_000, interval: 100 })
  return newest
}
const verify = (remembered?: string) => inTransaction((tx) => verifyAudit(tx, key, remembered))
const seqs = async () =>
  (await app.owner.query<{ seq: string }>('select seq from audit order by seq')).rows.map((row) =>
    Number(row.seq),
  )

test('an audit nobody touched is whole, sealed and unsealed rows together', async () => {
  await seal()
  await look()
  expect(await verify()).toMatchObject({ rows: 6, unsealed: 1 })
  expect((await verify()).fault).toBeUndefined()
})

test('sealing again without new rows makes no new seal', async () => {
  await seal()
  expect(await trySeal()).toBeUndefined()
})

test('a transaction still running is left for the next seal', async () => {
  const slow = await app.owner.connect()
  await slow.query('begin')
  await slow.query(`insert into audit (verb, outcome) values ('slow', 'done')`)
  await look()
  await trySeal()
  await slow.query('commit')
  slow.release()
  await seal()
  const verdict = await verify()
  expect(verdict.fault).toBeUndefined()
  expect(verdict.unsealed).toBe(0)
})

test('after a restore the rows it brought unsealed are sealed in their own era', async () => {
  await seal()
  await look()
  await app.owner.query('update audit_era set era = era + 1')
  await look()
  expect((await verify()).unsealed).toBe(2)
  await seal()
  const verdict = await verify()
  expect([verdict.fault, verdict.unsealed]).toEqual([undefined, 0])
  expect(verdict.seals).toBeGreaterThanOrEqual(3)
})

test('a row changed after it was sealed is named', async () => {
  await seal()
  const [, second] = await seqs()
  await app.owner.query(`update audit set verb = 'nothing' where seq = $1`, [second])
  expect((await verify()).fault).toEqual({ kind: 'row_changed', seq: second })
})

test('a row changed before it was sealed is named too', async () => {
  const [first] = await seqs()
  await app.owner.query(`update audit set outcome = 'refused' where seq = $1`, [first])
  expect((await verify()).fault).toEqual({ kind: 'row_changed', seq: first })
})

test('a row taken out is named', async () => {
  await seal()
  const [, , third] = await seqs()
  await app.owner.query('delete from audit where seq = $1', [third])
  expect((await verify()).fault).toEqual({ kind: 'row_missing', seq: third })
})

test('a row rewritten with a hash that fits is caught by the seal', async () => {
  await seal()
  const [first] = await seqs()
  await app.owner.query(`update audit set verb = 'forged' where seq = $1`, [first])
  await app.owner.query(`update audit a set hash = audit_row_hash(a) where seq = $1`, [first])
  expect((await verify()).fault).toMatchObject({ kind: 'seal_forged' })
})

test('a seal made with another key is not ours', async () => {
  await seal(Buffer.alloc(32, 8).toString('base64url'))
  expect((await verify()).fault).toMatchObject({ kind: 'seal_forged' })
})

test('a tail cut off shows against the seal one remembers', async () => {
  await seal()
  await look()
  const last = await seal()
  const remembered = last?.signature.toString('base64url')
  expect((await verify(remembered)).fault).toBeUndefined()
  await app.owner.query('delete from audit_seal where id = (select max(id) from audit_seal)')
  expect((await verify(remembered)).fault).toMatchObject({ kind: 'tail_cut' })
})

test('a worker can neither read, change nor take out a row of the audit', async () => {
  const client = await app.owner.connect()
  await client.query(`begin; set local role peyvand_staff`)
  for (const statement of [
    'select * from audit',
    `update audit set verb = 'x'`,
    'delete from audit',
  ]) {
    await client.query('savepoint s')
    await expect(client.query(statement)).rejects.toThrow(/permission denied/)
    await client.query('rollback to s')
  }
  await client.query('rollback')
  client.release()
})
