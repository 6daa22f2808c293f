import { addDays, daysBetween } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { DueFacts } from './due-facts.ts'
import { makeDueItem } from './due-item.ts'
import type { DueItem } from './due-item.ts'
import { norms } from './norms.ts'

type Referral = DueFacts['referrals'][number]

const running: ReadonlySet<Referral['status']> = new Set(['sent', 'accepted', 'started', 'waiting'])
const open: ReadonlySet<Referral['status']> = new Set([...running, 'draft'])
const helped: ReadonlySet<string | null> = new Set(['got_help', 'partly'])

/** Partners who do not answer, referrals that brought no help, consents that end meanwhile. */
export function linkingDue(facts: DueFacts, today: Day): DueItem[] {
  return [
    ...silentReferrals(facts, today),
    ...referralsWithoutHelp(facts, today),
    ...consentsEnding(facts, today),
  ]
}

function silentReferrals({ referrals, managerId }: DueFacts, today: Day): DueItem[] {
  return referrals.flatMap((referral) => {
    const { status, sentOn } = referral
    if (status !== 'sent' || !sentOn) return []
    const dueOn = referral.answerExpectedOn ?? addDays(sentOn, norms.referralAnswered)
    if (dueOn >= today) return []
    return [
      makeDueItem('referral_silent', {
        level: daysBetween(dueOn, today) > norms.referralAnswered ? 'urgent' : 'watch',
        dueOn,
        subjectId: referral.id,
        workerId: managerId,
        facts: {
          service: referral.service,
          organisation: referral.organisation,
          since: sentOn,
          withinDays: daysBetween(sentOn, dueOn),
        },
      }),
    ]
  })
}

function referralsWithoutHelp({ referrals, needs, managerId }: DueFacts, today: Day): DueItem[] {
  return needs.flatMap((need) => {
    if (need.settled) return []
    const ofNeed = referrals
      .filter(({ needId, status }) => needId === need.id && status !== 'entered_in_error')
      .toSorted((a, b) => (a.changedOn < b.changedOn ? 1 : -1))
    if (ofNeed.some((referral) => open.has(referral.status) || helped.has(referral.outcome))) {
      return []
    }
    const last = ofNeed[0]
    const how = last && howWithoutHelp(last)
    if (!last || !how) return []
    const dueOn = addDays(last.changedOn, norms.needAnsweredUrgent)
    return [
      makeDueItem('referral_without_help', {
        level: need.severity >= 3 || dueOn < today ? 'urgent' : 'watch',
        dueOn,
        subjectId: last.id,
        workerId: managerId,
        facts: {
          service: last.service,
          organisation: last.organisation,
          how,
          statement: need.statement,
          since: last.changedOn,
        },
      }),
    ]
  })
}

function howWithoutHelp({ status, outcome }: Referral) {
  if (outcome === 'not_eligible' || outcome === 'no_capacity' || outcome === 'not_reached') {
    return outcome
  }
  if (outcome === null && (status === 'declined' || status === 'stopped')) return status
  return undefined
}

function consentsEnding({ consents, referrals, managerId }: DueFacts, today: Day): DueItem[] {
  return consents.flatMap((consent) => {
    const resting = referrals.filter(
      ({ consentId, status }) => consentId === consent.id && running.has(status),
    ).length
    const left = daysBetween(today, consent.untilOn)
    if (resting === 0 || left > norms.consentEnding) return []
    return [
      makeDueItem('consent_ending', {
        level: left <= norms.consentEndingUrgent ? 'urgent' : 'watch',
        dueOn: consent.untilOn,
        subjectId: consent.id,
        workerId: managerId,
        facts: { recipient: consent.recipient, until: consent.untilOn, referrals: resting },
      }),
    ]
  })
}
