import { parseArgs } from 'node:util'
import { databaseRestart } from './database-restart.ts'
import { diskFull } from './disk-full.ts'
import { overload } from './overload.ts'
import { openPlace } from './place.ts'
import type { Place } from './place.ts'
import { slowClients } from './slow-clients.ts'
import { soak } from './soak.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '30' } },
})

const atPlace = (act: (place: Place) => Promise<boolean>) => async () => {
  const place = await openPlace()
  try {
    return await act(place)
  } finally {
    await place.end()
  }
}

const faults: Record<string, () => Promise<boolean>> = {
  overload: atPlace(overload),
  'slow-clients': atPlace(slowClients),
  'database-restart': atPlace(databaseRestart),
  'disk-full': diskFull,
  soak: atPlace((place) => soak(place, Number(values.minutes))),
}

// All but the long one, unless some are asked for by name: npm run faults -- soak --minutes 30
const chosen =
  positionals.length > 0 ? positionals : Object.keys(faults).filter((f) => f !== 'soak')
for (const name of chosen) {
  const fault = faults[name]
  if (!fault) throw new Error(`There is ${Object.keys(faults).join(', ')}; no ${name}.`)
  console.log(name)
  const held = await fault()
  console.log(held ? '  ✓ held' : '  ✗ did not hold')
  if (!held) process.exitCode = 1
}
