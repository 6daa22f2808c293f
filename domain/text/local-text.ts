import { z } from 'zod'

/** The two languages the product speaks. */
const languages = ['fa', 'en'] as const

/** A text by language: keys are primary language tags (`fa`, `en`, sometimes `ar`, `ku`, …). */
export type LocalText = Readonly<Record<string, string>>

/** A text in at least one language. */
export const localText = z
  .record(z.string().regex(/^[a-z]{2,3}$/), z.string().trim().min(1).max(10_000))
  .refine((text) => Object.keys(text).length > 0, { error: 'no text in any language' })

/** A text that our own content must give in both languages. */
export const bothLanguages = z.strictObject({
  fa: z.string().trim().min(1),
  en: z.string().trim().min(1),
})

/**
 * The text in the reader's language, or else in the first of fa, en or whatever there is, together
 * with the language it is in, so that a screen can say so and set the direction. Nothing when the
 * text is empty in all languages.
 */
export function inLanguage(
  text: LocalText,
  reader: string,
): { text: string; language: string } | undefined {
  for (const language of [reader, ...languages, ...Object.keys(text)]) {
    const found = Object.hasOwn(text, language) ? text[language] : undefined
    if (found) return { text: found, language }
  }
  return undefined
}
