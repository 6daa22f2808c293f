import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Language = 'fa' | 'en'

/** What the screens say, by the ids of `web/locales`. */
export interface Words {
  /** A sentence without blanks. */
  say: (id: string) => string
  /** Any sentence this message can become, whatever fills the blanks that are not given. */
  like: (id: string, values?: Record<string, string>) => RegExp
}

const locales = join(import.meta.dirname, '../../web/locales')

export function readWords(language: Language): Words {
  const messages = new Map<string, string>()
  const folder = join(locales, language)
  for (const file of readdirSync(folder)) {
    const catalogue = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>
    for (const [id, message] of Object.entries(catalogue)) messages.set(id, message)
  }
  const find = (id: string) => {
    const message = messages.get(id)?.replace(/<\/?\w+\/?>/g, '')
    if (message === undefined) throw new Error(`No screen says “${id}”.`)
    return message
  }
  return {
    say: (id) => {
      const message = find(id)
      if (message.includes('{')) throw new Error(`“${id}” has blanks: ${message}`)
      return message
    },
    like: (id, values = {}) => new RegExp(`^\\s*${patternOf(find(id), values)}\\s*$`, 's'),
  }
}

/** For a regular expression that takes the text as it stands. */
export function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

// Names come isolated, so that they keep their direction.
const isolate = '[\u2066-\u2069]?'

function patternOf(message: string, values: Record<string, string>): string {
  let pattern = ''
  let blank = ''
  let depth = 0
  for (const letter of message) {
    if (letter === '{') depth++
    if (depth === 0) pattern += escapeText(letter)
    else blank += letter
    if (letter === '}' && --depth === 0) {
      const given = values[/\w+/.exec(blank)?.[0] ?? '']
      pattern += given === undefined ? '.*' : `${isolate}${escapeText(given)}${isolate}`
      blank = ''
    }
  }
  return pattern
}
