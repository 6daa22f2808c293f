import { readFile, mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../server/platform/db/migrate.ts'
import { fillDatabase } from './fill/fill-database.ts'
import { forFilling, forMeasuring, openCluster } from './fill/open-cluster.ts'
import type { Cluster } from './fill/open-cluster.ts'
import { comparePolicies, measureWork, recordWork } from './measure/measure-work.ts'
import { measureLookUps } from './measure/measure-look-ups.ts'
import { findWorker, listOpenCases, signIn } from './measure/people.ts'
import { measureWeb } from './measure/measure-web.ts'
import { reckonSummaries } from './measure/reckon-summaries.ts'
import { readSizes } from './measure/read-sizes.ts'
import { startServer } from './measure/server-process.ts'
import { StatementRecorder } from './measure/statements.ts'
import { listWorks } from './measure/works.ts'
import { printReport } from './print-report.ts'
import type { Report } from './print-report.ts'

const sizes: Record<string, number> = {
  '1k': 1000,
  '10k': 10_000,
  '100k': 100_000,
  '1m': 1_000_000,
}

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '10k' },
    data: { type: 'string' },
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    'look-ups': { type: 'string', default: '300' },
    fill: { type: 'boolean', default: false },
  },
})
const sizeName = options.size
const size = sizes[sizeName]
if (!size) throw new Error(`--size is one of ${Object.keys(sizes).join(', ')}`)
const dataFolder = resolve(options.data ?? join(import.meta.dirname, '.data', sizeName))
const madeFile = join(dataFolder, 'made.json')

interface Made {
  size: number
  today: string
  rows: number
  seconds: number
}

const made = (await readMade()) ?? (await fill())
if (!options.fill) await measure(made)

async function readMade(): Promise<Made | undefined> {
  const text = await readFile(madeFile, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Made)
}

async function fill(): Promise<Made> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  console.log(`Filling ${size} persons and cases into ${dataFolder}`)
  const cluster = await openCluster(dataFolder, forFilling)
  try {
    const today = new Date().toISOString().slice(0, 10)
    const { rows } = await fillDatabase({
      ...cluster,
      size: size ?? 0,
      today,
      // It is twice as many rows again; what it takes a case is the same of any size.
      trail: (size ?? 0) <= 100_000,
      say: (line) => console.log(`${seconds().toFixed(0).padStart(5)} s  ${line}`),
    })
    const result = { size: size ?? 0, today, rows, seconds: Math.round(seconds()) }
    await writeFile(madeFile, `${JSON.stringify(result)}\n`)
    return result
  } finally {
    await cluster.stop()
  }
}

async function measure({ today, rows, seconds }: Made): Promise<void> {
  const cluster = await openCluster(dataFolder, forMeasuring)
  try {
    await migrate(cluster.ownerUrl, { log: (line) => console.log(line) })
    const owner = new pg.Client({
      connectionString: cluster.ownerUrl,
      options: '-c search_path=app,public -c jit=off',
    })
    await owner.connect()
    try {
      // What is due was reckoned when the rows were made; it is not reckoned anew over night.
      await owner.query('update app.due_round set done_on = current_date + 1')
      const report = await measureAll(cluster, owner, today)
      const whole = { ...report, made: { size: size ?? 0, today, rows, seconds } }
      printReport(whole, await readSmallest(), (line) => console.log(line))
      await keep(whole)
    } finally {
      await owner.end()
    }
  } finally {
    await cluster.stop()
  }
}

async function measureAll(cluster: Cluster, owner: pg.Client, today: string) {
  const serverFolder = join(dataFolder, 'server')
  await mkdir(serverFolder, { recursive: true })
  // The first start may build the screens; cold starts are those after it.
  await (await startServer(serverFolder, cluster)).end()
  const starts: number[] = []
  for (let n = 0; n < 4; n++) {
    const server = await startServer(serverFolder, cluster)
    starts.push(server.seconds)
    await server.end()
  }
  const server = await startServer(serverFolder, cluster)
  starts.push(server.seconds)
  try {
    await wait(4000)
    const idle = await server.memory()
    const names = ['worker-0', 'worker-1', 'supervisor-0', 'intake-0', 'director']
    const cookies = new Map<string, string>()
    for (const name of names) cookies.set(name, await signIn(server.address, name))
    const place = {
      address: server.address,
      webUrl: cluster.webUrl,
      cookies,
      recorder: new StatementRecorder(owner, cluster.statementsFile),
      rounds: Number(options.rounds),
      seconds: Number(options.seconds),
    }
    const works = listWorks({
      workerCases: await listOpenCases(owner, await findWorker(owner, 'worker-0')),
      writerCases: await listOpenCases(owner, await findWorker(owner, 'worker-1')),
      supervisorCases: await listOpenCases(owner, await findWorker(owner, 'supervisor-0')),
    })
    const counting = await reckonSummaries(server.address, cookies.get('director') ?? '', owner)
    console.log(`summaries reckoned in ${counting.toFixed(1)} s`)
    const results = []
    const policies = []
    const recordings = []
    for (const work of works) {
      const recorded = await recordWork(place, work)
      recordings.push({ work: work.name, statements: recorded.statements.map(({ text }) => text) })
      for (const connections of [1, 8]) {
        const result = await measureWork(place, recorded, connections)
        console.log(
          `${work.name}, ${connections}: ${result.p50.toFixed(1)} ms, ${result.rate.median.toFixed(0)}/s, × ${result.ratio.median.toFixed(2)} of bare SQL`,
        )
        results.push(result)
      }
      if (work.reads) policies.push(await comparePolicies(place, cluster.ownerUrl, recorded))
    }
    const after = await server.memory()
    const web = await measureWeb(server.address, 'worker-0')
    const lookUps = await measureLookUps(cluster.webUrl, await findWorker(owner, 'intake-0'), {
      size: size ?? 0,
      today,
      count: Number(options['look-ups']),
    })
    return {
      machine: describeMachine(),
      at: new Date().toISOString(),
      works: results,
      policies,
      recordings,
      lookUps,
      web,
      starts,
      counting,
      memory: { idle, after },
      sizes: await readSizes(owner),
    }
  } finally {
    await server.end()
  }
}

function describeMachine() {
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1_073_741_824),
    node: process.version,
    load: loadavg().map((each) => Math.round(each * 10) / 10),
  }
}

/** What was measured among ten thousand, to see what a hundred times as many cost. */
async function readSmallest(): Promise<Report | undefined> {
  const file = join(import.meta.dirname, 'results', '10k.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Report)
}

async function keep(report: Report): Promise<void> {
  const file = resolve(options.json ?? join(import.meta.dirname, 'results', `${sizeName}.json`))
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, `${JSON.stringify(report, null, 1)}\n`)
  console.log(`\nKept in ${file}`)
}
