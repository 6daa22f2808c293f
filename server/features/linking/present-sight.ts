import { contract } from '@peyvand/domain/api.ts'
import { gatherLooks } from '@peyvand/domain/linking/sight.ts'
import type { SightRow } from './answer-link-store.ts'

const mostVisits = 100

/** Who has no account here; everybody else on the trail is a worker. */
const withoutAccount: Record<string, 'partner' | 'client'> = {
  openLink: 'partner',
  answerByLink: 'partner',
  listSentReferrals: 'partner',
  readSentReferral: 'partner',
  answerSentReferral: 'partner',
  openSight: 'client',
}

/**
 * Verbs of the trail that only read: what the contract fetches, links that are opened, and an
 * emergency, which opens a case to be read.
 */
const reading = new Set([
  ...contract.filter(({ endpoint }) => endpoint.method === 'GET').map(({ name }) => name),
  'openLink',
  'openSight',
  'breakGlass',
])

/** What leaves: the row without its ids, and lines of the trail told as visits. */
export function presentSight(row: SightRow) {
  const {
    linkId: _link,
    caseId: _case,
    personId: _person,
    agencyId: _agency,
    looks,
    ...shown
  } = row
  return {
    ...shown,
    visits: gatherLooks(
      looks.map(({ at, fullName, verb, inEmergency }) => ({
        at,
        fullName,
        by: withoutAccount[verb] ?? ('worker' as const),
        changed: !reading.has(verb),
        inEmergency,
      })),
      mostVisits,
    ),
  }
}
