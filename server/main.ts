import './start-lightly.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { WrongStart } from './platform/config/config.ts'
import { readConfig } from './platform/config/read-config.ts'
import type { StartOptions } from './platform/config/read-config.ts'
import { DataFolderHeld } from './platform/database/hold-data-folder.ts'
import { Ending } from './platform/ending.ts'
import { endWhenTold } from './platform/end-when-told.ts'
import { openLog } from './platform/open-log.ts'
import { openTerminal } from './platform/terminal.ts'
import { serve } from './serve.ts'

const about = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string
}

const command = new Command('npm start --')
  .description('Peyvand · پیوند: case management for social work')
  .option('--port <number>', 'where to listen (4004)')
  .option('--host <address>', 'on which address; beyond this machine only with TLS (localhost)')
  .option('--data <folder>', 'where the database, keys and backups are kept (data)')
  .option('--demo', 'with a made-up agency to try things out')
  .option('--behind-proxy', 'a proxy in front speaks TLS and names the client')
  .option('--tls-cert <file>', 'certificate, PEM')
  .option('--tls-key <file>', 'its key, PEM')
  .option('--origin <url>', 'the address people type, such as https://peyvand.example.org')
  .allowExcessArguments(false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()

await start(command.opts<StartOptions>())

async function start(options: StartOptions): Promise<void> {
  const terminal = openTerminal((line) => console.log(line))
  const ending = new Ending()
  const end = async (code: number) => {
    if (!ending.hasBegun) process.exitCode = code
    await ending.run((what, error) => console.error(`${what} did not end well:`, error))
    process.exit()
  }
  try {
    const config = readConfig(options, process.env)
    terminal.say(`\n  پیوند · Peyvand ${about.version}\n`)
    const log = await openLog(config.dataFolder)
    endWhenTold(() => {
      terminal.say('\n  Ending …')
      void end(0)
    })
    process.on('uncaughtException', (err) => {
      log.fatal({ err }, 'a fault that nobody expected')
      console.error('\n  A fault that nobody expected: the log says more.\n')
      void end(1)
    })
    await serve({ config, log, terminal, ending, version: about.version })
  } catch (error) {
    // Somebody ended it while it was starting.
    if (ending.hasBegun) return
    console.error(`\n  ${sentenceOf(error)}\n`)
    await end(error instanceof WrongStart ? 2 : 1)
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof WrongStart || error instanceof DataFolderHeld) return error.message
  if (!(error instanceof Error)) return String(error)
  return process.env.PEYVAND_DEBUG ? (error.stack ?? error.message) : error.message
}
