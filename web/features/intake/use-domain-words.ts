import type { NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { useWords } from '../../platform/words.tsx'

/** The words of the domains of life in which a need can lie. */
export function useDomainWords(): (domain: NeedDomain) => string {
  const t = useWords()
  return (domain) => t(`directory.need.${domain}`)
}
