import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './place.ts'
import type { Place } from './place.ts'

const crowd = 1000

/** A thousand who begin a request and never finish it: others are served, and they are shown out. */
export async function slowClients(place: Place): Promise<boolean> {
  const before = await measure(place)
  const { hostname, port } = new URL(place.address)
  let shownOut = 0
  const sockets: Socket[] = []
  for (let n = 0; n < crowd; n++) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.on('close', () => shownOut++)
    socket.write('GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    sockets.push(socket)
  }
  await wait(1000)
  const dribble = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('.')
  }, 2000)
  const during = await measure(place)
  await wait(30_000)
  clearInterval(dribble)
  for (const socket of sockets) socket.destroy()
  console.log(
    `  p95 of others ${before.toFixed(0)} ms before, ${during.toFixed(0)} ms with ${crowd} half-open; ${shownOut} of them shown out in 31 s`,
  )
  return shownOut === crowd
}

async function measure({ ask }: Place): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 100; n++) {
    const began = performance.now()
    const { status } = await ask('/cases')
    if (status !== 200) throw new Error(`somebody else was answered ${status}`)
    times.push(performance.now() - began)
  }
  return percentile(times, 0.95)
}
