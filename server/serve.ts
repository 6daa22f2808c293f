import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { ensureSetUpCode } from './features/access/ensure-set-up-code.ts'
import { jobs } from './jobs.ts'
import { fillWithDemo, makeDemo } from './demo/make-demo.ts'
import { buildWeb, isWebFresh, webFolder } from './platform/build-web.ts'
import type { Config } from './platform/config/config.ts'
import { checkMigrated } from './platform/database/check-migrated.ts'
import type { DatabaseUrls } from './platform/database/database-urls.ts'
import { startEmbeddedDatabase } from './platform/database/embedded-database.ts'
import { findFreePort } from './platform/database/find-free-port.ts'
import { holdDataFolder } from './platform/database/hold-data-folder.ts'
import { closePools, openPools } from './platform/database/open-pools.ts'
import type { Pools } from './platform/database/open-pools.ts'
import { prepareDatabase } from './platform/database/prepare-database.ts'
import { openDatabase } from './platform/db/database.ts'
import type { Ending } from './platform/ending.ts'
import { runJobs } from './platform/jobs/run-jobs.ts'
import { loadKeys } from './platform/keys.ts'
import type { Keys } from './platform/keys.ts'
import type { Log } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'
import { createSignIn } from './platform/sign-in/sign-in.ts'
import type { SignIn } from './platform/sign-in/sign-in.ts'
import type { Terminal } from './platform/terminal.ts'

type Surroundings = {
  config: Config
  log: Log
  terminal: Terminal
  ending: Ending
  version: string
}

// A browser that keeps its connection open does not hold up the ending for longer.
const longestAnswer = 10_000

/** Starts everything in order; each part tells `ending` how it ends. */
export async function serve(given: Surroundings): Promise<void> {
  const config = { ...given.config, port: given.config.port || (await findFreePort()) }
  const surroundings = { ...given, config }
  const { log, terminal, ending, version } = given
  const held = config.databaseServer ? undefined : await hold(surroundings)
  const keys = await loadKeys(config.keysFile)
  const urls = await openStore(surroundings, keys)
  if (!(await isWebFresh())) await terminal.step('Building the screens', buildWeb)

  const pools = openPools(urls, (err) => log.warn({ err }, 'a connection to the database was lost'))
  ending.add('connections', () => closePools(pools))
  if (config.databaseServer) await checkMigrated(pools.jobs)
  const clock = () => new Date().toISOString()
  const origin = originOf(config)
  const runner = await runJobs(pools.jobs, jobs, {
    database: openDatabase(pools.jobs),
    keys,
    log,
    mailer: config.mail && (await openMailer(config.mail, origin)),
    clock,
  })
  ending.add('jobs', runner.stop)

  const signIn = createSignIn({
    pool: pools.auth,
    origin,
    keys,
    now: () => new Date(),
    log: (level, message) => log[level]({ step: 'sign-in' }, message),
  })
  const app = await openApp(surroundings, keys, pools, signIn, origin, urls.ownerUrl)
  await listen(app, config, ending)
  await held?.announce(origin)
  log.info({ port: config.port, pid: process.pid }, 'started')
  const code = await ensureSetUpCode(signIn)
  terminal.say(`\n  ${origin}\n`)
  if (code) terminal.say(`  Set-up code for the first visit: ${code}\n`)
  terminal.say(`  Peyvand ${version} is ready. Ctrl-C ends it.`)
}

/** What sends mail is only loaded where there is a mail server. */
async function openMailer(settings: NonNullable<Config['mail']>, origin: string) {
  const { createMailer } = await import('./platform/mail/mailer.ts')
  return createMailer(settings, origin)
}

async function hold({ config, ending }: Surroundings) {
  const held = await holdDataFolder(config.dataFolder, 'Peyvand')
  ending.add('data folder', held.release)
  return held
}

async function openStore(
  { config, log, terminal, ending }: Surroundings,
  keys: Keys,
): Promise<Pick<DatabaseUrls, 'webUrl' | 'workerUrl'> & { ownerUrl?: string }> {
  if (config.databaseServer) return config.databaseServer
  const { dataFolder } = config
  const database = await terminal.step('Starting the database', () =>
    startEmbeddedDatabase(dataFolder, keys, (line) => {
      log.warn({ step: 'database' }, line)
      terminal.say(`  ! ${line}`)
    }),
  )
  ending.add('database', database.stop)
  await prepareDatabase({ ownerUrl: database.ownerUrl, keys, dataFolder, terminal })
  if (config.demo) {
    await terminal.step('Making the demonstration', (note) =>
      makeDemo(database.ownerUrl, new Date().toISOString(), note),
    )
  }
  return database
}

async function openApp(
  { config, log, version }: Surroundings,
  keys: Keys,
  pools: Pools,
  signIn: SignIn,
  origin: string,
  ownerUrl: string | undefined,
): Promise<FastifyInstance> {
  const metrics = createMetrics(pools)
  const tls = config.tls && {
    cert: await readFile(config.tls.certFile),
    key: await readFile(config.tls.keyFile),
  }
  const app = await buildApp({
    pools,
    log,
    origin,
    behindProxy: config.behindProxy,
    ...(tls ? { tls } : {}),
    webFolder,
    appVersion: version,
    signIn,
    secrets: { drafts: keys.drafts },
    mails: config.mail !== undefined,
    ...(ownerUrl === undefined
      ? {}
      : { fillWithDemo: (id: string) => fillWithDemo(ownerUrl, id, new Date().toISOString()) }),
    onAnswered: metrics.observe,
  })
  metrics.serve(app)
  return app
}

async function listen(app: FastifyInstance, config: Config, ending: Ending): Promise<void> {
  ending.add('connections of browsers', async () => {
    const timer = setTimeout(() => app.server.closeAllConnections(), longestAnswer)
    await app.close()
    clearTimeout(timer)
  })
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${config.port} is taken by another program: choose one with --port.`, {
      cause: error,
    })
  }
}

/** What people type, as far as it can be known without being told. */
function originOf({ origin, tls, behindProxy, host, port }: Config): string {
  if (origin !== undefined) return origin
  if (behindProxy) return `https://${hostname()}`
  const local = /^(localhost|127\.|\[?::1)/.test(host)
  const name = local ? 'localhost' : /^(0\.0\.0\.0|::)$/.test(host) ? hostname() : host
  return `${tls ? 'https' : 'http'}://${name}:${port}`
}
