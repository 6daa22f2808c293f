import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { copyDatabase } from '../../testing/template-database.ts'
import type { TestDatabase } from '../../testing/template-database.ts'
import { hashPassword } from './hash-password.ts'
import { openAuthPool } from './open-auth-pool.ts'
import { createSignIn } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'
import { signInByPassword } from './sign-in-steps.ts'

let database: TestDatabase
let pool: pg.Pool
let signIn: SignIn
const said: string[] = []

beforeAll(async () => {
  database = await copyDatabase()
  pool = openAuthPool(database.webUrl, 1)
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const words = given[0] as string | { text: string }
      said.push(typeof words === 'string' ? words : words.text)
      return query(...given)
    }) as pg.PoolClient['query']
  })
  signIn = createSignIn({
    pool,
    origin: 'http://localhost',
    keys: { sessions: 's'.repeat(43), secrets: 'k'.repeat(43) },
    now: () => new Date(),
    log: () => undefined,
  })
  const id = newId()
  await pool.query(`insert into auth.login (id, user_name) values ($1, 'kamran')`, [id])
  await pool.query(
    `insert into auth.credential (id, user_id, account_id, provider_id, password)
     values ($1, $2::uuid, $2::text, 'credential', $3)`,
    [newId(), id, await hashPassword('a walk by the river')],
  )
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

test('an unknown name costs the same steps as a known one', async () => {
  const caller = { cookie: '', userAgent: '', authorization: undefined, address: '192.0.2.1' }
  const steps = async (name: string) => {
    said.length = 0
    const outcome = await signInByPassword(signIn, caller, { name, password: 'a wrong password' })
    expect(outcome.kind).toBe('failed')
    return [...said]
  }
  await steps('warm.up')
  const unknown = await steps('somebody.else')
  expect(unknown.filter((words) => words.includes('credential'))).toHaveLength(1)
  expect(await steps('kamran')).toEqual(unknown)
  expect(await steps('nobody@example.org')).toEqual(unknown)
})

test('the account against which unknown names are checked costs what every other costs', async () => {
  const { rows } = await pool.query<{ cost: string }>(
    String.raw`select distinct substring(password from '^.*t=\d+,p=\d+') as cost from auth.credential`,
  )
  expect(rows).toEqual([{ cost: '$argon2id$v=19$m=19456,t=2,p=1' }])
})
