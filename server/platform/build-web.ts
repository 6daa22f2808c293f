import { execFile } from 'node:child_process'
import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { hashSources, root } from './hash-sources.mjs'

const run = promisify(execFile)
const compress = promisify(gzip)
/** Where the built screens stand. */
export const webFolder = join(root, 'web/dist')

/** Whether the built screens are those of the sources here. */
export async function isWebFresh(): Promise<boolean> {
  const built = await readFile(join(webFolder, '.hash'), 'utf8').catch(() => '')
  return built === hashScreens()
}

/** Builds the screens beside the ones in use and then changes places. */
export async function buildWeb(): Promise<void> {
  const hash = hashScreens()
  const fresh = `${webFolder}.${process.pid}`
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  try {
    await run(process.execPath, [vite, 'build', 'web', '--outDir', fresh, '--emptyOutDir'], {
      cwd: root,
      maxBuffer: 16 * 1024 * 1024,
    })
    await compressTexts(fresh)
    await writeFile(join(fresh, '.hash'), hash)
    await rm(webFolder, { recursive: true, force: true })
    await rename(fresh, webFolder)
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    await rm(fresh, { recursive: true, force: true })
    const said = (stderr?.trim() || message).split('\n').filter((line) => !/^\s+at /.test(line))
    throw new Error(`The screens could not be built:\n${said.join('\n')}`, { cause: error })
  }
}

/** What is read as text also stands there as it goes over the wire. */
async function compressTexts(folder: string): Promise<void> {
  for await (const file of glob('**/*.{js,css,html,svg}', { cwd: folder })) {
    const path = join(folder, file)
    const packed = await compress(await readFile(path), { level: constants.Z_BEST_COMPRESSION })
    await writeFile(`${path}.gz`, packed)
  }
}

const hashScreens = () =>
  hashSources(
    ['web', 'domain'],
    ['server/platform/build-web.ts', 'package-lock.json', 'tsconfig.base.json'],
  )
