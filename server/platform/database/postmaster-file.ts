import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Postmaster = { pid: number; port: number; ready: boolean }

/** What a running (or killed) PostgreSQL wrote about itself in its data folder. */
export async function readPostmasterFile(folder: string): Promise<Postmaster | undefined> {
  let text: string
  try {
    text = await readFile(join(folder, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}
