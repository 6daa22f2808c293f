import type { Endpoint } from '../contract.ts'
import type { Role } from './roles.ts'

/** Everybody who may stand before a route, and what is known of each. */
export const visitors = {
  anonymous: { says: 'nobody signed in', signedIn: false },
  expired: { says: 'a session that has expired', signedIn: false },
  client: { says: 'a client or partner behind an answer link', signedIn: false },
  system: {
    says: 'a partner’s system, for a referral sent to its organisation',
    signedIn: false,
    system: 'its_own',
  },
  otherSystem: {
    says: 'a partner’s system, for a referral sent elsewhere',
    signedIn: false,
    system: 'another',
  },
  own: { says: 'the case manager of the case', roles: ['caseworker'], sees: 'writes' },
  line: { says: 'the supervisor of the team, by the line', roles: ['supervisor'], sees: 'writes' },
  partner: {
    says: 'a worker of a partner, under consent',
    roles: ['caseworker'],
    sees: 'reads',
    elsewhere: true,
  },
  emergency: {
    says: 'a worker in an emergency',
    roles: ['caseworker'],
    sees: 'reads',
  },
  otherTeam: { says: 'a worker of another team', roles: ['caseworker'] },
  sealed: { says: 'the supervisor of the team, the case being sealed', roles: ['supervisor'] },
  left: { says: 'a worker who has left the team', roles: ['caseworker'] },
  withdrawn: {
    says: 'the partner’s worker, the consent being withdrawn',
    roles: ['caseworker'],
    elsewhere: true,
  },
  otherAgency: { says: 'a worker of another agency', roles: ['caseworker'], elsewhere: true },
  intake: { says: 'an intake worker at the desk', roles: ['intake'], sitsAtDesk: true },
  director: { says: 'a director', roles: ['director'] },
  administrator: { says: 'an administrator', roles: ['administrator'] },
  auditor: { says: 'an auditor', roles: ['auditor'] },
} as const satisfies Record<string, Visitor>

export interface Visitor {
  says: string
  signedIn?: false
  /** Comes with the token of a partner’s system: whose the referral in hand is. */
  system?: 'its_own' | 'another'
  roles?: readonly Role[]
  /** What the visitor may do with the case in hand; absent for whoever does not see it. */
  sees?: 'reads' | 'writes'
  /** Works for another agency. */
  elsewhere?: true
  /** Sits at the desk of the request in hand, which is about the person in hand. */
  sitsAtDesk?: true
}

/**
 * What meets a visitor at a route.
 * - `enters`: let in; what is found there, its own policies decide.
 * - `reads_only`: sees the case, and is told that he or she may not write.
 * - `hidden`: the same 404 as for what is absent.
 * - `role`: told that another role does this.
 * - `signs_in`: asked to sign in first.
 * - `proves`: asked for the password once more, as any visitor without a fresh sign-in.
 * - `browser`: for people at a browser; a machine acting for the visitor is not let in.
 */
export const meetings = [
  'enters',
  'reads_only',
  'hidden',
  'role',
  'signs_in',
  'proves',
  'browser',
] as const
export type Meeting = (typeof meetings)[number]

/** The access matrix, declared: from what a route says of itself, whoever comes. */
export function whatMeets(
  endpoint: Pick<
    Endpoint,
    'who' | 'about' | 'browser' | 'fresh' | 'method' | 'path' | 'roles' | 'writes'
  >,
  visitor: Visitor,
): Meeting {
  if (endpoint.about === 'referral') {
    if (!visitor.system) return 'signs_in'
    return visitor.system === 'another' && endpoint.path.includes(':referralId')
      ? 'hidden'
      : 'enters'
  }
  if (!endpoint.who.includes('staff')) return 'enters'
  if (visitor.signedIn === false) return 'signs_in'
  if (endpoint.browser) return 'browser'
  if (endpoint.about === 'case') {
    if (!visitor.sees) return 'hidden'
    if (endpoint.writes && visitor.sees === 'reads') return 'reads_only'
  }
  const roles: readonly Role[] = visitor.roles ?? []
  if (endpoint.roles && !endpoint.roles.some((role) => roles.includes(role))) return 'role'
  if (endpoint.fresh) return 'proves'
  if (endpoint.path.startsWith('/people/:personId')) {
    if (!visitor.sees && !visitor.sitsAtDesk) return 'hidden'
    if (endpoint.method !== 'GET' && visitor.sees === 'reads') return 'reads_only'
  }
  if (endpoint.path.startsWith('/requests/:requestId') && !visitor.sitsAtDesk) return 'hidden'
  return 'enters'
}
