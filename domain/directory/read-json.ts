/** JSON as text: numbers and truth values keep their letters, null is an empty text. */
export type JsonValue = string | JsonValue[] | JsonObject
export interface JsonObject {
  line: number
  members: Map<string, JsonValue>
}

export type JsonReading =
  | { ok: true; value: JsonValue }
  | {
      ok: false
      line: number
      column: number
      code: 'json_broken' | 'json_too_deep'
      found: string
    }

const deepest = 64
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const plain = /[ !#-[\]-\u{10ffff}]*/uy
const blank = /[ \t\r\n]*/y
const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

class Broken {
  readonly at: number
  readonly code: 'json_broken' | 'json_too_deep'
  constructor(at: number, code: 'json_broken' | 'json_too_deep' = 'json_broken') {
    this.at = at
    this.code = code
  }
}

/** Reads JSON and remembers lines, so that whoever made a mistake is told where it stands. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text)
  try {
    return { ok: true, value: reader.readWhole() }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    const before = text.slice(0, error.at)
    const lineStart = before.lastIndexOf('\n') + 1
    return {
      ok: false,
      line: before.split('\n').length,
      column: error.at - lineStart + 1,
      code: error.code,
      found:
        text
          .slice(error.at, error.at + 20)
          .split('\n')[0]
          ?.trim() ?? '',
    }
  }
}

class JsonReader {
  private readonly text: string
  private at = 0
  private line = 1
  private counted = 0

  constructor(text: string) {
    this.text = text
  }

  readWhole(): JsonValue {
    this.skipBlank()
    const value = this.readValue(0)
    this.skipBlank()
    if (this.at < this.text.length) throw new Broken(this.at)
    return value
  }

  private readValue(depth: number): JsonValue {
    if (depth > deepest) throw new Broken(this.at, 'json_too_deep')
    const first = this.text[this.at]
    if (first === '{') return this.readObject(depth)
    if (first === '[') return this.readArray(depth)
    if (first === '"') return this.readString()
    const word = this.match(scalar)
    if (word === '') throw new Broken(this.at)
    return word === 'null' ? '' : word
  }

  private readObject(depth: number): JsonObject {
    const object: JsonObject = { line: this.currentLine(), members: new Map() }
    this.at++
    this.skipBlank()
    if (this.take('}')) return object
    for (;;) {
      if (this.text[this.at] !== '"') throw new Broken(this.at)
      const key = this.readString()
      this.skipBlank()
      this.expect(':')
      this.skipBlank()
      object.members.set(key, this.readValue(depth + 1))
      this.skipBlank()
      if (this.take('}')) return object
      this.expect(',')
      this.skipBlank()
    }
  }

  private readArray(depth: number): JsonValue[] {
    const items: JsonValue[] = []
    this.at++
    this.skipBlank()
    if (this.take(']')) return items
    for (;;) {
      items.push(this.readValue(depth + 1))
      this.skipBlank()
      if (this.take(']')) return items
      this.expect(',')
      this.skipBlank()
    }
  }

  private readString(): string {
    const opening = this.at
    this.at++
    let read = ''
    for (;;) {
      read += this.match(plain)
      const next = this.text[this.at]
      if (next === '"') {
        this.at++
        return read
      }
      if (next === undefined) throw new Broken(opening)
      if (next !== '\\') throw new Broken(this.at)
      read += this.readEscape()
    }
  }

  private readEscape(): string {
    const letter = this.text[this.at + 1] ?? ''
    if (letter === 'u') {
      const code = this.text.slice(this.at + 2, this.at + 6)
      if (!/^[0-9a-fA-F]{4}$/.test(code)) throw new Broken(this.at)
      this.at += 6
      return String.fromCharCode(Number.parseInt(code, 16))
    }
    const meant = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined
    if (meant === undefined) throw new Broken(this.at)
    this.at += 2
    return meant
  }

  private currentLine(): number {
    for (let i = this.counted; i < this.at; i++) if (this.text[i] === '\n') this.line++
    this.counted = this.at
    return this.line
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  private skipBlank(): void {
    this.match(blank)
  }

  private take(letter: string): boolean {
    if (this.text[this.at] !== letter) return false
    this.at++
    return true
  }

  private expect(letter: string): void {
    if (!this.take(letter)) throw new Broken(this.at)
  }
}
