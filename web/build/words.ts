import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const prefix = 'virtual:words/'

/** The rooms whose words the first page may need; those of the others come right after it. */
export const firstRooms: readonly string[] = ['ui', 'app', 'monitoring', 'cases']

/**
 * Serves `virtual:words/fa/first`, `virtual:words/fa/rest` and the same of `en`: the rooms'
 * catalogues of one language, compiled, so that no message parser reaches the browser.
 */
export function words(localesFolder: string): Plugin {
  return {
    name: 'peyvand:words',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const [language = '', part] = id.slice(prefix.length + 1).split('/')
      const folder = join(localesFolder, language)
      const compiled: Record<string, CompiledMessage> = {}
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
        if (firstRooms.includes(file.slice(0, -5)) !== (part === 'first')) continue
        const path = join(folder, file)
        this.addWatchFile(path)
        const catalogue = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
        for (const [wordId, message] of Object.entries(catalogue)) {
          compiled[wordId] = compileWords(message)
        }
      }
      return `export default ${JSON.stringify(compiled)}`
    },
    handleHotUpdate({ file, server }) {
      if (!file.startsWith(localesFolder)) return undefined
      for (const module of server.moduleGraph.idToModuleMap.values()) {
        if (module.id?.startsWith(`\0${prefix}`)) server.moduleGraph.invalidateModule(module)
      }
      server.ws.send({ type: 'full-reload' })
      return []
    },
  }
}

/** One message as the browser receives it. */
export function compileWords(message: string): CompiledMessage {
  return markNumbers(compileMessageOrThrow(message))
}

/**
 * A plain `{days}` shows the number in the reader's digits while `plural` and `select` need the
 * bare value, so arguments with a type read from a second name, `#days`.
 */
function markNumbers(message: CompiledMessage): CompiledMessage {
  return message.map((token) => {
    if (typeof token === 'string') return token
    const [name, type, format] = token
    if (type === undefined) return token
    return [`#${name}`, type, isChoices(format) ? markChoices(format) : format]
  })
}

function isChoices(format: unknown): format is Record<string, unknown> {
  return typeof format === 'object' && format !== null
}

function markChoices(choices: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(choices).map(([key, branch]) => [
      key,
      Array.isArray(branch) ? markNumbers(branch as CompiledMessage) : branch,
    ]),
  )
}
