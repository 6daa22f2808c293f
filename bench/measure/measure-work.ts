import type pg from 'pg'
import { measureBare, openBare } from './over-bare.ts'
import { measureHttp } from './over-http.ts'
import { percentile, spreadOf } from './percentile.ts'
import type { Spread } from './percentile.ts'
import type { Statement, StatementRecorder } from './statements.ts'
import { runStatements, substitute } from './statements.ts'
import type { Work } from './works.ts'

export interface WorkResult {
  work: string
  connections: number
  p50: number
  p95: number
  /** Answers in a second. */
  rate: Spread
  bare: { p50: number; p95: number; rate: Spread }
  /** The server's rate as a share of that of its statements alone, round by round. */
  ratio: Spread
  statements: number
  bytes: number
}

export interface Place {
  address: string
  webUrl: string
  cookies: ReadonlyMap<string, string>
  recorder: StatementRecorder
  rounds: number
  seconds: number
}

export interface Recorded {
  work: Work
  statements: readonly Statement[]
}

/** One request of this work, sent as a browser sends it. */
async function ask(
  { address, cookies }: Place,
  work: Work,
  http: ReturnType<Work['request']>['http'],
) {
  const answer = await fetch(address + http.path, {
    method: http.method,
    headers: {
      cookie: cookies.get(work.by) ?? '',
      ...(http.method === 'POST' ? { origin: address, 'content-type': 'application/json' } : {}),
      ...(http.commandId ? { 'command-id': http.commandId } : {}),
    },
    ...(http.body === undefined ? {} : { body: JSON.stringify(http.body) }),
  })
  if (!answer.ok) throw new Error(`${work.name}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

/**
 * The statements of one request. What differs from one request to the next is put back to the
 * first one's, so that `changes` finds it.
 */
export async function recordWork(place: Place, work: Work): Promise<Recorded> {
  let last = new Map<string, string>() as ReadonlyMap<string, string>
  const statements = await place.recorder.record(async () => {
    const { http, changes } = work.request()
    last = changes
    await ask(place, work, http)
  })
  const back = new Map([...last].map(([first, now]) => [now, first]))
  return { work, statements: substitute(statements, back) }
}

/** Server and bare statements in turns, so that both meet the same machine. */
export async function measureWork(
  place: Place,
  { work, statements }: Recorded,
  connections: number,
): Promise<WorkResult> {
  const bare = await openBare(place.webUrl, connections)
  const http = { latencies: [] as number[], rates: [] as number[], bytes: 0 }
  const alone = { latencies: [] as number[], rates: [] as number[] }
  const overHttp = (seconds: number) =>
    measureHttp({
      address: place.address,
      cookie: place.cookies.get(work.by) ?? '',
      connections,
      seconds,
      next: () => work.request().http,
    })
  const overBare = (seconds: number) =>
    measureBare(bare.pairs, seconds, () => substitute(statements, work.request().changes))
  try {
    await overHttp(1)
    await overBare(1)
    for (let round = 0; round < place.rounds; round++) {
      const served = await overHttp(place.seconds)
      for (const each of served.latencies) http.latencies.push(each)
      http.rates.push(served.rate)
      http.bytes = served.bytes
      const ran = await overBare(place.seconds)
      for (const each of ran.latencies) alone.latencies.push(each)
      alone.rates.push(ran.rate)
    }
  } finally {
    await bare.close()
  }
  return {
    work: work.name,
    connections,
    p50: percentile(http.latencies, 0.5),
    p95: percentile(http.latencies, 0.95),
    rate: spreadOf(http.rates),
    bare: {
      p50: percentile(alone.latencies, 0.5),
      p95: percentile(alone.latencies, 0.95),
      rate: spreadOf(alone.rates),
    },
    ratio: spreadOf(http.rates.map((rate, round) => rate / (alone.rates[round] ?? rate))),
    statements: statements.length,
    bytes: http.bytes,
  }
}

export interface PolicyResult {
  work: string
  withPolicies: Spread
  byHand: Spread
  ratio: Spread
}

/**
 * The reads of a request under row security, beside the very same statements as a role of the same
 * grants whom no policy binds: their own joins with case_access are then the whole access
 * condition. Both run in turns on one connection, which only takes the one role or the other: of
 * two connections the system wakes one later than the other, by as much as a statement takes.
 */
export async function comparePolicies(
  place: Place,
  ownerUrl: string,
  { work, statements }: Recorded,
): Promise<PolicyResult> {
  const reads = statements.filter(
    ({ from, text }) => from === 'web' && !/^insert into "?audit/i.test(text),
  )
  const unbound = reads.map(({ name, values, ...statement }) => ({
    ...statement,
    // A plan of its own: one kept for the one role would be made anew for the other, at every turn.
    ...(name ? { name: `${name}_unbound` } : {}),
    ...(values
      ? { values: values.map((each) => (each === 'peyvand_staff' ? unboundRole : each)) }
      : {}),
  }))
  const bare = await openBare(ownerUrl, 1)
  const [connection] = bare.pairs
  if (!connection) throw new Error('no connection')
  await makeUnboundRole(connection.web)
  const time = async (these: readonly Statement[]) => {
    const at = performance.now()
    await runStatements(connection, these)
    return performance.now() - at
  }
  const rounds: { bound: number; free: number }[] = []
  try {
    for (let round = 0; round < place.rounds + 1; round++) {
      const bound: number[] = []
      const free: number[] = []
      for (let n = 0; n < 60; n++) {
        const { changes } = work.request()
        bound.push(await time(substitute(reads, changes)))
        free.push(await time(substitute(unbound, changes)))
      }
      if (round > 0) rounds.push({ bound: percentile(bound, 0.5), free: percentile(free, 0.5) })
    }
  } finally {
    await bare.close()
  }
  return {
    work: work.name,
    withPolicies: spreadOf(rounds.map(({ bound }) => bound)),
    byHand: spreadOf(rounds.map(({ free }) => free)),
    ratio: spreadOf(rounds.map(({ bound, free }) => bound / free)),
  }
}

/** A superuser would not do: he is not even asked whether he may call `=`, some hundred times a file. */
const unboundRole = 'peyvand_bench_unbound'

async function makeUnboundRole(owner: pg.ClientBase): Promise<void> {
  const there = await owner.query('select from pg_roles where rolname = $1', [unboundRole])
  if (!there.rowCount) await owner.query(`create role ${unboundRole} nologin bypassrls`)
  // At each run: a kept database may have come to new tables and functions since.
  await owner.query(`
    grant usage on schema app to ${unboundRole};
    grant select on all tables in schema app to ${unboundRole};
    grant execute on all functions in schema app to ${unboundRole}`)
}
