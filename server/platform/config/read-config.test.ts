import { expect, test } from 'vitest'
import { readConfig } from './read-config.ts'

test('without options Peyvand listens on this machine alone with its own database', () => {
  expect(readConfig({}, {})).toMatchObject({
    host: 'localhost',
    port: 4004,
    databaseServer: undefined,
    behindProxy: false,
  })
})

test.each(['0.0.0.0', '192.168.1.5', '::', 'peyvand.example.org', '127.0.0.1.example.org'])(
  'on %s it does not start without TLS',
  (host) => {
    expect(() => readConfig({ host }, {})).toThrow(/--tls-cert and --tls-key/)
    expect(readConfig({ host, behindProxy: true }, {}).host).toBe(host)
    expect(readConfig({ host, tlsCert: 'c', tlsKey: 'k' }, {}).tls).toBeDefined()
  },
)

test.each(['127.0.0.1', 'localhost', '::1'])('on %s it starts as it is', (host) => {
  expect(readConfig({ host }, {}).host).toBe(host)
})

test.each([
  [
    'the demonstration on the network',
    { demo: true, host: '0.0.0.0', behindProxy: true },
    {},
    /--demo/,
  ],
  ['half of TLS', { tlsCert: 'c' }, {}, /both files/],
  ['a port that is none', { port: '99999' }, {}, /not a port/],
  ['a port in words', { port: 'eighty' }, {}, /not a port/],
  ['one database login of two', {}, { DATABASE_URL: 'postgresql://a@b/c' }, /JOBS_DATABASE_URL/],
  [
    'a database address that is none',
    {},
    { DATABASE_URL: 'mysql://a@b/c', JOBS_DATABASE_URL: 'postgresql://a@b/c' },
    /DATABASE_URL is not an address/,
  ],
  [
    'a mail server without a sender',
    {},
    { PEYVAND_SMTP_URL: 'smtp://mail.example.org' },
    /PEYVAND_MAIL_FROM/,
  ],
  [
    'a sender without a mail server',
    {},
    { PEYVAND_MAIL_FROM: 'peyvand@example.org' },
    /PEYVAND_SMTP_URL/,
  ],
  [
    'a mail server that is none',
    {},
    { PEYVAND_SMTP_URL: 'mail.example.org', PEYVAND_MAIL_FROM: 'peyvand@example.org' },
    /smtps:/,
  ],
  [
    'a sender that is no address',
    {},
    { PEYVAND_SMTP_URL: 'smtps://mail.example.org', PEYVAND_MAIL_FROM: 'the office' },
    /PEYVAND_MAIL_FROM/,
  ],
  [
    'half a login of the mail server',
    {},
    {
      PEYVAND_SMTP_URL: 'smtps://office@mail.example.org',
      PEYVAND_MAIL_FROM: 'peyvand@example.org',
    },
    /user and password/,
  ],
  [
    'a password of the mail server with a half-written sign',
    {},
    {
      PEYVAND_SMTP_URL: 'smtps://office:100%@mail.example.org',
      PEYVAND_MAIL_FROM: 'peyvand@example.org',
    },
    /user and password/,
  ],
  [
    'mail where the address of its links is not known',
    { behindProxy: true },
    { PEYVAND_SMTP_URL: 'smtps://mail.example.org', PEYVAND_MAIL_FROM: 'peyvand@example.org' },
    /--origin/,
  ],
  ['an origin that is none', { origin: 'peyvand' }, {}, /not an address/],
])('%s is refused in one sentence', (_what, options, environment, sentence) => {
  expect(() => readConfig(options, environment)).toThrow(sentence)
})

test('a mail server elsewhere is spoken to over TLS, one on this machine as it is', () => {
  const from = 'Peyvand <peyvand@example.org>'
  const read = (url: string) =>
    readConfig({}, { PEYVAND_SMTP_URL: url, PEYVAND_MAIL_FROM: from }).mail
  expect(read('smtp://office:a%40b@mail.example.org')).toEqual({
    host: 'mail.example.org',
    port: 587,
    secure: false,
    loopback: false,
    login: { user: 'office', pass: 'a@b' },
    from,
  })
  expect(read('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true })
  expect(read('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, loopback: true })
  expect(readConfig({}, {}).mail).toBeUndefined()
})

test('a password of the mail server is never repeated to whoever starts it', () => {
  const start = () =>
    readConfig(
      {},
      { PEYVAND_SMTP_URL: 'http://office:secret@x', PEYVAND_MAIL_FROM: 'a@example.org' },
    )
  expect(start).toThrow(/^(?!.*secret).*PEYVAND_SMTP_URL/)
})
