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
  ['an origin that is none', { origin: 'peyvand' }, {}, /not an address/],
])('%s is refused in one sentence', (_what, options, environment, sentence) => {
  expect(() => readConfig(options, environment)).toThrow(sentence)
})
