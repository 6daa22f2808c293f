import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Both directions are equals and both themes are designed, so a style sheet names no left or
 * right, top or bottom, and raw colours stand in web/ui/tokens.css alone.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const problems: string[] = []

const inStyleSheets: [RegExp, string][] = [
  [
    /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?(?:left|right|top|bottom)(?:-(?:width|style|color))?\s*:/,
    'a physical side; use the logical property',
  ],
  [
    /border-(?:top|bottom)-(?:left|right)-radius/,
    'a physical corner; use border-start-start-radius and its like',
  ],
  [/(?:text-align|float|clear)\s*:\s*(?:left|right)\b/, 'left or right; use start or end'],
  [
    /(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:/,
    'a physical size; use inline-size or block-size',
  ],
]
const colour =
  /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|:\s*(?:[^;]*\s)?(?:white|black|red|green|blue|gr[ae]y|yellow|orange|purple|teal|silver|navy)\b\s*[;}]/i
const inScripts: [RegExp, string][] = [
  [
    /\b(?:margin|padding|border)(?:Left|Right|Top|Bottom)\b/,
    'a physical side; use the logical property',
  ],
  [/['"`]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})['"`]/i, 'a raw colour; use a token'],
]

for (const path of files(join(root, 'web'))) {
  const name = relative(root, path)
  const source = readFileSync(path, 'utf8')
  if (path.endsWith('.css')) {
    const text = blankOutComments(source).replace(/@media[^{]*\{/g, (media) =>
      media.replace(/[^\n{]/g, ' '),
    )
    look(name, text, inStyleSheets)
    if (name !== 'web/ui/tokens.css') {
      const colours = text
        .replace(/color-mix\(in \w+/g, (mix) => ' '.repeat(mix.length))
        .replace(/url\([^)]*\)/g, 'url()')
      look(name, colours, [[colour, 'a raw colour; use a token of web/ui/tokens.css']])
    }
  } else look(name, source, inScripts)
}

if (problems.length > 0) {
  for (const problem of problems.sort()) console.error(problem)
  console.error(`\n${problems.length} problems with styles.`)
  process.exitCode = 1
} else console.log('Styles: no physical side, raw colours in tokens.css alone.')

function look(name: string, text: string, rules: [RegExp, string][]) {
  for (const [index, line] of text.split('\n').entries()) {
    for (const [pattern, why] of rules) {
      if (pattern.test(line)) problems.push(`${name}:${index + 1}: ${why}: ${line.trim()}`)
    }
  }
}

function blankOutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
}

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', 'locales', 'public', 'build'].includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else if (/\.(?:css|tsx?)$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path
  }
}
