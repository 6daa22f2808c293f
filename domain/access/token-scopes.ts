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

/** What the system of a partner may be let into: the referrals sent to its organisation. */
export const partnerScopes = ['referral.read', 'referral.answer'] as const

export type PartnerScope = (typeof partnerScopes)[number]

/** How often the system of a partner may call within a minute. */
export const partnerCallsPerMinute = 120

/** The scope an endpoint asks of a token, or undefined where no token is let in. */
export function scopeOf(endpoint: {
  method: Method
  about: About
}): TokenScope | PartnerScope | undefined {
  if (endpoint.about === 'referral') {
    return endpoint.method === 'GET' ? 'referral.read' : 'referral.answer'
  }
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
