import { z } from 'zod'
import { foldTyping } from './fold-typing.ts'

/** The form in which user names are kept and compared: folded, in small letters. */
export function normalUserName(typed: string): string {
  return foldTyping(typed.trim()).toLowerCase()
}

/**
 * A user name is 3 to 40 letters of any script, digits, and `. _ -` between them. An `@` is never
 * in one, so a name and an e-mail address cannot be mistaken for each other.
 */
export const userName = z
  .string()
  .max(80)
  .transform(normalUserName)
  .pipe(
    z
      .string()
      .min(3)
      .max(40)
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u),
  )

/** An address as it is kept: small letters. */
export const email = z.string().trim().max(200).toLowerCase().pipe(z.email())
