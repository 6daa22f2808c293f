import { hash, verify } from '@node-rs/argon2'
import { normalPassword } from '@peyvand/domain/access/password.ts'

// argon2id is the library's own choice of kind; the cost is OWASP's (Password Storage Cheat Sheet):
// 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(typed: string): Promise<string> {
  return hash(normalPassword(typed), cost)
}

export function verifyPassword(kept: string, typed: string): Promise<boolean> {
  return verify(kept, normalPassword(typed))
}
