import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from './api.ts'

interface Shape {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown
  const?: unknown
  maxLength?: number
  maxItems?: number
  items?: Shape
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  properties?: Record<string, Shape>
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
}

/** Ids, days and moments have the length of their form; a pattern has one unless it repeats freely. */
const formsWithALength = ['uuid', 'date', 'date-time']

function isEndless(shape: Shape): boolean {
  if (shape.type === 'array') return shape.maxItems === undefined
  if (shape.type !== 'string' || shape.maxLength !== undefined) return false
  if (shape.enum !== undefined || shape.const !== undefined) return false
  if (shape.format) return !formsWithALength.includes(shape.format)
  return !shape.pattern || /[*+]|,\}/.test(shape.pattern.replaceAll(/\[[^\]]*\]/g, ''))
}

function* endless(shape: Shape, path: string): Generator<string> {
  if (isEndless(shape)) yield path
  if (shape.items) yield* endless(shape.items, `${path}[]`)
  if (shape.propertyNames) yield* endless(shape.propertyNames, `${path}{name}`)
  if (typeof shape.additionalProperties === 'object') {
    yield* endless(shape.additionalProperties, `${path}{}`)
  }
  for (const [name, part] of Object.entries(shape.properties ?? {})) {
    yield* endless(part, `${path}.${name}`)
  }
  for (const one of [shape.anyOf, shape.oneOf, shape.allOf].flatMap((choices) => choices ?? [])) {
    yield* endless(one, path)
  }
}

const found = (schema: z.ZodType, name: string) => [
  ...new Set(endless(z.toJSONSchema(schema, { io: 'input' }) as Shape, name)),
]

test('whatever is sent has an end: no list and no text may be as long as it likes', () => {
  const told = contract.flatMap(({ name, endpoint: { input } }) =>
    // a draft is a screen's own shape, held by the size of a request
    input && name !== 'saveDraft' ? found(input, name) : [],
  )
  expect(told).toEqual([])
})

test('a list or a text without an end is named by where it stands', () => {
  const schema = z.strictObject({
    days: z.array(z.iso.date()),
    notes: z.array(z.object({ words: z.string() })).max(3),
    tag: z.string().regex(/^[a-z]+$/),
    code: z.string().regex(/^[a-z+]{2,3}$/),
  })
  expect(found(schema, 'sent')).toEqual(['sent.days', 'sent.notes[].words', 'sent.tag'])
})
