import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'
import { refusals } from '@peyvand/domain/refusals.ts'
import { parseSync, Visitor } from 'vite'

/**
 * Holds the words of the browser together: both languages say the same things with the same
 * blanks, every id used exists and every id is used, and no text reaches a screen untranslated.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const web = join(root, 'web')
const problems: string[] = []

interface BuiltIds {
  /** Beginnings of ids that code may complete from a closed list, and where that list is. */
  prefixes: Record<string, string>
  /** Ids whose words are rightly in the other language's script, such as a language's own name. */
  otherScript: string[]
}

const builtIdsFile = join(web, 'locales/built-ids.json')
const builtIds = JSON.parse(readFileSync(builtIdsFile, 'utf8')) as BuiltIds
const declares = process.argv.includes('--declare')
const beginsId = /^(?:\w+\.)+$/

const fa = readCatalogues('fa')
const en = readCatalogues('en')

for (const [id, { file, message }] of fa) {
  const other = en.get(id)
  if (!other) problems.push(`${file}: “${id}” is missing in English`)
  else if (other.room !== fa.get(id)?.room)
    problems.push(`${file}: “${id}” is in another file in English`)
  else if (blanksOf(message) !== blanksOf(other.message)) {
    problems.push(
      `${file}: “${id}” has the blanks ${blanksOf(message)}; English has ${blanksOf(other.message)}`,
    )
  }
  if (!builtIds.otherScript.includes(id))
    for (const fault of faultsOfPersian(message)) problems.push(`${file}: “${id}” ${fault}`)
}
for (const [id, { file, message }] of en) {
  if (!fa.has(id)) problems.push(`${file}: “${id}” is missing in Persian`)
  if (/[\u0600-\u06ff]/.test(message) && !builtIds.otherScript.includes(id)) {
    problems.push(`${file}: “${id}” has Persian letters`)
  }
}

for (const code of Object.keys(refusals)) {
  if (!en.has(`refusal.${code}`)) problems.push(`domain/refusals.ts: “${code}” has no words`)
}

const used = new Set<string>()
const builtFrom = new Set<string>()
for (const file of sourceFiles(web)) readSource(file)
for (const [id, { file }] of en) {
  if (!used.has(id) && !Object.keys(builtIds.prefixes).some((prefix) => id.startsWith(prefix))) {
    problems.push(`${file}: “${id}” is used nowhere`)
  }
}

for (const prefix of Object.keys(builtIds.prefixes)) {
  if (!builtFrom.has(prefix))
    problems.push(`web/locales/built-ids.json: nothing is built from “${prefix}”`)
}
if (declares) writeFileSync(builtIdsFile, `${JSON.stringify(builtIds, null, 2)}\n`)

if (problems.length > 0) {
  for (const problem of problems.sort()) console.error(problem)
  console.error(`\n${problems.length} problems with words.`)
  process.exitCode = 1
} else {
  console.log(`Words: ${en.size} in both languages, each used.`)
}

function readCatalogues(language: 'fa' | 'en') {
  const found = new Map<string, { room: string; file: string; message: string }>()
  const folder = join(web, 'locales', language)
  for (const room of readdirSync(folder)) {
    const file = `web/locales/${language}/${room}`
    const catalogue = JSON.parse(readFileSync(join(folder, room), 'utf8')) as Record<string, string>
    for (const [id, message] of Object.entries(catalogue)) {
      if (found.has(id)) problems.push(`${file}: “${id}” stands in ${found.get(id)?.file} too`)
      found.set(id, { room, file, message })
      if (message.trim() === '') problems.push(`${file}: “${id}” is empty`)
      try {
        compileMessageOrThrow(message)
      } catch (error) {
        problems.push(`${file}: “${id}” cannot be read: ${String(error)}`)
      }
    }
  }
  return found
}

/** The arguments with their kinds, the branches of a choice, and the tags of a message, as one line. */
function blanksOf(message: string): string {
  const blanks = new Set<string>()
  const walk = (tokens: CompiledMessage) => {
    for (const token of tokens) {
      if (typeof token === 'string') {
        for (const tag of token.matchAll(/<\/?(\w+)\/?>/g)) blanks.add(`<${tag[1]}>`)
        continue
      }
      const [name, type, format] = token
      if (type === 'select') {
        const branches = Object.keys(format as object).filter((key) => key !== 'offset')
        blanks.add(`${name}:${branches.sort().join('|')}`)
      } else blanks.add(name)
      if (typeof format === 'object' && format !== null) {
        for (const branch of Object.values(format))
          if (Array.isArray(branch)) walk(branch as CompiledMessage)
      }
    }
  }
  try {
    walk(compileMessageOrThrow(message))
  } catch {
    return 'unreadable'
  }
  return [...blanks].sort().join(', ') || 'none'
}

/** What a Persian reader would stumble over; the rules are those of the tone of the interface. */
function faultsOfPersian(message: string): string[] {
  const text = message
    .replace(/<\/?\w+\/?>/g, ' ')
    .replace(/\{\w+\}/g, ' ')
    .replace(/\{\w+, \w+,/g, ' ')
  const faults: string[] = []
  if (/\p{L}/u.test(text) && !/[\u0600-\u06ff]/.test(text)) faults.push('has no Persian letters')
  if (/[\u064a\u0643\u0649]/.test(text)) faults.push('has Arabic ي or ك')
  if (/[\u0660-\u0669]/.test(text)) faults.push('has Arabic digits')
  if (/(?:^|\s)ن?می [\u0600-\u06ff]/.test(text)) faults.push('needs a half-space after می')
  if (/[\u0600-\u06ff] ها(?:$|[\s.،؛:»)])/.test(text)) faults.push('needs a half-space before ها')
  if (/[\u0600-\u06ff][?;]/.test(text)) faults.push('has a Latin ? or ;')
  if (/[\u0600-\u06ff],/.test(text)) faults.push('has a Latin comma')
  if (/می‌باشد|(?<![\u0600-\u06ff])گردید|لطفا|کاربر گرامی|با موفقیت|مطمئن هستید|جهتِ/.test(text))
    faults.push('speaks like an office')
  return faults
}

/** An id completed by code: its beginning is declared, with the file that holds the closed list. */
function builtHere(prefix: string, file: string, line: number) {
  builtFrom.add(prefix)
  if (prefix in builtIds.prefixes) return
  if (declares) builtIds.prefixes[prefix] = file
  else {
    problems.push(
      `${file}:${line}: “${prefix}…” is not declared in web/locales/built-ids.json; look whether its list is closed, then: node tools/check-words.ts --declare`,
    )
  }
}

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', 'locales', 'build'].includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sourceFiles(path)
    else if (/\.tsx?$/.test(entry.name) && !/\.(?:test|d)\.tsx?$/.test(entry.name)) yield path
  }
}

function readSource(path: string) {
  const source = readFileSync(path, 'utf8')
  const file = relative(root, path)
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) {
    problems.push(`${file}: ${errors[0]?.message}`)
    return
  }
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length
  const spoken =
    /^(?:aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|title|alt|label|description|hint|heading|message)$/
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string' && (en.has(node.value) || fa.has(node.value)))
        used.add(node.value)
    },
    TemplateLiteral(node) {
      const start = node.quasis[0]?.value.cooked ?? ''
      if (node.expressions.length === 0) {
        if (en.has(start)) used.add(start)
      } else if (beginsId.test(start) && [...en.keys()].some((id) => id.startsWith(start))) {
        builtHere(start, file, lineOf(node.start))
      }
    },
    JSXText(node) {
      if (/\p{L}/u.test(node.value)) {
        problems.push(
          `${file}:${lineOf(node.start)}: text outside the catalogues: ${node.value.trim()}`,
        )
      }
    },
    JSXAttribute(node) {
      if (node.name.type !== 'JSXIdentifier' || !spoken.test(node.name.name)) return
      const value =
        node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value
      const text =
        value?.type === 'Literal' && typeof value.value === 'string'
          ? value.value
          : value?.type === 'TemplateLiteral'
            ? value.quasis.map((quasi) => quasi.value.cooked).join('')
            : ''
      if (/\p{L}/u.test(text) && !en.has(text)) {
        problems.push(
          `${file}:${lineOf(node.start)}: ${node.name.name} outside the catalogues: ${text}`,
        )
      }
    },
  }).visit(program)
}
