import { useMemo } from 'react'
import type { NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { needDomains } from '@peyvand/domain/assessment/grid.ts'
import { daysBetween } from '@peyvand/domain/calendar/day.ts'
import type { findServicesForNeed } from '@peyvand/domain/directory/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import type { Option } from '../../ui/option.tsx'

export type FoundService = AnswerOf<typeof findServicesForNeed>['services'][number]
export type Reason = FoundService['reasons'][number]

/** Languages people who ask for help speak here, the nearest first. */
const spoken = [
  'fa',
  'az',
  'ku',
  'lrc',
  'ar',
  'bal',
  'tk',
  'glk',
  'mzn',
  'prs',
  'ps',
  'ur',
  'hy',
  'aii',
  'tr',
  'uz',
  'sgn',
  'en',
  'es',
  'fr',
  'de',
  'it',
  'ru',
  'zh',
  'ko',
  'ja',
  'vi',
  'tl',
  'hi',
  'so',
] as const

/**
 * The name of a language by its ISO 639 code, in the reader's own; where the browser does not know
 * it, as its source called it.
 */
export function useLanguageName(): (code: string, asCalled?: string) => string {
  const { formats } = useLocale()
  const names = useMemo(
    () => new Intl.DisplayNames(formats.tag, { type: 'language', fallback: 'none' }),
    [formats],
  )
  return (code, asCalled) =>
    (/^[a-z]{2,3}$/.test(code) && names.of(code)) || (asCalled ?? '') || code
}

export function useLanguageOptions(): Option[] {
  const nameOf = useLanguageName()
  return spoken.map((code) => ({ value: code, label: nameOf(code) }))
}

export function useNeedOptions(): Option<NeedDomain>[] {
  const t = useWords()
  return needDomains.map((domain) => ({ value: domain, label: t(`directory.need.${domain}`) }))
}

/** `۱۸ تا ۶۰ سال`; nothing where there is no limit. */
export function useAgeLimits(): (minimum: number | null, maximum: number | null) => string {
  const t = useWords()
  return (minimum, maximum) => {
    if (minimum !== null && maximum !== null) {
      return t('directory.limits.between', { minimum, maximum })
    }
    if (minimum !== null) return t('directory.limits.from', { minimum })
    return maximum === null ? '' : t('directory.limits.upTo', { maximum })
  }
}

/** A reason as one short line, to stand under its topic. */
export function useReasonWords(): (reason: Reason) => string {
  const t = useWords()
  const languageName = useLanguageName()
  const limits = useAgeLimits()
  const { formatList } = useFormats()
  const whenOf = useWhen()
  const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)
  return ({ code, facts }) => {
    const words = (name: string) => String(facts[name] ?? '')
    const languages = (name: string) =>
      formatList(
        words(name)
          .split(' ')
          .map((code) => languageName(code)),
      )
    const needs = (name: string) =>
      formatList(
        needDomains
          .filter((domain) => words(name).split(' ').includes(domain))
          .map((domain) => t(`directory.need.${domain}`)),
      )
    return t(`directory.reason.${code}`, {
      need: needs('domain'),
      needs: needs('domains'),
      limits: limits(numberOf(facts.minimum), numberOf(facts.maximum)),
      accepts: words('accepts'),
      text: shorten(words('text')),
      area: words('area'),
      areas: shorten(words('areas')),
      language: 'language' in facts ? languageName(words('language')) : '',
      spoken: 'spoken' in facts ? languages('spoken') : '',
      when: facts.on ? whenOf(words('on')) : '',
    })
  }
}

/** `سه روز پیش` while one counts in days, later the date. */
export function useWhen(): (day: string) => string {
  const { today } = useLocale()
  const { formatDay, formatRelativeDays } = useFormats()
  return (day) => (daysBetween(day, today) <= 45 ? formatRelativeDays(day, today) : formatDay(day))
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text
}

export const topics = [
  'state',
  'need',
  'conditions',
  'area',
  'language',
  'cost',
  'access',
  'confirmed',
] as const
export type Topic = (typeof topics)[number]

const topicOf: Record<Reason['code'], Topic> = {
  category_named: 'need',
  category_from_words: 'need',
  category_unknown: 'need',
  another_need: 'need',
  closed: 'state',
  paused: 'state',
  already_referred: 'state',
  age_within: 'conditions',
  age_unknown: 'conditions',
  age_outside: 'conditions',
  sex_accepted: 'conditions',
  sex_unknown: 'conditions',
  sex_not_accepted: 'conditions',
  no_condition: 'conditions',
  condition_to_read: 'conditions',
  condition_not_written: 'conditions',
  area_covered: 'area',
  area_unclear: 'area',
  area_of_client_unknown: 'area',
  area_not_covered: 'area',
  language_spoken: 'language',
  interpreter_offered: 'language',
  language_not_written: 'language',
  language_not_spoken: 'language',
  free: 'cost',
  fee_to_read: 'cost',
  fee_not_written: 'cost',
  costs_money: 'cost',
  costs_money_and_cannot_pay: 'cost',
  step_free: 'access',
  step_free_not_written: 'access',
  confirmed: 'confirmed',
  confirmed_long_ago: 'confirmed',
  never_confirmed: 'confirmed',
}

/** The reasons of a service under their topics, in the order in which people ask. */
export function byTopic(reasons: readonly Reason[]): { topic: Topic; reasons: Reason[] }[] {
  return topics
    .map((topic) => ({ topic, reasons: reasons.filter(({ code }) => topicOf[code] === topic) }))
    .filter((group) => group.reasons.length > 0)
}

const because = {
  category_named: 'directory.because.category_named',
  category_from_words: 'directory.because.category_from_words',
  no_condition: 'directory.because.no_condition',
  age_within: 'directory.because.age_within',
  sex_accepted: 'directory.because.sex_accepted',
  area_covered: 'directory.because.area_covered',
  language_spoken: 'directory.because.language_spoken',
  interpreter_offered: 'directory.because.interpreter_offered',
  free: 'directory.because.free',
  step_free: 'directory.because.step_free',
  confirmed: 'directory.because.confirmed',
} as const

const askAbout = {
  category_unknown: 'directory.askAbout.category_unknown',
  age_unknown: 'directory.askAbout.age_unknown',
  sex_unknown: 'directory.askAbout.sex_unknown',
  condition_to_read: 'directory.askAbout.condition_to_read',
  condition_not_written: 'directory.askAbout.condition_not_written',
  area_unclear: 'directory.askAbout.area_unclear',
  area_of_client_unknown: 'directory.askAbout.area_of_client_unknown',
} as const

const but = {
  language_not_spoken: 'directory.but.language_not_spoken',
  costs_money: 'directory.but.costs_money',
  costs_money_and_cannot_pay: 'directory.but.costs_money_and_cannot_pay',
} as const

/** Why it stands where it stands, in two or three sentences. */
export function useStandingWords(): (found: FoundService) => string {
  const t = useWords()
  const { formatList } = useFormats()
  return ({ rank, fit, reasons }) => {
    const among = <K extends string>(ids: Record<K, Parameters<typeof t>[0]>) =>
      reasons.flatMap(({ code }) =>
        Object.hasOwn(ids, code) ? [t(ids[code as unknown as K])] : [],
      )
    const speaksFor = among(because).slice(0, 3)
    const asks = [...new Set(among(askAbout))]
    const against = among(but)
    const standing =
      fit !== 'eligible'
        ? 'directory.find.maybe'
        : rank === 1
          ? 'directory.find.first'
          : 'directory.find.fits'
    return [
      speaksFor.length > 0 &&
        t(standing, {
          reasons: formatList(speaksFor),
        }),
      against.length > 0 && t('directory.find.but', { against: formatList(against) }),
      asks.length > 0 && t('directory.find.askFirst', { asks: formatList(asks) }),
    ]
      .filter((sentence) => sentence !== false)
      .join(' ')
  }
}
