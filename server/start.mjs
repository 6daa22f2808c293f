// What `npm start` runs: the server as one file, put together anew when its sources have changed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { locateServer } from './platform/locate-server.mjs'

enableCompileCache(join(import.meta.dirname, '../.cache/compiled'))

const server = locateServer()
if (!existsSync(server)) {
  // A process of its own: what building takes, some 450 MB, goes back to the system with it.
  const build = join(import.meta.dirname, 'platform/build-server.ts')
  const { status } = spawnSync(process.execPath, [build, server], { stdio: 'inherit' })
  if (status !== 0) console.error('  ! Peyvand starts from its sources, which takes longer.')
}
await import(existsSync(server) ? pathToFileURL(server).href : './main.ts')
