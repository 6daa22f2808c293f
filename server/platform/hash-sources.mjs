import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

const unread = /^(dist.*|node_modules)$|\.test\.tsx?$/

/**
 * One hash over everything below these folders and over these files: what was built of them is
 * fresh as long as it stays the same. Tests and what was built are left out. One file after the
 * other, before anything else runs: so no more than one is held in memory. Plain JavaScript, as
 * whatever the start reads first: what takes types out of a file has a size of its own.
 *
 * @param {readonly string[]} folders
 * @param {readonly string[]} files
 * @returns {string}
 */
export function hashSources(folders, files) {
  const paths = [...files, ...folders.flatMap(listFiles)]
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !unread.test(name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? listFiles(path) : [path]
    })
}
