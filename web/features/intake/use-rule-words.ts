import type { RuleResult } from '@peyvand/domain/intake/assess-eligibility.ts'
import { needDomain } from '@peyvand/domain/assessment/grid.ts'
import { inLanguage } from '@peyvand/domain/text/local-text.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { useDomainWords } from './use-domain-words.ts'

/** A rule of a programme as a sentence anybody can read. */
export function useRuleWords(): (rule: RuleResult['rule']) => string {
  const t = useWords()
  const { settings } = useLocale()
  const { formatList } = useFormats()
  const domainWords = useDomainWords()
  return (rule) => {
    switch (rule.kind) {
      case 'age':
        if (rule.from === null) return t('intake.rule.ageTo', { to: rule.to ?? 0 })
        return rule.to === null
          ? t('intake.rule.ageFrom', { from: rule.from })
          : t('intake.rule.ageBetween', { from: rule.from, to: rule.to })
      case 'area':
        return t('intake.rule.area', { areas: formatList(rule.areas) })
      case 'need':
        return t('intake.rule.need', { needs: formatList(rule.domains.map(domainWords)) })
      case 'asked':
        return inLanguage(rule.question, settings.language)?.text ?? ''
      case 'capacity':
        return t('intake.rule.capacity')
    }
  }
}

/** Why a rule is met, is not, or cannot be told yet. */
export function useWhyWords(): (why: RuleResult['why']) => string {
  const t = useWords()
  const { formatList } = useFormats()
  const domainWords = useDomainWords()
  return (why) => {
    switch (why.code) {
      case 'age_fits':
      case 'too_young':
      case 'too_old':
      case 'age_unsure':
        return why.least === why.most
          ? t('intake.why.age', { years: why.least })
          : t('intake.why.ageBetween', { least: why.least, most: why.most })
      case 'birth_unknown':
        return t('intake.why.birth_unknown')
      case 'area_fits':
        return t('intake.why.area_fits', { area: why.area })
      case 'area_not_listed':
        return t('intake.why.area_not_listed', { area: why.area })
      case 'area_unknown':
        return t('intake.why.area_unknown')
      case 'need_fits': {
        const domains = why.domains.flatMap((domain) => needDomain.safeParse(domain).data ?? [])
        return t('intake.why.need_fits', { needs: formatList(domains.map(domainWords)) })
      }
      case 'no_such_need':
        return t('intake.why.no_such_need')
      case 'needs_unknown':
        return t('intake.why.needs_unknown')
      case 'not_asked':
        return t('intake.why.not_asked')
      case 'answered':
        return why.yes ? t('intake.why.answeredYes') : t('intake.why.answeredNo')
      case 'no_limit':
        return t('intake.why.no_limit')
      case 'place_free':
        return t('intake.places.left', { left: why.places })
      case 'full':
        return t('intake.why.full')
    }
  }
}
