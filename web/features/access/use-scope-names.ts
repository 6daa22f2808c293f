import type { ScopeSubject } from '@peyvand/domain/access/token-scopes.ts'
import type { PartnerScope } from '@peyvand/domain/access/token-scopes.ts'
import { useWords } from '../../platform/words.tsx'

/** Says a scope such as `case.read` in words. */
export function useScopeNames(): (scope: string) => string {
  const t = useWords()
  const subjects: Record<ScopeSubject, string> = {
    case: t('access.scope.case'),
    person: t('access.scope.person'),
    request: t('access.scope.request'),
    desk: t('access.scope.desk'),
    agency: t('access.scope.agency'),
    self: t('access.scope.self'),
    directory: t('access.scope.directory'),
  }
  const ofPartners: Record<PartnerScope, string> = {
    'referral.read': t('access.scope.referral.read'),
    'referral.answer': t('access.scope.referral.answer'),
  }
  return (scope) => {
    const ofPartner = Object.entries(ofPartners).find(([name]) => name === scope)?.[1]
    if (ofPartner !== undefined) return ofPartner
    const [subject = '', act] = scope.split('.')
    const of = Object.entries(subjects).find(([name]) => name === subject)?.[1] ?? subject
    return act === 'write' ? t('access.scope.write', { of }) : t('access.scope.read', { of })
  }
}
