import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

export type Step = { title: string; command: readonly [program: string, ...options: string[]] }

export type Outcome = { title: string; passed: boolean; seconds: number; said: string }

/** Runs one step and keeps what it said; `node` and the project's own programs are found by name. */
export function runStep({ title, command }: Step, show = false): Promise<Outcome> {
  const began = performance.now()
  const [name, ...options] = command
  const program = name === 'node' ? process.execPath : join(root, 'node_modules/.bin', name)
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(program, options, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && name !== 'node',
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    })
    const hear = (piece: Buffer) => {
      said += piece.toString()
      if (show) process.stdout.write(piece)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const end = (passed: boolean) =>
      resolve({ title, passed, seconds: (performance.now() - began) / 1000, said })
    child.on('error', (error) => {
      said += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

/** `N passed, N failed`, the line every tool ends with. */
export function readTally(said: string): { passed: number; failed: number } | undefined {
  const found = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1)
  return found && { passed: Number(found[1]), failed: Number(found[2]) }
}
