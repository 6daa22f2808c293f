import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

type Options = {
  start: () => Promise<ChildProcess>
  stop: (pid: number) => Promise<void>
  /** Told when PostgreSQL ended by itself and when it is back. */
  log: (line: string) => void
}

const longestWait = 10_000

/** Keeps PostgreSQL running until `stop`: when it dies it is started again, each time more patiently. */
export async function supervisePostgres(options: Options): Promise<{ stop: () => Promise<void> }> {
  let child = await options.start()
  const ending = new AbortController()

  const watch = async () => {
    for (;;) {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (ending.signal.aborted) return
      options.log('The database ended by itself: starting it again')
      await startAgain()
      if (ending.signal.aborted) return
      options.log('The database is back')
    }
  }
  const startAgain = async () => {
    for (let wait = 200; !ending.signal.aborted; wait = Math.min(wait * 2, longestWait)) {
      try {
        child = await options.start()
        return
      } catch (error) {
        options.log((error as Error).message)
        await pause(wait, ending.signal)
      }
    }
  }

  const watched = watch()
  const stop = async () => {
    ending.abort()
    if (child.pid && child.exitCode === null && child.signalCode === null) {
      await options.stop(child.pid)
    }
    await watched
  }
  return { stop }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
