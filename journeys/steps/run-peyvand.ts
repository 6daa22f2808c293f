import { startPeyvand } from '../../server/testing/start-peyvand.ts'

/** A Peyvand of its own on a data folder, as `npm start` runs it. */
export interface Peyvand {
  address: string
  /** As the terminal shows it on the first visit. */
  setUpCode: string
  /** What its log calls a fault. */
  faults: () => string[]
  end: () => Promise<void>
  /** The power goes off. */
  kill: () => Promise<void>
  /** The same place once more, at the same address. */
  startAgain: () => Promise<void>
}

export async function runPeyvand(dataFolder: string, ...options: string[]): Promise<Peyvand> {
  const start = async (port: string) => {
    const started = await startPeyvand(['--data', dataFolder, '--port', port, ...options])
    while (!started.said().includes('is ready')) await new Promise((go) => setTimeout(go, 20))
    return started
  }
  let run = await start('0')
  const { address } = run
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    run.child.kill(signal)
    await run.ended
  }
  return {
    address,
    setUpCode: /Set-up code for the first visit: (\S+)/.exec(run.said())?.[1] ?? '',
    faults: () =>
      run
        .said()
        .split('\n')
        .filter((line) => /"level":"(error|fatal)"/.test(line)),
    end: () => stop('SIGTERM'),
    kill: () => stop('SIGKILL'),
    startAgain: async () => {
      run = await start(new URL(address).port)
    },
  }
}
