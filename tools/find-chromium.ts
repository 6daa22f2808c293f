import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
// Playwright is the journeys' own dependency.
const require = createRequire(join(import.meta.dirname, '../journeys/package.json'))

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome.exe',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A Chromium that runs on this machine; it is installed where that can be done without asking. */
export async function findChromium(say: (line: string) => void): Promise<string> {
  const present = await findPresent()
  if (present) return present
  say('No Chromium is here: installing it for the journeys')
  if (await isDebianRoot()) {
    await runShown('apt-get', ['update', '-qq'])
    await runShown('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  } else {
    const cli = join(require.resolve('playwright-core/package.json'), '../cli.js')
    await runShown(process.execPath, [cli, 'install', 'chromium'])
  }
  const installed = await findPresent()
  if (installed) return installed
  throw new Error(
    'The journeys need Chromium: install it (Debian: apt-get install chromium), or give its path in PEYVAND_CHROMIUM.',
  )
}

async function findPresent(): Promise<string | undefined> {
  const given = process.env.PEYVAND_CHROMIUM
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const candidates = [...(given ? [given] : []), ...onPath, ...places, findPlaywrights()]
  for (const path of candidates) {
    if (path && existsSync(path) && (await doesRun(path))) return path
  }
  return undefined
}

function findPlaywrights(): string {
  const { chromium } = require('playwright-core') as { chromium: { executablePath: () => string } }
  return chromium.executablePath()
}

async function doesRun(path: string): Promise<boolean> {
  // Chrome on Windows opens a window instead of telling its version.
  if (process.platform === 'win32') return true
  return run(path, ['--version', '--no-sandbox']).then(
    () => true,
    () => false,
  )
}

async function isDebianRoot(): Promise<boolean> {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Whether it worked is seen by looking for Chromium again. */
function runShown(program: string, options: string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  })
}
