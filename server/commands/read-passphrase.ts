import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { WrongStart } from '../platform/config/config.ts'

const shortest = 12

/** From a file, from PEYVAND_PASSPHRASE, or typed without being shown; twice where it is new. */
export async function readPassphrase(file: string | undefined, isNew: boolean): Promise<string> {
  const passphrase = (await findPassphrase(file)) ?? (await ask(isNew))
  if (isNew && Array.from(passphrase).length < shortest) {
    throw new WrongStart(
      `A passphrase has at least ${shortest} letters; four words that nobody else puts together are good.`,
    )
  }
  return passphrase
}

/** What was given without asking. */
export async function findPassphrase(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return process.env.PEYVAND_PASSPHRASE || undefined
  return (await readFile(file, 'utf8')).replace(/\r?\n$/, '')
}

async function ask(isNew: boolean): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new WrongStart('Give the passphrase: --passphrase-file FILE or PEYVAND_PASSPHRASE.')
  }
  const first = await askHidden('Passphrase of the archive: ')
  if (isNew && (await askHidden('The same again: ')) !== first) {
    throw new WrongStart('The two passphrases differ. Nothing was done.')
  }
  return first
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
