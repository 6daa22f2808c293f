import { markSpans, mergeSpans, spanOf } from './cut-snippet.ts'
import type { Piece, Span } from './cut-snippet.ts'
import { foldText } from './fold-text.ts'
import { nameSound } from './name-sound.ts'
import { normaliseName } from './normalise-name.ts'
import { oneLetterOff, sharedStart } from './one-letter-off.ts'

/**
 * A name in pieces, with the letters that answer what was typed as hits: a whole word where it is
 * the same or sounds the same, its beginning where only that was typed, all but the letter that
 * differs where one does. Two typed words may be one of the name, and the other way round.
 */
export function markName(name: string, typed: string): Piece[] {
  const { key, at } = foldText(name)
  const asked = withPairs(normaliseName(typed).split(' ').filter(Boolean))
  const words = [...key.matchAll(/\S+/g)].map((found) => ({
    word: found[0],
    index: found.index,
  }))
  const spans: Span[] = []
  const mark = (start: number, end: number) => {
    if (end > start) spans.push(spanOf(at, start, end, name))
  }
  for (const [n, { word, index }] of words.entries()) {
    const next = words[n + 1]
    if (next && asked.some((one) => isAsJoined(one, word + next.word))) {
      mark(index, next.index + next.word.length)
      continue
    }
    const best = bestOf(asked, word)
    if (!best) continue
    if (best === word || !sameScriptStart(best, word)) mark(index, index + word.length)
    else if (word.startsWith(best)) mark(index, index + best.length)
    else if (oneLetterOff(best, word)) {
      const start = sharedStart(best, word)
      const end = Math.min(
        sharedStart(reversed(best), reversed(word)),
        word.length - start,
        best.length - start,
      )
      mark(index, index + start)
      mark(index + word.length - end, index + word.length)
    } else mark(index, index + word.length)
  }
  return markSpans(name, mergeSpans(spans))
}

function bestOf(asked: readonly string[], word: string): string | undefined {
  return (
    asked.find((one) => one === word) ??
    asked.find((one) => word.startsWith(one)) ??
    asked.find((one) => oneLetterOff(one, word)) ??
    asked.find((one) => nameSound(one) === nameSound(word)) ??
    asked.find(
      (one) => !sameScriptStart(one, word) && oneLetterOff(nameSound(one), nameSound(word)),
    )
  )
}

function isAsJoined(one: string, word: string): boolean {
  return one === word || (!sameScriptStart(one, word) && nameSound(one) === nameSound(word))
}

function sameScriptStart(one: string, other: string): boolean {
  return /^[\u0600-\u06ff]/.test(one) === /^[\u0600-\u06ff]/.test(other)
}

function withPairs(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, n) => (words[n] ?? '') + word)]
}

function reversed(word: string): string {
  return Array.from(word).toReversed().join('')
}
