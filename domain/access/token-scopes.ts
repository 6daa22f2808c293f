import type { About, Method } from '../contract.ts'

/** What a machine may be let into. Passwords, sessions and set-up are behind none of them. */
export const scopeSubjects = [
  'case',
  'person',
  'request',
  'desk',
  'agency',
  'self',
  'directory',
] as const satisfies readonly About[]

export type ScopeSubject = (typeof scopeSubjects)[number]
export type TokenScope = `${ScopeSubject}.read` | `${ScopeSubject}.write`

export const tokenScopes: readonly TokenScope[] = scopeSubjects.flatMap(
  (subject) => [`${subject}.read`, `${subject}.write`] as const,
)

/** The scope an endpoint asks of a token, or undefined where no token is let in. */
export function scopeOf(endpoint: { method: Method; about: About }): TokenScope | undefined {
  const subject = scopeSubjects.find((one) => one === endpoint.about)
  if (!subject) return undefined
  return endpoint.method === 'GET' ? `${subject}.read` : `${subject}.write`
}

/** Whether a token with these scopes may call the endpoint. Writing does not include reading. */
export function maySendToken(
  endpoint: { method: Method; about: About },
  scopes: readonly string[],
): boolean {
  const scope = scopeOf(endpoint)
  return scope !== undefined && scopes.includes(scope)
}
