import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { countBy, newTask, percentile } from './place.ts'
import type { Place } from './place.ts'

/** Steady work of four people for a while: the memory of the server stays where it is. */
export async function soak(place: Place, minutes: number): Promise<boolean> {
  const ends = performance.now() + minutes * 60_000
  const statuses: number[] = []
  const worker = async (caseId: string) => {
    for (let n = 0; performance.now() < ends; n++) {
      const task = newTask(caseId)
      for (const path of ['/today', '/cases', `/cases/${caseId}`, `/cases/${caseId}/timeline`]) {
        statuses.push((await place.ask(path)).status)
      }
      // A few tasks only, so that the work stays the same and not the case grows.
      if (n < 20) statuses.push((await place.ask(task.path, task.command)).status)
      await wait(20)
    }
  }
  const workers = place.caseIds.slice(0, 4).map(worker)
  const memory: number[] = []
  while (performance.now() < ends) {
    await wait(5000)
    memory.push(await readMemory(place.pid))
  }
  await Promise.all(workers)
  const quarter = Math.max(1, Math.floor(memory.length / 4))
  // The first quarter warms up; the second and the last are compared.
  const early = percentile(memory.slice(quarter, 2 * quarter), 0.5)
  const late = percentile(memory.slice(-quarter), 0.5)
  console.log(`  ${minutes} min, answers ${countBy(statuses)}`)
  console.log(
    `  memory ${early} MB in the second quarter, ${late} MB in the last (× ${(late / early).toFixed(2)}), highest ${Math.max(...memory)} MB`,
  )
  return statuses.every((status) => status === 200) && late <= early * 1.15
}

async function readMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024)
}
