import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { countBy, listTaskIds, newTask } from './place.ts'
import type { Place } from './place.ts'

/**
 * The database is killed while eight people write: what fails fails cleanly, is sent again as the
 * same command, and stands once; what was acknowledged stands.
 */
export async function databaseRestart(place: Place): Promise<boolean> {
  const caseIds = place.caseIds.slice(0, 8)
  const acknowledged = new Set<string>()
  const unanswered: ReturnType<typeof newTask>[] = []
  const statuses: number[] = []
  let isOver = false
  const writer = async (caseId: string) => {
    while (!isOver) {
      const task = newTask(caseId)
      const { status } = await place.ask(task.path, task.command)
      statuses.push(status)
      if (status === 200) acknowledged.add(task.taskId)
      else unanswered.push(task)
      await wait(20)
    }
  }
  const writers = caseIds.map(writer)
  await wait(4000)
  process.kill(await postmasterOf(place.data), 'SIGKILL')
  const back = await place.untilHealthy()
  await wait(3000)
  isOver = true
  await Promise.all(writers)
  for (const { path, command } of unanswered) {
    const again = await place.ask(path, command)
    if (again.status !== 200) throw new Error(`sent again: ${again.status}`)
  }
  const standing = await listTaskIds(place, caseIds)
  const lost = [...acknowledged].filter((id) => !standing.includes(id))
  const missing = unanswered.filter(({ taskId }) => !standing.includes(taskId))
  const twice = standing.length - new Set(standing).size
  console.log(`  answers ${countBy(statuses)}; well again after ${back.toFixed(0)} ms`)
  console.log(
    `  ${acknowledged.size} acknowledged, ${lost.length} of them lost; ${unanswered.length} sent again, ${missing.length} missing, ${twice} twice`,
  )
  for (const fault of place.faults().slice(0, 3)) console.log(`  ${fault}`)
  const clean = statuses.every((status) => [200, 503].includes(status))
  return clean && lost.length + missing.length + twice === 0
}

async function postmasterOf(data: string): Promise<number> {
  const [file] = globSync(`${data}/**/postmaster.pid`)
  if (!file) throw new Error('no running database found in the data folder')
  return Number((await readFile(file, 'utf8')).split('\n')[0])
}
