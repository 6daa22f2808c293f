import { spellingsOf } from './normalise-name.ts'

// What may stand between two letters of a word as it was written: vowel marks, hamza, tatweel,
// apostrophes, the half-space and other marks that are not seen.
const between =
  '[\\u0300-\\u036f\\u0610-\\u061a\\u0621\\u0640\\u064b-\\u065f\\u0670\\u0674\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed' +
  "'`’‘‛ʼʻʾʿ′\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]*"

/**
 * A regular expression, as PostgreSQL and JavaScript both read it, that finds a word of a search
 * key in a text in form NFKD however it was spelt there, capitals aside. It finds more than
 * `cutSnippet` does (inside other words too), never less: it chooses the rows that are read.
 */
export function matchPattern(word: string): string {
  return Array.from(word, (letter) => {
    const spellings = spellingsOf(letter)
    return spellings.length > 1 ? `(?:${spellings.join('|')})` : letter
  }).join(between)
}
