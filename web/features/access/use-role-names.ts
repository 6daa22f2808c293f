import type { Role } from '@peyvand/domain/access/roles.ts'
import { useWords } from '../../platform/words.tsx'

export function useRoleNames(): Record<Role, string> {
  const t = useWords()
  return {
    caseworker: t('access.role.caseworker'),
    supervisor: t('access.role.supervisor'),
    intake: t('access.role.intake'),
    administrator: t('access.role.administrator'),
    director: t('access.role.director'),
    auditor: t('access.role.auditor'),
  }
}

/** What each role opens; case files never go by role. */
export function useRoleMeanings(): Record<Role, string> {
  const t = useWords()
  return {
    caseworker: t('access.roleIs.caseworker'),
    supervisor: t('access.roleIs.supervisor'),
    intake: t('access.roleIs.intake'),
    administrator: t('access.roleIs.administrator'),
    director: t('access.roleIs.director'),
    auditor: t('access.roleIs.auditor'),
  }
}
