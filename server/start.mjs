// What `npm start` runs: the server as one file, put together anew when its sources have changed.
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { locateServer } from './platform/locate-server.mjs'

enableCompileCache(join(import.meta.dirname, '../.cache/compiled'))

const server = locateServer()
if (!existsSync(server)) {
  try {
    const { buildServer } = await import('./platform/build-server.ts')
    await buildServer(server)
  } catch (error) {
    console.error('  ! Peyvand starts from its sources, which takes longer:', error)
  }
}
await import(existsSync(server) ? pathToFileURL(server).href : './main.ts')
