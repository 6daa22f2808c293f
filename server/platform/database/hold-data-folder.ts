import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { isAlive } from './is-alive.ts'

const holder = z.object({
  pid: z.number(),
  /** A port of loopback that answers `token` as long as the holder lives. */
  port: z.number(),
  token: z.string(),
  what: z.string(),
  address: z.string().optional(),
})

export type Holder = z.infer<typeof holder>

/** Somebody else works on this data folder now. */
export class DataFolderHeld extends Error {
  readonly holder: Holder
  constructor(other: Holder, dataFolder: string) {
    const at = other.address ? ` at ${other.address}` : ''
    super(`${other.what} already runs on ${dataFolder}${at} (process ${other.pid}).`)
    this.holder = other
  }
}

export type Held = {
  /** Tells whoever comes later where we answer. */
  announce: (address: string) => Promise<void>
  release: () => Promise<void>
}

/** Takes a data folder for this process alone; a lock whose process died is taken over. */
export async function holdDataFolder(dataFolder: string, what: string): Promise<Held> {
  await mkdir(dataFolder, { recursive: true, mode: 0o711 })
  const file = join(dataFolder, 'in-use.json')
  const token = randomBytes(16).toString('hex')
  const server = await answerWith(token)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ours: Holder = { pid: process.pid, port, token, what }
  try {
    await take(file, ours, dataFolder)
  } catch (error) {
    server.close()
    throw error
  }
  return {
    announce: (at) => replace(file, { ...ours, address: at }),
    release: async () => {
      await rm(file, { force: true })
      server.close()
    },
  }
}

/** Who works on a data folder now, if anybody. */
export async function findHolder(dataFolder: string): Promise<Holder | undefined> {
  const found = await read(join(dataFolder, 'in-use.json'))
  return found && (await lives(found)) ? found : undefined
}

async function take(file: string, ours: Holder, dataFolder: string): Promise<void> {
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(ours), { flag: 'wx', mode: 0o600 })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const other = await read(file)
    if (other && (await lives(other))) throw new DataFolderHeld(other, dataFolder)
    await setAside(file, other)
  }
}

// Two may find the same dead lock: only the one who moves that very lock away goes on.
async function setAside(file: string, dead: Holder | undefined): Promise<void> {
  const aside = `${file}.${process.pid}.dead`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = await read(aside)
  if (moved && moved.token !== dead?.token) await rename(aside, file)
  else await rm(aside, { force: true })
}

async function replace(file: string, ours: Holder): Promise<void> {
  const half = `${file}.${process.pid}.part`
  await writeFile(half, JSON.stringify(ours), { mode: 0o600 })
  await chmod(half, 0o600)
  await rename(half, file)
}

async function read(file: string): Promise<Holder | undefined> {
  try {
    const parsed = holder.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.data
  } catch {
    // Absent, or cut off while being written by a process that died.
    return undefined
  }
}

function answerWith(token: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(token)
  })
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve(server))
  })
}

// The process number alone may have gone to another program since.
function lives({ pid, port, token }: Holder): Promise<boolean> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect({ host: '127.0.0.1', port })
    // A holder too busy to answer is still there.
    socket.setTimeout(3000, () => {
      resolve(isAlive(pid))
      socket.destroy()
    })
    socket.on('data', (piece) => (said += piece.toString()))
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(said === token))
  })
}
