import { join } from 'node:path'
import { hashSources, root } from './hash-sources.mjs'

export const builds = join(root, 'server/dist')

/** The server as one file, of the sources as they stand here; it need not exist yet. */
export function locateServer() {
  const hash = hashSources(['server', 'domain'], ['package-lock.json'])
  return join(builds, hash.slice(0, 16), 'main.js')
}
