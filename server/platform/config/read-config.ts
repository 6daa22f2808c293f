import { join, resolve } from 'node:path'
import { WrongStart } from './config.ts'
import type { Config } from './config.ts'
import { isLoopback } from './is-loopback.ts'
import { readMail } from './read-mail.ts'

export type StartOptions = {
  port?: string
  host?: string
  data?: string
  demo?: boolean
  behindProxy?: boolean
  tlsCert?: string
  tlsKey?: string
  origin?: string
}

type Environment = Record<string, string | undefined>

/** Joins options and environment; throws `WrongStart` where starting so would be unsafe. */
export function readConfig(options: StartOptions, environment: Environment): Config {
  const host = options.host ?? environment.PEYVAND_HOST ?? 'localhost'
  const dataFolder = resolve(options.data ?? environment.PEYVAND_DATA ?? 'data')
  const tls = readTls(options)
  const behindProxy = options.behindProxy ?? false
  const demo = options.demo ?? false
  if (!isLoopback(host)) {
    if (demo)
      throw new WrongStart(
        '--demo has known passwords, so it stays on this machine: leave out --host.',
      )
    if (!tls && !behindProxy) {
      throw new WrongStart(
        `On ${host} others on the network could read along: give --tls-cert and --tls-key, ` +
          'or --behind-proxy when a proxy in front speaks TLS.',
      )
    }
  }
  const origin = readOrigin(options.origin ?? environment.PEYVAND_ORIGIN)
  const mail = readMail(environment)
  if (mail && origin === undefined && (behindProxy || !isLoopback(host))) {
    throw new WrongStart(
      'Mails carry links, so the address people type must be known: give --origin or PEYVAND_ORIGIN.',
    )
  }
  return {
    host,
    port: readPort(options.port ?? environment.PORT),
    dataFolder,
    keysFile: environment.PEYVAND_KEYS_FILE ?? join(dataFolder, 'keys.json'),
    demo,
    behindProxy,
    tls,
    origin,
    databaseServer: readDatabaseServer(environment),
    mail,
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 4004
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new WrongStart(`"${text}" is not a port: give a number from 0 to 65535.`)
  }
  return port
}

function readTls(options: StartOptions): Config['tls'] {
  const { tlsCert, tlsKey } = options
  if (tlsCert === undefined && tlsKey === undefined) return undefined
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new WrongStart('TLS needs both files: --tls-cert and --tls-key.')
  }
  return { certFile: resolve(tlsCert), keyFile: resolve(tlsKey) }
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new WrongStart(`"${text}" is not an address like https://peyvand.example.org.`)
  }
  return url.origin
}

function readDatabaseServer(environment: Environment): Config['databaseServer'] {
  const { DATABASE_URL: webUrl, JOBS_DATABASE_URL: workerUrl } = environment
  if (!webUrl && !workerUrl) return undefined
  if (!webUrl || !workerUrl) {
    throw new WrongStart(
      'A PostgreSQL server needs both DATABASE_URL (login peyvand_web) and JOBS_DATABASE_URL (login peyvand_worker).',
    )
  }
  for (const [name, url] of Object.entries({
    DATABASE_URL: webUrl,
    JOBS_DATABASE_URL: workerUrl,
  })) {
    if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '')) {
      throw new WrongStart(
        `${name} is not an address like postgresql://user:password@host:5432/peyvand.`,
      )
    }
  }
  return { webUrl, workerUrl }
}
