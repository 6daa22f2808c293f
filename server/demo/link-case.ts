import { addDays, daysBetween } from '@peyvand/domain/calendar/day.ts'
import { usualAnswerDays } from '@peyvand/domain/linking/refer.ts'
import { at } from './telling.ts'
import type { DemoAgency, Story, Telling, Told } from './telling.ts'

const served = [
  ['accepted', 'started', 'completed'],
  ['accepted', 'started', 'completed'],
  ['accepted', 'started'],
]
const otherPaths = [
  ['accepted', 'waiting'],
  ['accepted'],
  ['accepted', 'started', 'stopped'],
  ['declined'],
  ['cancelled'],
]
const outcomes: Record<string, readonly string[]> = {
  completed: ['got_help', 'got_help', 'partly'],
  declined: ['not_eligible', 'no_capacity'],
  stopped: ['partly', 'referred_elsewhere'],
  cancelled: ['no_longer_wanted', 'not_reached'],
}

/** For most needs a referral to a service that answers them, under a consent of its own. */
export function linkCase(
  telling: Telling,
  story: Story,
  needs: readonly Told[],
  ends: string,
): void {
  const { rows, chance, agency, newId } = telling
  for (const { id: needId, need } of needs) {
    const service = agency.services.find(({ domain }) => domain === need.domain)
    if (!service || !chance.in(0.8)) continue
    const sent = addDays(story.openedOn, chance.between(20, 45))
    if (sent >= ends) continue
    const consentId = addConsent(telling, story, service, sent)
    const path = choosePath(telling, sent, ends)
    const referralId = newId(sent)
    const { status, reason, day } = walkPath(telling, story, { referralId, path, sent, ends })
    const outcome = outcomes[status] ? chance.pick(outcomes[status]) : null
    rows.add('referral', {
      id: referralId,
      case_id: story.caseId,
      need_id: needId,
      service_id: service.id,
      consent_id: consentId,
      status,
      status_reason: reason,
      note: need.professional,
      basis: 'consent',
      basis_words: '',
      shared_groups: ['core'],
      do_not_contact_client: false,
      client_choice: '',
      sent_at: at(sent),
      seen_at: status === 'sent' ? null : at(addDays(sent, 1)),
      answer_expected_on: addDays(sent, usualAnswerDays),
      outcome,
      outcome_note: '',
      outcome_by: outcome ? chance.pick(['client', 'partner']) : null,
      outcome_on: outcome ? day : null,
      created_at: at(sent),
      created_by: story.manager,
      version: 1,
    })
  }
}

function addConsent(
  { rows, chance, agency, newId }: Telling,
  story: Story,
  service: DemoAgency['services'][number],
  sent: string,
): string {
  const { phrases } = agency.words
  const id = newId(sent)
  rows.add('consent', {
    id,
    case_id: story.caseId,
    person_id: story.clientId,
    standing: 'self',
    child_assent: '',
    discloser: phrases.discloser,
    groups: ['core'],
    recipient_id: service.organisationId,
    recipient_name: service.organisation,
    purpose: phrases.consentPurpose,
    from_on: sent,
    until_on: addDays(sent, chance.pick([365, 730])),
    how: 'spoken',
    witness: phrases.participants,
    signature: '',
    withdraw_how: phrases.withdrawHow,
    not_depending: '',
    withdrawn_reason: '',
    created_at: at(sent),
    created_by: story.manager,
    version: 1,
  })
  return id
}

/** What happens after sending; only what was sent lately may still be unanswered. */
function choosePath({ chance, agency }: Telling, sent: string, ends: string): readonly string[] {
  const age = daysBetween(sent, agency.today)
  const isLong = ends === agency.today && age > 100
  const silent: string[][] = age < 25 ? [[], []] : []
  return chance.pick(isLong && chance.in(0.8) ? served : [...served, ...otherPaths, ...silent])
}

interface Walk {
  referralId: string
  path: readonly string[]
  sent: string
  ends: string
}

/** The steps taken until the story ends, and where the referral stands then. */
function walkPath(
  { rows, chance, agency, newId }: Telling,
  story: Story,
  { referralId, path, sent, ends }: Walk,
): { status: string; reason: string; day: string } {
  const { phrases, declined } = agency.words
  let day = sent
  let status = 'draft'
  let reason = ''
  for (const to of ['sent', ...path]) {
    if (to !== 'sent') day = addDays(day, chance.between(2, 30))
    if (day > ends) break
    reason =
      to === 'declined'
        ? chance.pick(declined)
        : to === 'cancelled' || to === 'stopped' || to === 'waiting'
          ? phrases[to]
          : ''
    rows.add('referral_step', {
      id: newId(day),
      case_id: story.caseId,
      referral_id: referralId,
      from_status: status,
      to_status: to,
      by_side: to === 'sent' || to === 'cancelled' ? 'us' : chance.pick(['us', 'partner']),
      worker_id: story.manager,
      reason,
      at: at(day),
    })
    status = to
  }
  return { status, reason, day }
}
