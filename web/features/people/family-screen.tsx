import { useWords } from '../../platform/words.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { FamilyPanel } from './family-panel.tsx'

/** Who is around the client, who is what to whom, and what gives or costs strength? */
export function FamilyScreen() {
  const t = useWords()
  return (
    <CaseFrame current="family" title={t('cases.tab.family')}>
      {(file) => <FamilyPanel caseId={file.id} />}
    </CaseFrame>
  )
}
