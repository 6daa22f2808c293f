import { setTimeout as wait } from 'node:timers/promises'
import { countBy, percentile } from './place.ts'
import type { Place } from './place.ts'

/**
 * Four hundred at once, where sixteen connections serve: everybody gets an answer or is asked to
 * come again, and afterwards the server is as before.
 */
export async function overload(place: Place): Promise<boolean> {
  const ends = performance.now() + 10_000
  const statuses: number[] = []
  const served: number[] = []
  const visitor = async () => {
    while (performance.now() < ends) {
      const began = performance.now()
      const { status } = await place.ask('/cases')
      statuses.push(status)
      if (status === 200) served.push(performance.now() - began)
      // Whoever is asked to come again waits a while, as the answer says.
      else await wait(1000)
    }
  }
  await Promise.all(Array.from({ length: 400 }, visitor))
  const after = performance.now()
  const calm = await place.ask('/cases')
  console.log(`  answers ${countBy(statuses)}`)
  console.log(
    `  served within p50 ${percentile(served, 0.5).toFixed(0)} ms, p99 ${percentile(served, 0.99).toFixed(0)} ms; the next one alone ${(performance.now() - after).toFixed(0)} ms`,
  )
  return calm.status === 200 && statuses.every((status) => status === 200 || status === 503)
}
