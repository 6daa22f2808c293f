import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOwnerTransaction } from '../../server/commands/as-owner.ts'
import { embeddedUrls } from '../../server/platform/database/embedded-urls.ts'
import { loadKeys } from '../../server/platform/keys.ts'
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
  /** As if everybody had signed in a while ago: acts of weight ask for the password again. */
  letProofsGrowOld: () => Promise<void>
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
    letProofsGrowOld: async () => {
      const port = Number(await readFile(join(dataFolder, 'postgres-port'), 'utf8'))
      const keys = await loadKeys(join(dataFolder, 'keys.json'))
      await inOwnerTransaction(embeddedUrls(port, keys).ownerUrl, async (client) => {
        await client.query(`update auth.session set proved_at = proved_at - interval '10 minutes'`)
      })
    },
  }
}
