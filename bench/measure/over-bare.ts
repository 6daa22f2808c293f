import { openPool } from '../../server/platform/db/database.ts'
import { openAuthPool } from '../../server/platform/sign-in/open-auth-pool.ts'
import { runStatements } from './statements.ts'
import type { BareConnection, Statement } from './statements.ts'

/** As many pairs of connections as there are in the run, opened as the server opens its own. */
export async function openBare(webUrl: string, count: number) {
  const web = openPool(webUrl, count, 'peyvand bench')
  const signIn = openAuthPool(webUrl, count)
  const pairs: (BareConnection & { release: () => void })[] = []
  for (let n = 0; n < count; n++) {
    const [one, other] = [await web.connect(), await signIn.connect()]
    pairs.push({
      web: one,
      signIn: other,
      release: () => {
        one.release()
        other.release()
      },
    })
  }
  return {
    pairs,
    close: async () => {
      for (const { release } of pairs) release()
      await Promise.all([web.end(), signIn.end()])
    },
  }
}

/** Runs the statements of one request after the other on each connection. */
export async function measureBare(
  pairs: readonly BareConnection[],
  seconds: number,
  next: () => readonly Statement[],
): Promise<{ latencies: number[]; rate: number }> {
  const latencies: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    pairs.map(async (pair) => {
      while (performance.now() < until) {
        const statements = next()
        const at = performance.now()
        await runStatements(pair, statements)
        latencies.push(performance.now() - at)
      }
    }),
  )
  return { latencies, rate: latencies.length / ((performance.now() - began) / 1000) }
}
