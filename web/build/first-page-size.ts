import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { firstRooms } from './words.ts'

/** What is fetched when the first page opens, besides the entry itself. */
const ofFirstPage = ['/today-screen.tsx', 'virtual:words/fa/first', '/react-aria-fa.ts']

const most = 250

/**
 * Tells after each build how much script arrives, gzipped, until Today accepts input, and whether
 * Today says something whose words come only after it.
 */
export function firstPageSize(localesFolder: string): Plugin {
  return {
    name: 'peyvand:first-page-size',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
      const needed = new Set<string>()
      const need = (chunk: Rolldown.OutputChunk | undefined) => {
        if (!chunk || needed.has(chunk.fileName)) return
        needed.add(chunk.fileName)
        for (const name of chunk.imports) need(chunks.find((each) => each.fileName === name))
      }
      for (const chunk of chunks) {
        const from = chunk.facadeModuleId ?? ''
        if (chunk.isEntry || ofFirstPage.some((end) => from.endsWith(end))) need(chunk)
      }
      const first = chunks.filter(({ fileName }) => needed.has(fileName))
      const bytes = first.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)
      const kilobytes = Math.round(bytes / 100) / 10
      console.log(`script until Today: ${kilobytes} kB gzipped, of ${most} at most`)
      if (kilobytes > most) console.warn(`that is ${Math.round(kilobytes - most)} kB too many`)
      const later = laterWords(localesFolder).filter((id) =>
        first.some(({ code }) => code.includes(`"${id}"`) || code.includes('`' + id + '`')),
      )
      if (later.length > 0) console.warn(`Today says words that come after it: ${later.join(', ')}`)
    },
  }
}

function laterWords(localesFolder: string): string[] {
  const folder = join(localesFolder, 'en')
  return readdirSync(folder)
    .filter((file) => !firstRooms.includes(file.slice(0, -5)))
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object))
}
