import type { Element } from '@peyvand/domain/cases/levels.ts'
import { useWords } from '../../platform/words.tsx'
import { TabLinks } from '../../ui/tabs.tsx'

export type CaseTab = 'overview' | 'timeline' | 'family' | 'documents' | 'who-can-see' | 'search'
export type CasePage = CaseTab | Element

const tabs = [
  { key: 'overview', words: 'cases.tab.overview', path: '' },
  { key: 'timeline', words: 'cases.tab.timeline', path: '/timeline' },
  { key: 'family', words: 'cases.tab.family', path: '/family' },
  { key: 'documents', words: 'cases.tab.documents', path: '/documents' },
  { key: 'who-can-see', words: 'cases.tab.whoCanSee', path: '/who-can-see' },
  { key: 'search', words: 'cases.tab.search', path: '/search' },
] as const

/** The pages of the file besides the five elements, which the spine names already. */
export function CaseTabs({ caseId, current }: { caseId: string; current: CasePage }) {
  const t = useWords()
  return (
    <TabLinks
      label={t('cases.tabs')}
      links={tabs.map(({ key, words, path }) => ({
        href: `/cases/${caseId}${path}`,
        title: t(words),
        isCurrent: key === current,
      }))}
    />
  )
}
