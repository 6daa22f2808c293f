import { toJalali } from '@peyvand/domain/calendar/jalali.ts'
import { dueItems } from '@peyvand/domain/monitoring/due-items.ts'
import { readDueFacts } from '@peyvand/domain/monitoring/read-due-facts.ts'
import { makeChance } from '../../server/demo/chance.ts'
import type { Chance } from '../../server/demo/chance.ts'
import { english, persian } from '../../server/demo/words.ts'
import type { DemoNeed, DemoWords } from '../../server/demo/words.ts'
import { arrayCell, jsonCell } from './copy-line.ts'
import { dayNumber, dayText, instantText, momentOf } from './days.ts'
import { makeId } from './make-id.ts'
import { makePerson } from './make-person.ts'
import type { MadeAgency } from './make-agency.ts'
import type { RowsByDay } from './rows-by-day.ts'

const everyGroup = '{core,family,plan,notes,health,substance_use,school,legal,money}'
const contactKinds = [
  'call',
  'call',
  'home_visit',
  'office_visit',
  'office_visit',
  'message',
] as const
const severities = [1, 2, 2, 3, 3, 4] as const
const outcomes = ['met', 'met', 'partly_met', 'unmet'] as const

/** How long the agency has been at work, in days. */
export const span = 3650

/** The sections of a note, by language: the same few texts over and over, as text of the usual length. */
const noteTexts = (words: DemoWords) =>
  words.notes.map(({ s, o, a, p }) =>
    jsonCell({ subjective: s, objective: o, assessment: a, plan: p }),
  )
const notesOf = { fa: noteTexts(persian), en: noteTexts(english) }

const scales = new Map<DemoNeed, string>()

/** The five levels of a goal that answers this need. */
function scaleOf(need: DemoNeed): string {
  const known = scales.get(need)
  if (known !== undefined) return known
  const made = jsonCell(Object.fromEntries(need.scale.map((text, n) => [String(n - 2), text])))
  scales.set(need, made)
  return made
}

type Instrument = MadeAgency['instruments'][number]

interface Assessed {
  id: string
  day: number
  instrument: Instrument
  filled: Instrument['filled']['fa'][number]
}

interface Client {
  id: string
  caseId: string
}

/** Writes the n-th case with all its rows, from its request to where it stands today. */
export class CaseMaker {
  readonly #agency: MadeAgency
  readonly #rows: RowsByDay
  readonly #size: number
  readonly #today: number
  readonly #todayText: string
  readonly #chance: Chance
  readonly #numbers = new Map<number, number>()
  #before: Client | undefined

  constructor(agency: MadeAgency, rows: RowsByDay, size: number, today: string) {
    this.#agency = agency
    this.#rows = rows
    this.#size = size
    this.#today = dayNumber(today)
    this.#todayText = today
    this.#chance = makeChance(1405 + size)
  }

  /** The last numbers given, by year. */
  get numbers(): ReadonlyMap<number, number> {
    return this.#numbers
  }

  openedOn(n: number): number {
    return this.#today - span + Math.floor((n / this.#size) * (span - 1))
  }

  make(n: number): void {
    const agency = this.#agency
    const chance = this.#chance
    const rows = this.#rows
    const today = this.#today
    const opened = this.openedOn(n)
    const { open, present, worker } = agency.caseload.standing(n)
    const manager = (present ? agency.workers : agency.formerWorkers)[worker] ?? ''
    const supervisor =
      (present
        ? agency.supervisors[agency.caseload.supervisorOf(worker)]
        : agency.formerSupervisors[agency.caseload.formerSupervisorOf(worker)]) ?? ''
    const closed = open
      ? undefined
      : opened + Math.min(chance.between(120, 400), Math.floor((today - opened) * 0.9))
    const ends = closed ?? today
    const programme = agency.pickProgramme(chance)
    const person = makePerson(n, this.#todayText)
    const words = person.language === 'fa' ? persian : english

    const id = (day: number) => makeId(chance, momentOf(day, chance.next() * 500))
    const at = (day: number) => instantText(momentOf(day, chance.next() * 500))
    const within = (day: number) => Math.max(opened, Math.min(day, ends))

    // ---- the person and the request
    const personId = id(opened)
    const began = at(opened)
    rows.add(
      opened,
      'person',
      personId,
      agency.id,
      person.given,
      person.family,
      arrayCell(person.otherNames),
      person.father,
      person.sex,
      person.bornOn,
      person.precision,
      person.nationalId,
      person.nationalId === null ? '-' : '',
      person.language === 'fa' ? '{fa}' : '{en}',
      `{${agency.tokensOf([person.given, person.family]).join(',')}}`,
      began,
      manager,
    )
    rows.add(opened, 'phone_number', id(opened), personId, person.phone, began)
    rows.add(
      opened,
      'address',
      id(opened),
      personId,
      words.phrases.home,
      chance.pick(words.areas),
      began,
    )
    const caseId = id(opened)
    const requestId = id(opened)
    const householdId = id(opened)
    const spouse = chance.in(0.5) ? this.#before : undefined
    rows.add(opened, 'household', householdId, agency.id, person.family, began, manager)
    rows.add(
      opened,
      'household_member',
      id(opened),
      householdId,
      personId,
      words.household.head,
      true,
      began,
    )
    rows.add(
      opened,
      'request',
      requestId,
      agency.id,
      programme.deskId,
      programme.id,
      chance.pick(['self', 'self', 'family', 'school', 'hotline', 'hospital', 'court']),
      chance.pick(words.needs).told,
      'accepted',
      began,
      manager,
      began,
      manager,
      caseId,
    )
    rows.add(opened, 'request_person', requestId, personId, 'client', began)
    rows.add(opened, 'case_person', caseId, personId, 'client', began)
    if (spouse) {
      rows.add(
        opened,
        'household_member',
        id(opened),
        householdId,
        spouse.id,
        words.household.spouse,
        false,
        began,
      )
      rows.add(opened, 'relationship', id(opened), personId, spouse.id, 'spouse', began, manager)
      rows.add(opened, 'request_person', requestId, spouse.id, 'household', began)
      rows.add(opened, 'case_person', caseId, spouse.id, 'household', began)
    }
    this.#before = { id: personId, caseId }

    // ---- the case, its team, and the access that follows from it
    const risk =
      open && chance.in(0.14) ? chance.pick(['watch', 'watch', 'urgent', 'crisis']) : 'normal'
    rows.add(
      opened,
      'case_file',
      caseId,
      agency.id,
      this.#number(opened),
      personId,
      householdId,
      programme.id,
      programme.practiceModelId,
      words.phrases.modelReason,
      requestId,
      open ? 'open' : 'closed',
      dayText(opened),
      closed === undefined ? null : dayText(closed),
      risk,
      risk === 'normal' ? '' : chance.pick(words.riskReasons),
      began,
      manager,
    )
    for (const [who, role] of [
      [manager, 'case_manager'],
      [supervisor, 'supervisor'],
    ] as const) {
      rows.add(
        opened,
        'team_member',
        id(opened),
        caseId,
        who,
        role,
        everyGroup,
        true,
        dayText(opened),
        began,
        manager,
      )
      rows.add(opened, 'case_access', who, caseId, everyGroup, true, `team:${role}`)
    }

    // ---- 1 assessments and needs
    const first = within(opened + chance.between(1, 9))
    const assessed: Assessed[] = []
    for (const again of chance.in(0.5) ? [0, 60] : [0]) {
      const day = first + again
      if (day > ends) break
      const instrument = chance.in(0.7) ? agency.instruments[0] : agency.instruments[1]
      if (!instrument) break
      const filled = chance.pick(instrument.filled[person.language])
      const assessmentId = id(day)
      const moment = at(day)
      rows.add(
        day,
        'assessment',
        assessmentId,
        caseId,
        instrument.dataGroup,
        instrument.id,
        personId,
        person.language,
        'completed',
        filled.answers,
        filled.scores,
        words.phrases.clientView,
        moment,
        moment,
        manager,
      )
      assessed.push({ id: assessmentId, day, instrument, filled })
    }
    const needs = chance.some(words.needs, 2).map((need, index) => {
      const needId = id(first)
      const outcome = closed === undefined ? null : chance.pick(outcomes)
      const severity = chance.pick(severities)
      const { met, partly, unmet, evidence } = words.phrases
      rows.add(
        first,
        'need',
        needId,
        caseId,
        index + 1,
        assessed[0]?.id ?? null,
        need.level,
        need.domain,
        need.statement,
        severity,
        chance.pick(['client', 'shared', 'worker']),
        evidence,
        dayText(first),
        outcome,
        outcome === null ? '' : outcome === 'met' ? met : outcome === 'unmet' ? unmet : partly,
        outcome === null || closed === undefined ? null : dayText(closed),
        at(first),
        manager,
      )
      return { id: needId, need, severity, settled: outcome !== null }
    })

    // ---- 2 plan and goals
    const planned = first + chance.between(5, 14)
    const goals: { id: string; needId: string; number: number; words: string }[] = []
    let planId: string | null = null
    if (planned <= ends) {
      planId = id(planned)
      const moment = at(planned)
      rows.add(
        planned,
        'plan',
        planId,
        caseId,
        1,
        'in_force',
        jsonCell({ intervention: { words: needs[0]?.need.action ?? '' } }),
        moment,
        dayText(planned),
        moment,
        manager,
      )
      for (const [index, { id: needId, need }] of needs.entries()) {
        const goalId = id(planned)
        rows.add(
          planned,
          'goal',
          goalId,
          caseId,
          planId,
          index + 1,
          need.goal,
          need.professional,
          chance.between(4, 10),
          dayText(planned + 90),
          scaleOf(need),
          -2,
          moment,
          manager,
        )
        rows.add(planned, 'goal_need', caseId, goalId, needId)
        goals.push({ id: goalId, needId, number: index + 1, words: need.goal })
      }
    }

    // ---- 3 consent and referral
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
      const outcome =
        status === 'completed' ? chance.pick(['got_help', 'got_help', 'partly']) : null
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

    // ---- 4 contacts with their notes, progress, tasks
    const last = open
      ? within(today - Math.floor(chance.next() * 1.1 * programme.contactEveryDays))
      : ends
    const contacts: { on: string; reached: boolean; moment: number }[] = []
    const days = [within(opened + chance.between(0, 4)), chance.between(opened, last), last]
    for (const [index, day] of days.entries()) {
      const contactId = id(day)
      const kind = chance.pick(contactKinds)
      const reached = chance.in(0.92)
      const moment = momentOf(day, chance.next() * 480)
      rows.add(
        day,
        'contact',
        contactId,
        caseId,
        kind,
        reached,
        instantText(moment),
        reached ? chance.between(10, 75) : 2,
        kind === 'home_visit' ? chance.between(15, 60) : 0,
        reached ? `{${personId}}` : '{}',
        chance.pick(words.purposes),
        manager,
        instantText(moment),
        manager,
      )
      contacts.push({ on: dayText(day), reached, moment })
      const signed = instantText(moment + 3_600_000)
      rows.add(
        day,
        'note',
        id(day),
        caseId,
        contactId,
        'soap',
        chance.pick(notesOf[person.language]),
        'signed',
        signed,
        manager,
        manager,
        signed,
      )
      if (index === 2 && open && day >= planned) {
        for (const goal of goals) {
          rows.add(
            day,
            'goal_progress',
            id(day),
            caseId,
            goal.id,
            contactId,
            dayText(day),
            chance.between(-1, 1),
            '',
            'shared',
            signed,
            manager,
          )
        }
      }
    }
    const tasks: unknown[] = []
    for (let n = 0; n < 2; n++) {
      const due = open ? today + chance.between(-12, 20) : within(ends - chance.between(5, 40))
      const done = !open || (due < today && chance.in(0.8))
      const made = within(due - 7)
      const taskId = id(made)
      const title = chance.pick(words.tasks)
      const kind = !done && chance.in(0.3) ? 'appointment' : 'task'
      const doneAt = done ? instantText(momentOf(within(due), 200)) : null
      rows.add(
        made,
        'task',
        taskId,
        caseId,
        title,
        kind,
        dayText(due),
        manager,
        doneAt,
        done ? manager : null,
        at(made),
        manager,
      )
      if (!done)
        tasks.push({
          id: taskId,
          kind,
          title,
          dueOn: dayText(due),
          time: null,
          place: '',
          workerId: manager,
        })
    }

    // ---- 5 review, closure, follow-ups
    const every = programme.reviewEveryDays
    let reviewed: { on: number; next: number } | undefined
    if (open && planId !== null && today - opened > every) {
      const day = Math.max(planned, today - Math.floor(chance.next() * every * 1.05))
      reviewed = { on: day, next: day + every }
      rows.add(
        day,
        'review',
        id(day),
        caseId,
        planId,
        dayText(day),
        words.phrases.participants,
        chance.pick(words.reviewSaid),
        jsonCell(Object.fromEntries(goals.map(({ id }) => [id, { level: 0, remark: '' }]))),
        'continue',
        words.phrases.decision,
        dayText(day + every),
        at(day),
        manager,
      )
    }
    const followUps: unknown[] = []
    if (closed !== undefined) {
      const closureId = id(closed)
      rows.add(
        closed,
        'closure',
        closureId,
        caseId,
        1,
        dayText(opened),
        dayText(closed),
        chance.pick(['goals_met', 'goals_met', 'client_wish', 'moved', 'lost_contact']),
        words.phrases.closureReason,
        chance.pick(words.reviewSaid),
        words.phrases.remainingRisk,
        words.phrases.aftercare,
        at(closed),
        manager,
      )
      // Before that nobody was asked how it went on.
      for (const months of today - closed < 730 ? [1, 3, 6] : []) {
        const due = closed + months * 30
        const done = due < today
        const followUpId = id(closed)
        rows.add(
          closed,
          'follow_up',
          followUpId,
          caseId,
          closureId,
          months,
          dayText(due),
          done ? dayText(due) : null,
          done ? manager : null,
          done ? true : null,
          done ? words.phrases.followUp : '',
          at(closed),
        )
        if (!done) followUps.push({ id: followUpId, months, dueOn: dayText(due) })
      }
    }
    if (!open && followUps.length === 0) return

    // ---- what is due, by the rules themselves
    const newest = contacts.toSorted((a, b) => b.moment - a.moment)
    const reachedAt = newest.findIndex(({ reached }) => reached)
    const byId = <T extends { id: string }>(list: readonly T[]) =>
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const facts = readDueFacts({
      status: open ? 'open' : 'closed',
      openedOn: dayText(opened),
      closedOn: closed === undefined ? null : dayText(closed),
      riskLevel: risk,
      managerId: manager,
      contactEveryDays: programme.contactEveryDays,
      reviewEveryDays: programme.reviewEveryDays,
      contacts: reachedAt < 0 ? newest : newest.slice(0, reachedAt + 1),
      lastReviewOn: reviewed ? dayText(reviewed.on) : null,
      nextReviewOn: reviewed ? dayText(reviewed.next) : null,
      assessments: byId(assessed).map(({ id, day, instrument }) => ({
        id,
        title: instrument.title,
        dataGroup: instrument.dataGroup,
        status: 'completed',
        startedOn: dayText(day),
        completedOn: dayText(day),
        clientViewTold: true,
        startedBy: manager,
      })),
      scored: assessed
        .filter(({ instrument }) => instrument.scales !== null)
        .map(({ id, day, instrument, filled }) => ({
          assessmentId: id,
          personId,
          instrument: instrument.code,
          dataGroup: instrument.dataGroup,
          title: instrument.title,
          on: dayText(day),
          scores: filled.scales,
          scales: instrument.scales,
        })),
      needs: needs.map(({ id, need, severity, settled }, index) => ({
        id,
        number: index + 1,
        statement: need.statement,
        severity,
        urgency: 'normal',
        foundOn: dayText(first),
        settled,
        goals: goals.filter(({ needId }) => needId === id).length,
      })),
      plans:
        planId === null
          ? []
          : [
              {
                id: planId,
                edition: 1,
                status: 'in_force',
                createdOn: dayText(planned),
                proposedOn: dayText(planned),
                answeredOn: null,
                inForceOn: dayText(planned),
              },
            ],
      goals: goals.map(({ id, number, words }) => ({
        id,
        number,
        words,
        since: dayText(planned),
        lastProgressOn: open && last >= planned ? dayText(last) : null,
      })),
      actions: [],
      tasks,
      referrals,
      consents,
      draftNotes: [],
      followUps,
    })
    for (const item of dueItems(facts, this.#todayText)) {
      rows.add(
        today,
        'due',
        caseId,
        item.key,
        item.dataGroup,
        item.rule,
        item.element,
        item.level,
        item.dueOn,
        jsonCell(item.facts),
        item.act,
        item.subjectId,
        item.workerId,
      )
    }
  }

  #number(opened: number): string {
    const year = toJalali(dayText(opened)).year
    const number = (this.#numbers.get(year) ?? 0) + 1
    this.#numbers.set(year, number)
    return `${year}-${String(number).padStart(4, '0')}`
  }
}
