import { execFile } from 'node:child_process'
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { countBy, listTaskIds, newTask, openPlace } from './place.ts'

const run = promisify(execFile)

/**
 * A disk of its own runs full under writing: what does not fit is refused, what was acknowledged
 * stands, and once there is room everything sent again stands once. Needs root, for the disk.
 */
export async function diskFull(): Promise<boolean> {
  const disk = await mkdtemp(join(tmpdir(), 'peyvand-disk-'))
  await run('mount', ['-t', 'tmpfs', '-o', 'size=900m,mode=0711', 'tmpfs', disk])
  try {
    return await fillUp(join(disk, 'data'), join(disk, 'balloon'))
  } finally {
    await run('umount', ['-l', disk])
    await rm(disk, { recursive: true, force: true })
  }
}

async function fillUp(data: string, balloon: string): Promise<boolean> {
  const place = await openPlace(data)
  try {
    const caseIds = place.caseIds.slice(0, 4)
    const { bavail, bsize } = await statfs(data)
    await writeFile(balloon, Buffer.alloc(bavail * bsize - 1_500_000))
    const acknowledged = new Set<string>()
    const refused: ReturnType<typeof newTask>[] = []
    const statuses: number[] = []
    for (let n = 0; refused.length < 40 && n < 20_000; n++) {
      const task = newTask(caseIds[n % caseIds.length] ?? '')
      const { status } = await place.ask(task.path, task.command)
      statuses.push(status)
      if (status === 200) acknowledged.add(task.taskId)
      else refused.push(task)
    }
    await rm(balloon)
    const back = await place.untilHealthy()
    for (const { path, command } of refused) {
      const again = await place.ask(path, command)
      if (again.status !== 200) throw new Error(`sent again: ${again.status}`)
    }
    const standing = await listTaskIds(place, caseIds)
    const lost = [...acknowledged].filter((id) => !standing.includes(id))
    const missing = refused.filter(({ taskId }) => !standing.includes(taskId))
    console.log(`  answers ${countBy(statuses)}; with room again well after ${back.toFixed(0)} ms`)
    console.log(
      `  ${acknowledged.size} acknowledged, ${lost.length} of them lost; ${refused.length} refused and sent again, ${missing.length} missing`,
    )
    for (const fault of place.faults().slice(0, 3)) console.log(`  ${fault}`)
    const clean = statuses.every((status) => [200, 503, 507].includes(status))
    return refused.length > 0 && clean && lost.length + missing.length === 0
  } finally {
    await place.end()
  }
}
