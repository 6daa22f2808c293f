import type { Role } from '@peyvand/domain/access/roles.ts'

/** The signed-in worker on whose behalf a request runs. */
export interface Actor {
  id: string
  agencyId: string
  fullName: string
  roles: Role[]
  language: 'fa' | 'en'
  calendar: 'persian' | 'gregory'
  digits: 'fa' | 'latin'
  theme: 'system' | 'light' | 'dark'
  timeZone: string
  signedInAt: string
  sessionId: string
}

/** Who knocks, as the sign-in tells it. */
export interface Session {
  userId: string
  sessionId: string
  signedInAt: string
  /** When the password or second factor was last shown; never by a machine. */
  provedAt?: string
  scopes?: readonly string[]
}
