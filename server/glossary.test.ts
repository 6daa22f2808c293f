import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const words = new Set(
  [...read('docs/glossary.md').matchAll(/`([^`]+)`/g)].flatMap(([, code]) =>
    (code ?? '').split(/\W+/),
  ),
)

test('every table is a word of the glossary', () => {
  const [, listed = ''] = read('server/platform/db/types.ts').split('export interface DB {')
  const tables = [...listed.matchAll(/^ {2}(\w+): /gm)].map(([, name = '']) =>
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )
  expect(tables.length).toBeGreaterThan(50)
  expect(tables.filter((table) => !words.has(table))).toEqual([])
})

test('every room is a word of the glossary', () => {
  const rooms = ['domain', 'server/features', 'web/features'].flatMap((building) =>
    readdirSync(join(root, building), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .map(({ name }) => name),
  )
  expect(rooms.length).toBeGreaterThan(30)
  expect([...new Set(rooms)].filter((room) => !words.has(room))).toEqual([])
})
