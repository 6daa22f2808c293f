import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const prefix = 'virtual:words/'

/**
 * Serves `virtual:words/fa` and `virtual:words/en`: every room's catalogue of one language,
 * compiled, so that no message parser reaches the browser.
 */
export function words(localesFolder: string): Plugin {
  return {
    name: 'peyvand:words',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const folder = join(localesFolder, id.slice(prefix.length + 1))
      const compiled: Record<string, CompiledMessage> = {}
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
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
