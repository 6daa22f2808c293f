import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { startPeyvand } from '../../server/testing/start-peyvand.ts'

/** The server as `npm start` runs it, beside a PostgreSQL that is running already. */
export async function startServer(dataFolder: string, urls: { webUrl: string; workerUrl: string }) {
  const began = performance.now()
  const run = await startPeyvand(['--data', dataFolder], {
    DATABASE_URL: urls.webUrl,
    JOBS_DATABASE_URL: urls.workerUrl,
  })
  while (!(await isHealthy(run.address))) await wait(5)
  const seconds = (performance.now() - began) / 1000
  return {
    address: run.address,
    /** From the start of the process to its first healthy answer. */
    seconds,
    memory: () => readMemory(run.child.pid ?? 0),
    end: async () => {
      run.child.kill('SIGTERM')
      await run.ended
    },
  }
}

const isHealthy = (address: string) =>
  fetch(`${address}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Resident memory of the process in MB, where the system tells it. */
async function readMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024)
}
