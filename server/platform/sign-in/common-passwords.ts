import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const list = new URL('../../../content/common-passwords/common-passwords.txt.gz', import.meta.url)

let known: ReadonlySet<string> | undefined

/** Whether a text in small letters is among the first guesses; the list is read when first asked. */
export function isCommonPassword(text: string): boolean {
  known ??= new Set(gunzipSync(readFileSync(list)).toString('utf8').split('\n'))
  return known.has(text)
}
