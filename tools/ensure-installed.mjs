// Runs before every command, on whatever Node is there (20 or newer), from nothing installed:
// installs exactly what the lockfile says, if that is not what is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lockfile = join(root, 'package-lock.json')
const installed = join(root, 'node_modules/.package-lock.json')
const marker = join(root, 'node_modules/.peyvand-installed')

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) stop(`Node ${process.versions.node} is too old: Peyvand needs Node 20 or newer.`)

const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex')
if (!isInstalled()) {
  await install()
  writeFileSync(marker, wanted)
}

function isInstalled() {
  if (!existsSync(installed)) return false
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === wanted
  // Installed by hand: npm writes its own lockfile last.
  if (statSync(installed).mtimeMs < statSync(lockfile).mtimeMs) return false
  writeFileSync(marker, wanted)
  return true
}

function install() {
  const began = Date.now()
  console.log('\n  Installing what Peyvand needs (a minute or two the first time)')
  const timer = setInterval(() => {
    console.log(`  … installing (${Math.round((Date.now() - began) / 1000)} s)`)
  }, 5000)
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=optional']
  const npm = process.env.npm_execpath
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
    : spawn('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  return new Promise((resolve) => {
    child.on('error', (error) => stop(`npm could not be run: ${error.message}`))
    child.on('close', (code) => {
      clearInterval(timer)
      if (code !== 0) stop('The installation did not end well; what npm said stands above.')
      console.log(`  ✓ Installed (${Math.round((Date.now() - began) / 1000)} s)`)
      resolve()
    })
  })
}

function stop(sentence) {
  console.error(`\n  ${sentence}\n`)
  process.exit(1)
}
