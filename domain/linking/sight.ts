import { readInstant } from '../calendar/instant.ts'
import type { Refusal } from '../refusals.ts'
import { whyNotExpireOn } from './link-expiry.ts'

/** Whom a link to the client’s own sight is for: who can see his or her case, and who looked. */
export interface SightFacts {
  /** Case managers and supervisors of the case hand it out. */
  leadsTeam: boolean
  /** The person’s part in the case; undefined for somebody who has none. */
  part: string | undefined
  diedOn: string | null
  expiresOn: string
  /** Where the agency is. */
  today: string
}

/**
 * Why nobody is given this sight now. Only the client of the case has it: who looks after one member
 * of a household is nothing for the others. A sealed case keeps it, since sealing protects the client.
 */
export function whyNotGiveSight(facts: SightFacts): Refusal | undefined {
  if (!facts.leadsTeam) return { code: 'may_not_write' }
  if (facts.part !== 'client') return { code: 'sight_not_theirs' }
  if (facts.diedOn !== null) return { code: 'person_died' }
  return whyNotExpireOn(facts.expiresOn, facts.today)
}

/** One line of the trail of a case: an instant, who (null: by a link, without an account), and what. */
export interface Look {
  at: string
  fullName: string | null
  /** By which hand: a worker, a partner with a link, or the client. */
  by: 'worker' | 'partner' | 'client'
  changed: boolean
  inEmergency: boolean
}

/** Looks of one person that follow one another, as people would tell it: from when to when. */
export interface Visit extends Omit<Look, 'at'> {
  from: string
  until: string
}

const minutesApart = 30

/**
 * Opening one page leaves several lines on the trail. Newest first in and out: what one person did
 * within half an hour of each other becomes one visit, which is a change if anything was changed.
 */
export function gatherLooks(looks: readonly Look[], most: number): Visit[] {
  const visits: Visit[] = []
  /** The oldest visit so far of each person, which an earlier look may still lengthen. */
  const last = new Map<string, Visit>()
  for (const { at, ...look } of looks) {
    const who = `${look.by} ${look.fullName} ${look.inEmergency}`
    const visit = last.get(who)
    if (visit && readInstant(visit.from) - readInstant(at) <= minutesApart * 60_000) {
      visit.from = at
      visit.changed ||= look.changed
    } else {
      const begun = { ...look, from: at, until: at }
      visits.push(begun)
      last.set(who, begun)
    }
  }
  return visits.slice(0, most)
}
