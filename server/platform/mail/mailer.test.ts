import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer } from '../../testing/start-mail-server.ts'
import type { TestMailServer } from '../../testing/start-mail-server.ts'
import { MailFailed } from './mail-failed.ts'
import { createMailer } from './mailer.ts'
import { digitCodeOf, letterCodeOf, linkTokenOf } from './mailed-code.ts'
import { writeMail } from './write-mail.ts'
import { keyedHashWith } from '../sign-in/sign-in.ts'

let server: TestMailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server.stop())

const words = writeMail('fa', 'پیوند: آزمون', ['سلام & <درود>', { link: 'http://localhost/x#y' }])
const mailerTo = (loopback: boolean) =>
  createMailer(
    {
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      loopback,
      login: undefined,
      from: 'Peyvand <peyvand@example.org>',
    },
    'https://peyvand.example.org',
  )

test('a mail arrives in its own script, as words and as a page that reads from the right', async () => {
  await mailerTo(true).send('m-1', 'sara@example.org', words)
  expect(server.arrived).toHaveLength(1)
  expect(server.arrived[0]).toMatchObject({
    to: ['sara@example.org'],
    subject: 'پیوند: آزمون',
    messageId: '<m-1@peyvand.example.org>',
  })
  expect(server.arrived[0]?.words).toContain('سلام & <درود>')
  expect(server.arrived[0]?.words).toContain('<p>سلام &amp; &lt;درود&gt;</p>')
  expect(server.arrived[0]?.words).toContain('dir="rtl"')
})

test('to a server elsewhere nothing is said without TLS', async () => {
  const before = server.arrived.length
  await expect(mailerTo(false).send('m-2', 'sara@example.org', words)).rejects.toThrow(MailFailed)
  expect(server.arrived).toHaveLength(before)
})

test.each([
  [550, true],
  [451, false],
])('a server that answers %s is final: %s, and its words stay with it', async (code, isFinal) => {
  server.refuse(code)
  const failure: unknown = await mailerTo(true)
    .send('m-3', 'sara@example.org', words)
    .catch((error: unknown) => error)
  server.refuse(undefined)
  expect(failure).toBeInstanceOf(MailFailed)
  expect(failure).toMatchObject({ isFinal, message: expect.stringContaining(String(code)) })
  expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('sara')
})

test('what a mail carries is the same at every try, another for each mail and each key', () => {
  const [one, other] = [keyedHashWith('a'.repeat(43)), keyedHashWith('b'.repeat(43))]
  for (const reckon of [letterCodeOf, digitCodeOf, linkTokenOf]) {
    expect(reckon(one, 'm-1')).toBe(reckon(one, 'm-1'))
    expect(new Set([reckon(one, 'm-1'), reckon(one, 'm-2'), reckon(other, 'm-1')]).size).toBe(3)
  }
  expect(letterCodeOf(one, 'm-1')).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(digitCodeOf(one, 'm-1')).toMatch(/^\d{6}$/)
  expect(linkTokenOf(one, 'm-1')).toMatch(/^[\w-]{43}$/)
})
