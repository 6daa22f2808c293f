import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'
import type { JsonValue } from './read-json.ts'

test('a missing comma is told with its line and column', () => {
  const read = readJson('{\n  "id": "1"\n  "name": "Omid"\n}')
  expect(read).toEqual({
    ok: false,
    line: 3,
    column: 3,
    code: 'json_broken',
    found: '"name": "Omid"',
  })
})

test('text after the end, a trailing comma, a cut file and a stray quote are told where they stand', () => {
  expect(readJson('[1] 2')).toMatchObject({ ok: false, line: 1, column: 5 })
  expect(readJson('[1,\n]')).toMatchObject({ ok: false, line: 2, column: 1 })
  expect(readJson('{"a": [1, 2')).toMatchObject({ ok: false, line: 1, column: 12 })
  expect(readJson('{"a": "b')).toMatchObject({ ok: false, line: 1, column: 7 })
  expect(readJson('')).toMatchObject({ ok: false, line: 1, column: 1 })
})

test('objects remember the line they begin on', () => {
  const read = readJson('[\n {"id": "1"},\n\n {"id": "2"}\n]')
  expect(read.ok && Array.isArray(read.value) && read.value.map(lineOf)).toEqual([2, 4])
})

test('a nest deeper than any directory is refused, not a crash', () => {
  expect(readJson('['.repeat(100_000))).toMatchObject({ ok: false, code: 'json_too_deep' })
})

test('whatever JSON itself reads is read the same, and whatever it refuses is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 6 }), fc.string()), (text) => {
      const expected = tryParse(text)
      const read = readJson(text)
      expect(read.ok).toBe(expected.ok)
      if (read.ok && expected.ok) expect(plain(read.value)).toEqual(asTexts(expected.value))
    }),
    { numRuns: 1000 },
  )
})

function lineOf(value: JsonValue): number | undefined {
  return typeof value === 'string' || Array.isArray(value) ? undefined : value.line
}

function tryParse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false }
  }
}

function plain(value: JsonValue): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(plain)
  return new Map([...value.members].map(([key, member]) => [key, plain(member)]))
}

/** What JSON read, with the letters of numbers compared as the numbers they are. */
function asTexts(value: unknown): unknown {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(asTexts)
  if (typeof value === 'object') {
    return new Map(Object.entries(value).map(([key, member]) => [key, asTexts(member)]))
  }
  return expect.toSatisfy((text: string) => Object.is(JSON.parse(text), value))
}
