import { addDays, addMonths, daysBetween } from '@peyvand/domain/calendar/day.ts'
import { attainmentChange } from '@peyvand/domain/monitoring/goal-attainment.ts'
import { usualAnswerDays } from '@peyvand/domain/linking/refer.ts'
import { idAt } from './chance.ts'
import type { Chance } from './chance.ts'
import type { DemoInstrument } from './instruments.ts'
import { fillIn } from './instruments.ts'
import type { DemoRows } from './rows.ts'
import type { DemoNeed, DemoWords } from './words.ts'

export interface DemoAgency {
  id: string
  words: DemoWords
  programmes: readonly {
    id: string
    deskId: string
    practiceModelId: string
    contactEveryDays: number
    reviewEveryDays: number
  }[]
  managers: readonly string[]
  supervisor: string
  services: readonly {
    id: string
    name: string
    organisationId: string
    organisation: string
    domain: string
  }[]
  instruments: { phq9: DemoInstrument; hunger: DemoInstrument }
  calendarYear: (day: string) => number
  today: string
}

const everyGroup = [
  'core',
  'family',
  'plan',
  'notes',
  'health',
  'substance_use',
  'school',
  'legal',
  'money',
]
const severityWords = [2, 2, 3, 3, 3, 4] as const

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

/** A moment of that day during office hours, in UTC of Tehran's morning. */
const at = (day: string, hour = 6, minute = 30) =>
  `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`

/** One whole case: from the request to where it stands today, told in the agency's language. */
export class CaseMaker {
  readonly #rows: DemoRows
  readonly #chance: Chance
  readonly #agency: DemoAgency
  readonly #numbers = new Map<number, number>()

  constructor(rows: DemoRows, chance: Chance, agency: DemoAgency) {
    this.#rows = rows
    this.#chance = chance
    this.#agency = agency
  }

  make(openedOn: string, closes: boolean): string {
    const { words } = this.#agency
    const chance = this.#chance
    const story = this.#begin(openedOn)
    const needs = chance.some(words.needs, chance.between(1, 4))
    const assessed = this.#assess(story, needs)
    const ends = closes
      ? addDays(
          openedOn,
          Math.min(chance.between(120, 400), daysBetween(openedOn, this.#agency.today) - 20),
        )
      : this.#agency.today
    const isOld = daysBetween(openedOn, this.#agency.today) > 50
    const planned = isOld || chance.in(0.7) ? this.#plan(story, assessed, ends, isOld) : []
    this.#link(story, assessed, ends)
    this.#watch(story, planned, ends)
    if (closes) this.#close(story, assessed, planned, ends)
    return story.caseId
  }

  #id(day: string): string {
    return idAt(this.#chance, at(day, this.#chance.between(5, 11), this.#chance.between(0, 59)))
  }

  #person(
    day: string,
    told: { given: string; family: string; sex: 'female' | 'male'; age: number },
  ) {
    const id = this.#id(day)
    const chance = this.#chance
    const exact = chance.in(0.8)
    const born = addDays(addMonths(day, -12 * told.age), -chance.between(1, 360))
    this.#rows.add('person', {
      id,
      agency_id: this.#agency.id,
      given_name: told.given,
      family_name: told.family,
      sex: told.sex,
      born_on: exact ? born : `${born.slice(0, 4)}-01-01`,
      born_precision: exact ? 'day' : 'year',
      father_name: this.#agency.words.language === 'fa' ? chance.pick(this.#agency.words.male) : '',
      languages: [this.#agency.words.language],
      other_names: [],
      national_id_missing: '',
      interpreter_needed: chance.in(0.04),
      literacy: told.age < 7 ? 'none' : 'reads',
      disability: '',
      safe_contact: '',
      mentioned_only: false,
      created_at: at(day),
      created_by: this.#agency.supervisor,
      version: 1,
    })
    return id
  }

  #begin(openedOn: string) {
    const chance = this.#chance
    const agency = this.#agency
    const { words } = agency
    const programme = chance.pick(agency.programmes)
    const manager = chance.pick(agency.managers)
    const family = chance.pick(words.family)
    const clientSex: 'female' | 'male' = chance.in(0.68) ? 'female' : 'male'
    const given = chance.pick(clientSex === 'female' ? words.female : words.male)
    const clientId = this.#person(openedOn, {
      given,
      family,
      sex: clientSex,
      age: chance.between(19, 68),
    })
    const safe = chance.in(0.15) ? chance.pick(words.safeContacts) : ''
    if (safe) this.#rows.add('person', this.#take('person', clientId, { safe_contact: safe }))
    this.#rows.add('phone_number', {
      id: this.#id(openedOn),
      person_id: clientId,
      number: `+98912${String(chance.between(1_000_000, 9_999_999))}`,
      label: '',
      safe_to_call: safe === '',
      created_at: at(openedOn),
      version: 1,
    })
    this.#rows.add('address', {
      id: this.#id(openedOn),
      person_id: clientId,
      lines: words.phrases.home,
      area: chance.pick(words.areas),
      postal_code: '',
      created_at: at(openedOn),
      version: 1,
    })
    const householdId = this.#id(openedOn)
    this.#rows.add('household', {
      id: householdId,
      agency_id: agency.id,
      name: family,
      created_at: at(openedOn),
      created_by: manager,
      version: 1,
    })
    const members = [{ id: clientId, role: words.household.head, isHead: true }]
    const children = chance.between(0, 3)
    const relationships: string[] = []
    for (let n = 0; n < children; n++) {
      const sex = chance.in(0.5) ? 'female' : 'male'
      const id = this.#person(openedOn, {
        given: chance.pick(sex === 'female' ? words.female : words.male),
        family,
        sex,
        age: chance.between(1, 16),
      })
      members.push({ id, role: words.household.child, isHead: false })
      relationships.push(this.#relate(openedOn, clientId, id, 'parent', manager))
    }
    if (chance.in(0.35)) {
      const sex = clientSex === 'female' ? 'male' : 'female'
      const id = this.#person(openedOn, {
        given: chance.pick(sex === 'female' ? words.female : words.male),
        family: chance.pick(words.family),
        sex,
        age: chance.between(22, 66),
      })
      members.push({ id, role: words.household.spouse, isHead: false })
      relationships.push(this.#relate(openedOn, clientId, id, 'spouse', manager))
    }
    for (const member of members) {
      this.#rows.add('household_member', {
        id: this.#id(openedOn),
        household_id: householdId,
        person_id: member.id,
        role: member.role,
        is_head: member.isHead,
        created_at: at(openedOn),
        version: 1,
      })
    }
    const caseId = this.#id(openedOn)
    const requestId = this.#id(addDays(openedOn, -3))
    this.#rows.add('request', {
      id: requestId,
      agency_id: agency.id,
      desk_id: programme.deskId,
      programme_id: programme.id,
      source: chance.pick([
        'self',
        'self',
        'family',
        'school',
        'hotline',
        'hospital',
        'court',
        'outreach',
      ]),
      source_detail: '',
      presenting_problem: chance.pick(words.needs).told,
      need_domains: [],
      area: '',
      // opened below, together with its case
      status: 'eligible',
      reason: '',
      objection_way: '',
      guidance_given: '',
      waitlist_priority: 0,
      decided_at: at(openedOn),
      decided_by: manager,
      received_at: at(addDays(openedOn, -3)),
      created_by: manager,
      version: 1,
    })
    for (const { id, isHead } of members) {
      this.#rows.add('request_person', {
        request_id: requestId,
        person_id: id,
        part: isHead ? 'client' : 'household',
        created_at: at(openedOn),
      })
    }
    const year = agency.calendarYear(openedOn)
    const number = (this.#numbers.get(year) ?? 0) + 1
    this.#numbers.set(year, number)
    const risk = chance.in(0.14) ? chance.pick(['watch', 'watch', 'urgent', 'crisis']) : 'normal'
    this.#rows.add('case_file', {
      id: caseId,
      agency_id: agency.id,
      number: `${year}-${String(number).padStart(4, '0')}`,
      client_id: clientId,
      household_id: householdId,
      programme_id: programme.id,
      practice_model_id: programme.practiceModelId,
      practice_model_reason: words.phrases.modelReason,
      request_id: requestId,
      status: 'open',
      episode: 1,
      opened_on: openedOn,
      closed_on: null,
      risk_level: risk,
      risk_reason: risk === 'normal' ? '' : chance.pick(words.riskReasons),
      sealed: false,
      created_at: at(openedOn),
      created_by: manager,
      version: 1,
    })
    for (const { id, isHead } of members) {
      this.#rows.add('case_person', {
        case_id: caseId,
        person_id: id,
        part: isHead ? 'client' : 'household',
        created_at: at(openedOn),
      })
    }
    for (const [worker, role] of [
      [manager, 'case_manager'],
      [agency.supervisor, 'supervisor'],
    ] as const) {
      this.#rows.add('team_member', {
        id: this.#id(openedOn),
        case_id: caseId,
        worker_id: worker,
        role,
        groups: everyGroup,
        may_write: true,
        since: openedOn,
        created_at: at(openedOn),
        created_by: manager,
        version: 1,
      })
    }
    for (const relationshipId of relationships.slice(0, 2)) {
      this.#rows.add('relationship_quality', {
        id: this.#id(openedOn),
        case_id: caseId,
        relationship_id: relationshipId,
        quality: chance.pick(['close', 'caring', 'distant', 'conflictual']),
        created_at: at(openedOn),
        created_by: manager,
        version: 1,
      })
    }
    for (const tie of chance.some(words.ties, chance.between(2, 4))) {
      this.#rows.add('tie', {
        id: this.#id(openedOn),
        case_id: caseId,
        person_id: null,
        system: tie.system,
        name: tie.name,
        strength: chance.pick(['strong', 'ordinary', 'tenuous']),
        tension: chance.in(0.2),
        energy: chance.pick(['to_us', 'from_us', 'both', 'none']),
        since: openedOn,
        created_at: at(openedOn),
        created_by: manager,
        version: 1,
      })
    }
    return {
      caseId,
      requestId,
      clientId,
      manager,
      openedOn,
      sex: clientSex,
      contactEveryDays: programme.contactEveryDays,
      reviewEveryDays: programme.reviewEveryDays,
    }
  }

  #relate(day: string, personId: string, otherId: string, kind: string, by: string): string {
    const id = this.#id(day)
    this.#rows.add('relationship', {
      id,
      person_id: personId,
      other_id: otherId,
      kind,
      created_at: at(day),
      created_by: by,
      version: 1,
    })
    return id
  }

  /** The row as it was added, changed; the rows keep one of each id. */
  #take(table: 'person' | 'case_file' | 'need', id: string, change: Record<string, unknown>) {
    return { ...this.#rows.remove(table, id), ...change }
  }

  #assess(story: Story, needs: readonly DemoNeed[]) {
    const chance = this.#chance
    const { phq9, hunger } = this.#agency.instruments
    const first = addDays(story.openedOn, chance.between(1, 9))
    let score = chance.between(9, 22)
    let day = first
    let assessmentId: string | null = null
    for (let n = 0; n < chance.between(1, 5) && day <= this.#agency.today; n++) {
      const id = this.#questionnaire(story, phq9, 'health', day, score)
      assessmentId ??= id
      score = Math.max(1, score - chance.between(-2, 6))
      day = addDays(day, chance.between(28, 50))
    }
    if (chance.in(0.7)) this.#questionnaire(story, hunger, 'core', first, chance.between(0, 2))
    for (const strength of chance.some(this.#agency.words.strengths, chance.between(1, 3))) {
      this.#rows.add('strength', {
        id: this.#id(first),
        case_id: story.caseId,
        assessment_id: assessmentId,
        level: strength.level,
        domain: strength.domain,
        kind: chance.pick(['strength', 'strength', 'resource']),
        what: strength.what,
        whose_view: chance.pick(['client', 'shared', 'worker']),
        ended_words: '',
        created_at: at(first),
        created_by: story.manager,
        version: 1,
      })
    }
    return needs.map((need, index) => {
      const problemId = this.#id(first)
      this.#rows.add('problem', {
        id: problemId,
        case_id: story.caseId,
        assessment_id: assessmentId,
        level: need.level,
        domain: need.domain,
        client_words: need.told,
        worker_words: need.professional,
        ended_words: '',
        created_at: at(first),
        created_by: story.manager,
        version: 1,
      })
      const id = this.#id(first)
      this.#rows.add('need', {
        id,
        case_id: story.caseId,
        number: index + 1,
        assessment_id: assessmentId,
        problem_id: problemId,
        person_id: null,
        level: need.level,
        domain: need.domain,
        statement: need.statement,
        severity: chance.pick(severityWords),
        urgency: 'normal',
        whose_view: chance.pick(['client', 'shared', 'worker']),
        evidence: this.#agency.words.phrases.evidence,
        found_on: first,
        needed_amount: '',
        received_amount: '',
        set_aside: null,
        set_aside_by: null,
        set_aside_on: null,
        set_aside_reason: '',
        meanwhile: '',
        outcome: null,
        outcome_on: null,
        outcome_reason: '',
        created_at: at(first),
        created_by: story.manager,
        version: 1,
      })
      if (chance.in(0.5)) {
        this.#rows.add('barrier', {
          id: this.#id(first),
          case_id: story.caseId,
          need_id: id,
          kind: need.barrier.kind,
          what: need.barrier.what,
          action: '',
          ended_words: '',
          created_at: at(first),
          created_by: story.manager,
          version: 1,
        })
      }
      return { id, need, foundOn: first }
    })
  }

  #questionnaire(
    story: Story,
    instrument: DemoInstrument,
    group: string,
    day: string,
    points: number,
  ): string {
    const id = this.#id(day)
    const { answers, scores } = fillIn(instrument, this.#chance, points, {
      language: this.#agency.words.language,
      sex: story.sex,
    })
    this.#rows.add('assessment', {
      id,
      case_id: story.caseId,
      data_group: group,
      instrument_id: instrument.id,
      person_id: story.clientId,
      informant: 'client',
      informant_name: '',
      language: this.#agency.words.language,
      status: 'completed',
      answers,
      scores,
      client_view: this.#agency.words.phrases.clientView,
      client_view_missing: '',
      protocol_words: '',
      amend_reason: '',
      error_reason: '',
      started_at: at(day, 7),
      completed_at: at(day, 7, 40),
      created_by: story.manager,
      version: 1,
    })
    return id
  }

  #plan(story: Story, assessed: readonly Assessed[], ends: string, isOld: boolean) {
    const chance = this.#chance
    const { phrases } = this.#agency.words
    const proposed = addDays(story.openedOn, chance.between(10, 25))
    if (proposed >= ends) return []
    const answered = (isOld || chance.in(0.8)) && addDays(proposed, 5) < ends
    const inForce =
      answered && (isOld || chance.in(0.7)) ? addDays(proposed, chance.between(1, 5)) : null
    const planId = this.#id(proposed)
    this.#rows.add('plan', {
      id: planId,
      case_id: story.caseId,
      edition: 1,
      status: inForce ? 'in_force' : answered ? 'agreed' : 'proposed',
      sections: { intervention: { words: assessed[0]?.need.action ?? phrases.noSection } },
      proposed_at: at(proposed),
      taken_back_reason: '',
      in_force_on: inForce,
      superseded_on: null,
      created_at: at(addDays(proposed, -2)),
      created_by: story.manager,
      version: 1,
    })
    const goals = assessed
      .filter((_, index) => isOld || index === 0 || chance.in(0.7))
      .map(({ id: needId, need }, index) => {
        const id = this.#id(proposed)
        this.#rows.add('goal', {
          id,
          case_id: story.caseId,
          plan_id: planId,
          continues: null,
          number: index + 1,
          client_words: need.goal,
          client_words_missing: '',
          professional_words: need.professional,
          readiness: chance.between(4, 10),
          target_on: addDays(proposed, chance.between(60, 150)),
          weight: chance.between(1, 3),
          scale: Object.fromEntries(need.scale.map((text, at) => [String(at - 2), text])),
          baseline: chance.pick([-2, -2, -1]),
          refused: false,
          ended_on: null,
          ended_words: '',
          created_at: at(addDays(proposed, -2)),
          created_by: story.manager,
          version: 1,
        })
        this.#rows.add('goal_need', {
          case_id: story.caseId,
          goal_id: id,
          need_id: needId,
          removed_at: null,
        })
        for (const kind of ['plain', 'second'] as const) {
          if (kind === 'second' && chance.in(0.6)) continue
          const due = addDays(proposed, chance.between(14, 90))
          const done =
            due < addDays(this.#agency.today, -30) ||
            chance.in(due < this.#agency.today ? 0.7 : 0.2)
          this.#rows.add('action', {
            id: this.#id(proposed),
            case_id: story.caseId,
            goal_id: id,
            continues: null,
            kind: kind === 'plain' ? need.actionKind : 'direct_service',
            what: kind === 'plain' ? need.action : chance.pick(this.#agency.words.tasks),
            who: kind === 'plain' ? 'worker' : 'client',
            worker_id: kind === 'plain' ? story.manager : null,
            who_name: '',
            due_on: due,
            frequency: '',
            basis: '',
            status: done ? 'done' : 'under_way',
            ended_on: done ? (due < this.#agency.today ? due : this.#agency.today) : null,
            drop_reason: '',
            created_at: at(addDays(proposed, -2)),
            created_by: story.manager,
            version: 1,
          })
        }
        return { id, need }
      })
    if (answered) {
      this.#rows.add('plan_agreement', {
        id: this.#id(proposed),
        case_id: story.caseId,
        plan_id: planId,
        answer: 'agreed',
        how: 'recorded_word',
        person_id: story.clientId,
        signature: null,
        words: phrases.agreed,
        goal_answers: goals.map(({ id }) => ({ goalId: id, answer: 'accepted', words: '' })),
        limit_words: '',
        limit_decided_by: '',
        plan_hash: `\\x${'00'.repeat(32)}`,
        answered_on: addDays(proposed, 1),
        created_at: at(addDays(proposed, 1)),
        created_by: story.manager,
      })
    }
    return goals
  }

  #link(story: Story, assessed: readonly Assessed[], ends: string) {
    const chance = this.#chance
    const { phrases, declined } = this.#agency.words
    // only what was sent lately may still be unanswered
    const silent = (sent: string) => (daysBetween(sent, this.#agency.today) < 25 ? [[], []] : [])
    for (const { id: needId, need } of assessed) {
      const service = this.#agency.services.find(({ domain }) => domain === need.domain)
      if (!service || !chance.in(0.8)) continue
      const sent = addDays(story.openedOn, chance.between(20, 45))
      if (sent >= ends) continue
      const consentId = this.#id(sent)
      this.#rows.add('consent', {
        id: consentId,
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
      const isLong = ends === this.#agency.today && daysBetween(sent, this.#agency.today) > 100
      const path = chance.pick(
        isLong && chance.in(0.8) ? served : [...served, ...otherPaths, ...silent(sent)],
      )
      const referralId = this.#id(sent)
      const steps = ['sent', ...path]
      let day = sent
      let from = 'draft'
      let status = 'draft'
      let reason = ''
      for (const to of steps) {
        if (to !== 'sent') day = addDays(day, chance.between(2, 30))
        if (day > ends) break
        reason =
          to === 'declined'
            ? chance.pick(declined)
            : to === 'cancelled'
              ? phrases.cancelled
              : to === 'stopped'
                ? phrases.stopped
                : to === 'waiting'
                  ? phrases.waiting
                  : ''
        this.#rows.add('referral_step', {
          id: this.#id(day),
          case_id: story.caseId,
          referral_id: referralId,
          from_status: from,
          to_status: to,
          by_side: to === 'sent' || to === 'cancelled' ? 'us' : chance.pick(['us', 'partner']),
          worker_id: story.manager,
          reason,
          at: at(day),
        })
        from = to
        status = to
      }
      const outcome =
        status === 'completed'
          ? chance.pick(['got_help', 'got_help', 'partly'])
          : status === 'declined'
            ? chance.pick(['not_eligible', 'no_capacity'])
            : status === 'stopped'
              ? chance.pick(['partly', 'referred_elsewhere'])
              : status === 'cancelled'
                ? chance.pick(['no_longer_wanted', 'not_reached'])
                : null
      this.#rows.add('referral', {
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

  #watch(story: Story, goals: readonly Planned[], ends: string) {
    const chance = this.#chance
    const { words } = this.#agency
    const levels = new Map(goals.map(({ id }) => [id, chance.pick([-2, -1])]))
    let day = addDays(story.openedOn, chance.between(1, 4))
    let reviewed = story.openedOn
    const lastDay =
      ends === this.#agency.today && chance.in(0.12) ? addDays(ends, -chance.between(16, 40)) : ends
    while (day < lastDay) {
      const contactId = this.#id(day)
      const kind = chance.pick([
        'call',
        'call',
        'home_visit',
        'office_visit',
        'office_visit',
        'school_visit',
        'meeting',
        'message',
      ])
      const reached = chance.in(0.9)
      this.#rows.add('contact', {
        id: contactId,
        case_id: story.caseId,
        kind,
        reached,
        happened_at: at(day, chance.between(5, 12), chance.between(0, 59)),
        minutes: reached ? chance.between(10, 75) : 2,
        travel_minutes:
          kind === 'home_visit' || kind === 'school_visit' ? chance.between(15, 60) : 0,
        with_persons: reached ? [story.clientId] : [],
        with_others: '',
        place: '',
        purpose: chance.pick(words.purposes),
        worker_id: story.manager,
        entered_in_error: '',
        created_at: at(day, 13),
        created_by: story.manager,
        version: 1,
      })
      if (reached && chance.in(0.6)) this.#note(story, contactId, day)
      const goal = goals.length > 0 && chance.in(0.35) ? chance.pick(goals) : undefined
      if (goal) {
        const level = Math.min(2, (levels.get(goal.id) ?? -2) + chance.between(0, 1))
        levels.set(goal.id, level)
        this.#rows.add('goal_progress', {
          id: this.#id(day),
          case_id: story.caseId,
          goal_id: goal.id,
          contact_id: contactId,
          on_day: day,
          level,
          said: goal.need.progress[Math.max(0, Math.min(2, level + 1))] ?? '',
          judged_by: chance.pick(['client', 'worker', 'shared']),
          created_at: at(day, 13),
          created_by: story.manager,
        })
      }
      if (daysBetween(reviewed, day) >= story.reviewEveryDays - chance.between(0, 9)) {
        this.#review(story, goals, levels, day)
        reviewed = day
      }
      day = addDays(
        day,
        Math.max(3, Math.round(story.contactEveryDays * (0.5 + chance.next() * 0.48))),
      )
    }
    for (let n = chance.between(0, 2); n > 0; n--) {
      const isOver = ends < this.#agency.today
      const due = addDays(ends, isOver ? -chance.between(5, 40) : chance.between(-6, 12))
      if (due <= story.openedOn) continue
      const done = isOver || (due < ends && chance.in(0.5))
      this.#rows.add('task', {
        id: this.#id(story.openedOn),
        case_id: story.caseId,
        title: chance.pick(words.tasks),
        kind: !done && chance.in(0.35) ? 'appointment' : 'task',
        due_on: due,
        due_time: null,
        place: '',
        worker_id: story.manager,
        done_at: done ? at(due) : null,
        done_by: done ? story.manager : null,
        dropped_reason: '',
        created_at: at(addDays(due, -3) < story.openedOn ? story.openedOn : addDays(due, -3)),
        created_by: story.manager,
        version: 1,
      })
    }
  }

  #note(story: Story, contactId: string, day: string) {
    const chance = this.#chance
    const text = chance.pick(this.#agency.words.notes)
    const isSoap = chance.in(0.6)
    this.#rows.add('note', {
      id: this.#id(day),
      case_id: story.caseId,
      data_group: 'notes',
      contact_id: contactId,
      format: isSoap ? 'soap' : 'free',
      sections: isSoap
        ? { subjective: text.s, objective: text.o, assessment: text.a, plan: text.p }
        : { text: `${text.s} ${text.p}` },
      status: 'signed',
      signed_at: at(day, 14),
      signed_by: story.manager,
      amends: null,
      amend_reason: '',
      author_id: story.manager,
      created_at: at(day, 13),
      version: 1,
    })
  }

  #review(
    story: Story,
    goals: readonly Planned[],
    levels: ReadonlyMap<string, number>,
    day: string,
  ) {
    if (goals.length === 0) return
    const { phrases, reviewSaid } = this.#agency.words
    const scores = attainmentChange(
      goals.map(({ id }) => ({ weight: 1, atBaseline: -2, now: (levels.get(id) ?? -2) as -2 })),
    )
    this.#rows.add('review', {
      id: this.#id(day),
      case_id: story.caseId,
      plan_id: null,
      on_day: day,
      participants: phrases.participants,
      client_says: this.#chance.pick(reviewSaid),
      client_says_missing: '',
      attainment: Object.fromEntries(
        goals.map(({ id }) => [id, { level: levels.get(id) ?? -2, remark: '' }]),
      ),
      t_score: scores?.now ?? null,
      t_baseline: scores?.baseline ?? null,
      needs_changed: '',
      decision: 'continue',
      decision_reason: phrases.decision,
      next_on: addDays(day, story.reviewEveryDays),
      created_at: at(day, 14),
      created_by: story.manager,
      version: 1,
    })
  }

  #close(story: Story, assessed: readonly Assessed[], goals: readonly Planned[], closedOn: string) {
    const chance = this.#chance
    const { phrases } = this.#agency.words
    this.#review(
      story,
      goals,
      new Map(goals.map(({ id }) => [id, chance.between(-1, 2)])),
      addDays(closedOn, -1),
    )
    for (const { id } of assessed) {
      const outcome = chance.pick(['met', 'met', 'partly_met', 'unmet'] as const)
      this.#rows.add(
        'need',
        this.#take('need', id, {
          outcome,
          outcome_on: closedOn,
          outcome_reason:
            outcome === 'met' ? phrases.met : outcome === 'unmet' ? phrases.unmet : phrases.partly,
        }),
      )
    }
    this.#rows.add(
      'case_file',
      this.#take('case_file', story.caseId, { status: 'closed', closed_on: closedOn }),
    )
    const closureId = this.#id(closedOn)
    this.#rows.add('closure', {
      id: closureId,
      case_id: story.caseId,
      episode: 1,
      opened_on: story.openedOn,
      review_id: null,
      closed_on: closedOn,
      reason: chance.pick(['goals_met', 'goals_met', 'client_wish', 'moved', 'lost_contact']),
      reason_words: phrases.closureReason,
      client_says: chance.pick(this.#agency.words.reviewSaid),
      remaining_risk: phrases.remainingRisk,
      aftercare: phrases.aftercare,
      reopened_on: null,
      reopen_reason: '',
      created_at: at(closedOn, 14),
      created_by: story.manager,
      version: 1,
    })
    for (const months of [1, 3, 6]) {
      const due = addMonths(closedOn, months)
      const done =
        due < addDays(this.#agency.today, -25) || (due < this.#agency.today && chance.in(0.6))
      this.#rows.add('follow_up', {
        id: this.#id(closedOn),
        case_id: story.caseId,
        closure_id: closureId,
        months,
        due_on: due,
        done_on: done ? due : null,
        done_by: done ? story.manager : null,
        reached: done ? true : null,
        how_now: done ? phrases.followUp : '',
        cancelled_reason: '',
        created_at: at(closedOn, 14),
        version: 1,
      })
    }
  }
}

interface Story {
  caseId: string
  requestId: string
  clientId: string
  manager: string
  openedOn: string
  sex: 'female' | 'male'
  contactEveryDays: number
  reviewEveryDays: number
}

interface Assessed {
  id: string
  need: DemoNeed
  foundOn: string
}

interface Planned {
  id: string
  need: DemoNeed
}
