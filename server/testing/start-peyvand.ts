import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const server = join(import.meta.dirname, '..')
// As `npm start` gives it.
const small = ['--max-semi-space-size=4', '--max-old-space-size=1024']

export type Run = {
  child: ChildProcess
  /** Everything it said so far. */
  said: () => string
  /** Its exit code, once it ended. */
  ended: Promise<number | null>
}

/** `npm start` or `npm run peyvand`, as processes of their own. */
export function runProgram(
  program: 'start.mjs' | 'cli.ts',
  options: string[],
  environment: Record<string, string> = {},
): Run {
  const child = spawn(process.execPath, [...small, join(server, program), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...environment },
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code))
  })
  return { child, said: () => said, ended }
}

/** Starts Peyvand and waits until it says where it is. */
export async function startPeyvand(
  options: string[],
  environment: Record<string, string> = {},
): Promise<Run & { address: string }> {
  const run = runProgram('start.mjs', ['--port', '0', ...options], environment)
  let isOver = false
  void run.ended.then(() => (isOver = true))
  for (;;) {
    const address = /^ {2}(http:\/\/localhost:\d+)$/m.exec(run.said())?.[1]
    if (address !== undefined) return { ...run, address }
    if (isOver) throw new Error(`Peyvand did not start: ${run.said()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
