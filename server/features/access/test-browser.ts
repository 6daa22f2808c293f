import { createHmac } from 'node:crypto'
import { v7 as newId } from 'uuid'
import * as access from '@peyvand/domain/access/contract.ts'
import type { AnswerOf, Endpoint, PathOf, Params, SentInput } from '@peyvand/domain/contract.ts'
import { hashPassword } from '../../platform/sign-in/hash-password.ts'
import type { TestAnswer, TestApp, TestWorker } from '../../testing/test-app.ts'

interface Sent<E> {
  params?: Params<PathOf<E>>
  input?: SentInput<E>
  headers?: Record<string, string>
}

/** A browser of one person: keeps the cookies it is given and sends them back. */
export interface TestBrowser {
  cookies: Map<string, string>
  setCookies: string[]
  send<E extends Endpoint>(endpoint: E, sent?: Sent<E>): Promise<TestAnswer<AnswerOf<E>>>
}

export function openBrowser({ app }: TestApp, address = '203.0.113.7'): TestBrowser {
  const browser: TestBrowser = {
    cookies: new Map(),
    setCookies: [],
    async send(endpoint, sent = {}) {
      const params: Record<string, string> = sent.params ?? {}
      const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? '')
      const answer = await app.inject({
        method: endpoint.method,
        url: `/api${path}`,
        remoteAddress: address,
        headers: {
          host: 'localhost',
          origin: 'http://localhost',
          'user-agent': 'Test Browser',
          'command-id': newId(),
          cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '),
          ...sent.headers,
        },
        ...(endpoint.method === 'GET' ? {} : { payload: (sent.input ?? {}) as object }),
      })
      browser.setCookies = [answer.headers['set-cookie'] ?? []].flat()
      for (const line of browser.setCookies) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
        if (value === '' || /max-age=0/i.test(line)) browser.cookies.delete(name)
        else browser.cookies.set(name, value)
      }
      const body = answer.json()
      return {
        status: answer.statusCode,
        body,
        error: body.error,
        bytes: answer.rawPayload,
        headers: answer.headers,
      }
    },
  }
  return browser
}

export const goodPassword = 'a walk by the river'

/** Gives a worker of the test agency a user name and a password. */
export async function giveLogin(
  { owner }: TestApp,
  worker: TestWorker,
  userName: string,
  email?: string,
): Promise<void> {
  await owner.query('update auth.login set user_name = $2, email = $3 where id = $1', [
    worker.id,
    userName,
    email ?? null,
  ])
  await owner.query(
    `insert into auth.credential (id, user_id, account_id, provider_id, password)
     values ($1, $2::uuid, $2::text, 'credential', $3)`,
    [newId(), worker.id, await hashPassword(goodPassword)],
  )
}

export async function signedIn(app: TestApp, name: string): Promise<TestBrowser> {
  const browser = openBrowser(app)
  const answer = await browser.send(access.signIn, { input: { name, password: goodPassword } })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.error))
  return browser
}

/** What an authenticator shows (RFC 6238): `step` thirty-second steps from now. */
export function totp(secret: string, step = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ''
  for (const letter of secret) bits += letters.indexOf(letter).toString(2).padStart(5, '0')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
