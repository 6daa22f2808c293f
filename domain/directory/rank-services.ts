import type { NeedDomain } from '../assessment/grid.ts'
import { daysBetween } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { Age } from '../people/age.ts'
import { normaliseName } from '../text/normalise-name.ts'
import type { AccessCode, AreaLevel, ServiceStatus } from './directory.ts'
import { readEligibility } from './read-conditions.ts'
import { isSameLanguage } from './language-codes.ts'

/** What the case knows of the person whose need it is; absent where nobody said. */
export interface ClientFacts {
  /** Completed years on the day of the search; a range where the birth date is vague. */
  age: Age | undefined
  sex: 'female' | 'male' | 'other' | 'unknown'
  /** ISO 639 codes of languages the person can be helped in. */
  languages: readonly string[]
  /** Where the person lives, from the widest to the nearest; empty where unknown. */
  areas: readonly { name: string; level: AreaLevel | null }[]
  /** The person cannot pay. */
  mustBeFree: boolean
  /** The person cannot climb stairs. */
  needsStepFree: boolean
  /** Services to which this need has an open referral already. */
  alreadyReferredTo: readonly string[]
}

/** What the directory knows of a service; empty or null where nobody said. */
export interface ServiceFacts {
  id: string
  name: string
  status: ServiceStatus
  needDomains: readonly string[]
  domainsFrom: 'nobody' | 'taxonomy' | 'keywords' | 'steward'
  minimumAge: number | null
  maximumAge: number | null
  acceptsSex: 'female' | 'male' | null
  eligibility: string
  free: boolean | null
  fees: string
  languages: readonly string[]
  interpretation: string
  areas: readonly { name: string; level: AreaLevel | null }[]
  access: readonly AccessCode[]
  lastConfirmedOn: Day | null
}

export type Fit = 'eligible' | 'unknown' | 'not_eligible'

/** Every reason with its weight in the order of services, and whether it decides who may come. */
const reasonRules = {
  category_named: { weight: 2 },
  category_from_words: { weight: 1 },
  category_unknown: { weight: -2, open: true },
  another_need: { weight: -9, excludes: true },
  closed: { weight: -9, excludes: true },
  paused: { weight: -9, excludes: true },
  already_referred: { weight: -9, excludes: true },
  age_within: { weight: 2 },
  age_unknown: { weight: 0, open: true },
  age_outside: { weight: -9, excludes: true },
  sex_accepted: { weight: 1 },
  sex_unknown: { weight: 0, open: true },
  sex_not_accepted: { weight: -9, excludes: true },
  no_condition: { weight: 2 },
  condition_to_read: { weight: 0, open: true },
  condition_not_written: { weight: 0, open: true },
  area_covered: { weight: 3 },
  area_unclear: { weight: 0, open: true },
  area_of_client_unknown: { weight: 0, open: true },
  area_not_covered: { weight: -9, excludes: true },
  language_spoken: { weight: 3 },
  interpreter_offered: { weight: 1 },
  language_not_written: { weight: 0 },
  language_not_spoken: { weight: -2 },
  free: { weight: 2 },
  fee_to_read: { weight: 0 },
  fee_not_written: { weight: 0 },
  costs_money: { weight: -1 },
  costs_money_and_cannot_pay: { weight: -4 },
  step_free: { weight: 2 },
  step_free_not_written: { weight: -1 },
  confirmed: { weight: 2 },
  confirmed_long_ago: { weight: -1 },
  never_confirmed: { weight: -1 },
} as const satisfies Record<string, { weight: number; open?: true; excludes?: true }>

export type ReasonCode = keyof typeof reasonRules
export const reasonCodes = Object.keys(reasonRules) as [ReasonCode, ...ReasonCode[]]

export interface Reason {
  code: ReasonCode
  /** For the service, against it, or something to ask before deciding. */
  direction: 'for' | 'against' | 'ask'
  facts: Record<string, string | number | null>
}

export interface RankedService<S extends ServiceFacts> {
  service: S
  fit: Fit
  reasons: Reason[]
  /** 1 is the first to look at; services that are not for the person come last. */
  rank: number
}

/** After so many days nobody relies on hours and telephone numbers without asking. */
export const confirmationHoldsDays = 180

const stepFreeCodes: readonly AccessCode[] = ['wheelchair', 'ramp', 'elevator']

/**
 * Which services may answer a need, in the order in which to look at them, each with what speaks
 * for it, what against it and what must be asked. It advises and decides nothing: a condition that
 * stands in words is never judged here, it is handed on to be read.
 *
 * Order: those the person may use, those where something must be asked first, those not for the
 * person; within each by the weights above, then by name.
 */
export function rankServices<S extends ServiceFacts>(
  need: { domain: NeedDomain },
  client: ClientFacts,
  services: readonly S[],
  today: Day,
): RankedService<S>[] {
  const places = client.areas.map(({ name, level }) => ({ key: normaliseName(name), level }))
  return services
    .map((service) => {
      const reasons = [
        ...judgeStatus(service, client),
        ...judgeCategory(service, need.domain),
        ...judgeAge(service, client.age),
        ...judgeSex(service, client.sex),
        ...judgeConditions(service),
        ...judgeArea(service, places),
        ...judgeLanguage(service, client.languages),
        ...judgeCost(service, client.mustBeFree),
        ...judgeAccess(service, client.needsStepFree),
        ...judgeConfirmation(service, today),
      ].toSorted((a, b) => Math.abs(weightOf(b)) - Math.abs(weightOf(a)))
      const score = reasons.reduce((sum, reason) => sum + weightOf(reason), 0)
      return { service, fit: fitOf(reasons), reasons, score, key: normaliseName(service.name) }
    })
    .toSorted(
      (a, b) =>
        fitOrder[a.fit] - fitOrder[b.fit] ||
        b.score - a.score ||
        inOrder(a.key, b.key) ||
        inOrder(a.service.id, b.service.id),
    )
    .map(({ service, fit, reasons }, index) => ({ service, fit, reasons, rank: index + 1 }))
}

const fitOrder: Record<Fit, number> = { eligible: 0, unknown: 1, not_eligible: 2 }

/** Whether a reason by itself puts the service out of question. */
export function excludes(code: ReasonCode): boolean {
  return 'excludes' in reasonRules[code]
}

function fitOf(reasons: readonly Reason[]): Fit {
  if (reasons.some(({ code }) => excludes(code))) return 'not_eligible'
  return reasons.some(({ code }) => 'open' in reasonRules[code]) ? 'unknown' : 'eligible'
}

function weightOf({ code }: Reason): number {
  return reasonRules[code].weight
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function speaksFor(code: ReasonCode, facts: Reason['facts'] = {}): Reason {
  return { code, direction: 'for', facts }
}

function speaksAgainst(code: ReasonCode, facts: Reason['facts'] = {}): Reason {
  return { code, direction: 'against', facts }
}

function ask(code: ReasonCode, facts: Reason['facts'] = {}): Reason {
  return { code, direction: 'ask', facts }
}

function judgeStatus(service: ServiceFacts, client: ClientFacts): Reason[] {
  const reasons: Reason[] = []
  if (client.alreadyReferredTo.includes(service.id)) reasons.push(speaksAgainst('already_referred'))
  if (service.status === 'temporarily_closed') reasons.push(speaksAgainst('paused'))
  if (service.status === 'inactive' || service.status === 'defunct') {
    reasons.push(speaksAgainst('closed'))
  }
  return reasons
}

function judgeCategory(service: ServiceFacts, domain: NeedDomain): Reason[] {
  if (service.needDomains.length === 0) return [ask('category_unknown')]
  if (!service.needDomains.includes(domain)) {
    return [speaksAgainst('another_need', { domains: service.needDomains.join(' ') })]
  }
  const guessed = service.domainsFrom === 'keywords'
  return [speaksFor(guessed ? 'category_from_words' : 'category_named', { domain })]
}

function judgeAge({ minimumAge, maximumAge }: ServiceFacts, age: Age | undefined): Reason[] {
  if (minimumAge === null && maximumAge === null) return []
  const limits = { minimum: minimumAge, maximum: maximumAge }
  if (!age) return [ask('age_unknown', limits)]
  const facts = { ...limits, age: age.least, ageAtMost: age.most }
  const least = minimumAge ?? 0
  const most = maximumAge ?? Number.POSITIVE_INFINITY
  if (age.most < least || age.least > most) return [speaksAgainst('age_outside', facts)]
  if (age.least >= least && age.most <= most) return [speaksFor('age_within', facts)]
  return [ask('age_unknown', facts)]
}

function judgeSex({ acceptsSex }: ServiceFacts, sex: ClientFacts['sex']): Reason[] {
  if (acceptsSex === null) return []
  const facts = { accepts: acceptsSex }
  if (sex === acceptsSex) return [speaksFor('sex_accepted', facts)]
  if (sex === 'female' || sex === 'male') return [speaksAgainst('sex_not_accepted', facts)]
  return [ask('sex_unknown', facts)]
}

function judgeConditions({ eligibility, ...service }: ServiceFacts): Reason[] {
  const read = readEligibility(eligibility)
  switch (read.kind) {
    case 'everybody':
      return [speaksFor('no_condition')]
    case 'text':
      return [ask('condition_to_read', { text: eligibility })]
    case 'age':
      return read.alone ? [] : [ask('condition_to_read', { text: eligibility })]
    case 'nothing_written': {
      const { minimumAge, maximumAge, acceptsSex } = service
      const told = minimumAge !== null || maximumAge !== null || acceptsSex !== null
      return told ? [] : [ask('condition_not_written')]
    }
  }
}

type Place = { key: string; level: AreaLevel | null }

function judgeArea({ areas }: ServiceFacts, places: readonly Place[]): Reason[] {
  if (areas.length === 0) return []
  const facts = { areas: areas.map(({ name }) => name).join('، ') }
  const served = areas.map(({ name, level }) => ({ name, level, key: normaliseName(name) }))
  if (served.some(({ level }) => level === 'country')) {
    return [
      speaksFor('area_covered', { area: served.find((a) => a.level === 'country')?.name ?? '' }),
    ]
  }
  const known = places.filter(({ key }) => key !== '')
  if (known.length === 0) return [ask('area_of_client_unknown', facts)]
  const covering = served.find((area) => known.some((place) => isSamePlace(area, place)))
  if (covering) return [speaksFor('area_covered', { area: covering.name })]
  const elsewhere = served.every((area) =>
    known.some((place) => area.level !== null && area.level === place.level),
  )
  return elsewhere ? [speaksAgainst('area_not_covered', facts)] : [ask('area_unclear', facts)]
}

/** The same name, or one name inside the other as whole words («شهر ری» and «ری»). */
function isSamePlace(area: Place, place: Place): boolean {
  if (area.level !== null && place.level !== null && area.level !== place.level) return false
  if (area.key === '') return false
  return ` ${area.key} `.includes(` ${place.key} `) || ` ${place.key} `.includes(` ${area.key} `)
}

function judgeLanguage(service: ServiceFacts, languages: readonly string[]): Reason[] {
  if (languages.length === 0) return []
  const spoken = languages.find((language) =>
    service.languages.some((offered) => isSameLanguage(offered, language)),
  )
  if (spoken) return [speaksFor('language_spoken', { language: spoken })]
  const wanted = { language: languages[0] ?? '' }
  if (service.interpretation !== '') {
    return [speaksFor('interpreter_offered', { ...wanted, text: service.interpretation })]
  }
  if (service.languages.length === 0) return [ask('language_not_written', wanted)]
  return [speaksAgainst('language_not_spoken', { ...wanted, spoken: service.languages.join(' ') })]
}

function judgeCost({ free, fees }: ServiceFacts, mustBeFree: boolean): Reason[] {
  if (free) return [speaksFor('free')]
  if (free === false) {
    const code = mustBeFree ? 'costs_money_and_cannot_pay' : 'costs_money'
    return [speaksAgainst(code, { text: fees })]
  }
  return [fees === '' ? ask('fee_not_written') : ask('fee_to_read', { text: fees })]
}

function judgeAccess({ access }: ServiceFacts, needsStepFree: boolean): Reason[] {
  if (!needsStepFree) return []
  return access.some((code) => stepFreeCodes.includes(code))
    ? [speaksFor('step_free')]
    : [ask('step_free_not_written')]
}

function judgeConfirmation({ lastConfirmedOn }: ServiceFacts, today: Day): Reason[] {
  if (lastConfirmedOn === null) return [ask('never_confirmed')]
  const facts = { on: lastConfirmedOn, days: daysBetween(lastConfirmedOn, today) }
  return facts.days <= confirmationHoldsDays
    ? [speaksFor('confirmed', facts)]
    : [ask('confirmed_long_ago', facts)]
}
