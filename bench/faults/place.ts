import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { startPeyvand } from '../../server/testing/start-peyvand.ts'

export interface Place {
  address: string
  data: string
  /** Of the server process. */
  pid: number
  cookie: string
  caseIds: string[]
  /** Status and body of one request; status 0 when no answer came. */
  ask: (path: string, command?: Command) => Promise<{ status: number; body: unknown }>
  /** Until the server is well again; answers after how many milliseconds. */
  untilHealthy: (longest?: number) => Promise<number>
  /** What the server logged as faults of its own. */
  faults: () => string[]
  end: () => Promise<void>
}

export interface Command {
  id: string
  input: unknown
}

/** The demonstration in a folder of its own, and a worker of it signed in. */
export async function openPlace(folder?: string): Promise<Place> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'peyvand-faults-')))
  const run = await startPeyvand(['--data', data, '--demo'])
  const { address } = run
  const signedIn = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name: 'samaneh', password: 'river-lantern-walnut' }),
  })
  if (!signedIn.ok) throw new Error(`nobody could sign in: ${await signedIn.text()}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const ask: Place['ask'] = async (path, command) => {
    const answer = await fetch(`${address}/api${path}`, {
      method: command ? 'POST' : 'GET',
      headers: {
        cookie,
        ...(command
          ? { origin: address, 'content-type': 'application/json', 'command-id': command.id }
          : {}),
      },
      ...(command ? { body: JSON.stringify(command.input) } : {}),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined)
    if (!answer) return { status: 0, body: undefined }
    return { status: answer.status, body: await answer.json().catch(() => undefined) }
  }
  const list = (await ask('/cases?limit=20')).body as { cases: { id: string }[] }
  return {
    address,
    data,
    pid: run.child.pid ?? 0,
    cookie,
    caseIds: list.cases.map(({ id }) => id),
    ask,
    untilHealthy: async (longest = 60_000) => {
      const began = performance.now()
      while (performance.now() - began < longest) {
        if ((await ask('/health')).status === 200) return performance.now() - began
        await wait(50)
      }
      throw new Error('the server did not come back')
    },
    faults: () =>
      run
        .said()
        .split('\n')
        .filter((line) => line.includes('"msg":"fault"')),
    end: async () => {
      run.child.kill('SIGTERM')
      await run.ended
      if (!folder) await rm(data, { recursive: true, force: true })
    },
  }
}

/** One task to add, with ids of its own, so that it can be sent again as the same command. */
export function newTask(caseId: string) {
  const taskId = newId()
  const today = new Date().toISOString().slice(0, 10)
  return {
    taskId,
    path: `/cases/${caseId}/tasks`,
    command: { id: newId(), input: { id: taskId, title: `Written at ${taskId}`, dueOn: today } },
  }
}

/** The tasks of these cases that stand now. */
export async function listTaskIds({ ask }: Place, caseIds: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const caseId of new Set(caseIds)) {
    const page = await ask(`/cases/${caseId}/tasks`)
    if (page.status !== 200) throw new Error(`tasks of ${caseId}: ${page.status}`)
    ids.push(...(page.body as { tasks: { id: string }[] }).tasks.map(({ id }) => id))
  }
  return ids
}

export function countBy<T extends string | number>(values: readonly T[]): string {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .toSorted(([one], [other]) => Number(one > other) - Number(one < other))
    .map(([value, count]) => `${value}: ${count}`)
    .join(', ')
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN
}
