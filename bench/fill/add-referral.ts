import type { Findings } from './add-assessments.ts'
import type { CaseStory } from './case-story.ts'
import { dayText, instantText, momentOf } from './days.ts'

/** Consent and referral for the first need, with the partner's answer; as facts of what is due. */
export function addReferral(story: CaseStory, { first, needs }: Findings) {
  const {
    agency,
    rows,
    chance,
    ends,
    open,
    today,
    manager,
    person,
    words,
    personId,
    caseId,
    id,
    at,
    within,
  } = story
  const linked = first + chance.between(10, 30)
  const referrals: unknown[] = []
  const consents: unknown[] = []
  const target = needs[0]
  if (linked <= ends && target) {
    const service = agency.serviceFor(target.need.domain, person.language)
    const consentId = id(linked)
    const referralId = id(linked)
    const until = linked + 730
    const moment = at(linked)
    rows.add(
      linked,
      'consent',
      consentId,
      caseId,
      personId,
      words.phrases.discloser,
      '{core}',
      service.organisationId,
      service.organisation,
      words.phrases.consentPurpose,
      dayText(linked),
      dayText(until),
      'spoken',
      words.phrases.participants,
      words.phrases.withdrawHow,
      moment,
      manager,
    )
    const answered = within(linked + chance.between(2, 20))
    const status = open ? (answered >= today ? 'sent' : 'started') : 'completed'
    const outcome = status === 'completed' ? chance.pick(['got_help', 'got_help', 'partly']) : null
    const steps =
      status === 'sent'
        ? ['sent']
        : status === 'started'
          ? ['sent', 'started']
          : ['sent', 'completed']
    steps.forEach((to, index) => {
      const day = index === 0 ? linked : answered
      rows.add(
        day,
        'referral_step',
        id(day),
        caseId,
        referralId,
        index === 0 ? 'draft' : 'sent',
        to,
        index === 0 ? 'us' : 'partner',
        manager,
        instantText(momentOf(day, 400 + index)),
      )
    })
    rows.add(
      linked,
      'referral',
      referralId,
      caseId,
      target.id,
      service.id,
      consentId,
      status,
      target.need.professional,
      '{core}',
      moment,
      status === 'sent' ? null : instantText(momentOf(answered, 300)),
      dayText(linked + 14),
      outcome,
      outcome === null ? null : 'client',
      outcome === null ? null : dayText(answered),
      moment,
      manager,
    )
    referrals.push({
      id: referralId,
      needId: target.id,
      consentId,
      service: service.name,
      organisation: service.organisation,
      status,
      outcome,
      sentOn: dayText(linked),
      changedOn: dayText(status === 'sent' ? linked : answered),
      answerExpectedOn: dayText(linked + 14),
    })
    consents.push({ id: consentId, recipient: service.organisation, untilOn: dayText(until) })
  }
  return { referrals, consents }
}

export type Linked = ReturnType<typeof addReferral>
