import { foldText } from './fold-text.ts'
import type { FoldedText } from './fold-text.ts'
import { normaliseName } from './normalise-name.ts'

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string
  isHit: boolean
}

/** Letters shown before the first hit, and at most in all. */
const before = 50
const most = 220

/** The words that are looked for, each once, as `cutSnippet` and the database compare them. */
export function searchWords(typed: string): string[] {
  return [...new Set(normaliseName(typed).split(' ').filter(Boolean))].slice(0, 8)
}

/**
 * The part of a text where the words stand, with every hit marked; nothing when a word is missing.
 * A word is found where a word of the text begins with it, in any spelling that `normaliseName`
 * makes one, with or without the half-spaces of the text.
 */
export function cutSnippet(text: string, words: readonly string[]): Piece[] | undefined {
  const spans: Span[] = []
  const spaced = foldText(text)
  const joined = text.includes('\u200c') ? foldText(text, true) : spaced
  for (const word of words) {
    const found = spansOf(spaced, word, text)
    if (joined !== spaced) found.push(...spansOf(joined, word, text))
    if (found.length === 0) return undefined
    spans.push(...found)
  }
  const merged = mergeSpans(spans)
  const first = merged[0]
  if (!first) return undefined
  const from = first.from <= before ? 0 : wordStart(text, first.from - before)
  const to = text.length - from <= most ? text.length : wordEnd(text, from + most)
  const pieces = markSpans(text, merged, from, Math.max(to, first.to))
  if (from > 0) pieces.unshift({ text: '… ', isHit: false })
  if (to < text.length) pieces.push({ text: ' …', isHit: false })
  return pieces
}

/** A stretch of a text, its end left out. */
export interface Span {
  from: number
  to: number
}

function spansOf({ key, at }: FoldedText, word: string, text: string): Span[] {
  const spans: Span[] = []
  for (let i = key.indexOf(word); i >= 0; i = key.indexOf(word, i + 1)) {
    if (i > 0 && key[i - 1] !== ' ') continue
    spans.push(spanOf(at, i, i + word.length, text))
  }
  return spans
}

/** Where letters `start` to `end` of a key stand in the text, with the marks on the last of them. */
export function spanOf(at: readonly number[], start: number, end: number, text: string): Span {
  const last = at[end - 1] ?? 0
  let to = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length
  while (to < text.length && /\p{M}/u.test(text[to] ?? '')) to += 1
  return { from: at[start] ?? 0, to }
}

export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}

/** The text from `from` to `to` in pieces, the spans among them as hits. */
export function markSpans(
  text: string,
  spans: readonly Span[],
  from = 0,
  to = text.length,
): Piece[] {
  const pieces: Piece[] = []
  const add = (start: number, end: number, isHit: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), isHit })
  }
  let done = from
  for (const span of spans) {
    const [start, end] = [Math.max(span.from, from), Math.min(span.to, to)]
    if (start >= end) continue
    add(done, start, false)
    add(start, end, true)
    done = end
  }
  add(done, to, false)
  return pieces
}

function wordStart(text: string, index: number): number {
  const space = text.slice(0, index).search(/\s\S*$/)
  return space < 0 ? 0 : space + 1
}

function wordEnd(text: string, index: number): number {
  const space = text.slice(index).search(/\s/)
  return space < 0 ? text.length : index + space
}
