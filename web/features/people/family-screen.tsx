import { useWords } from '../../platform/words.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { FamilyPanel } from './family-panel.tsx'

/** Who is around the client, who is what to whom, and what gives or costs strength? */
export function FamilyScreen() {
  const t = useWords()
  return (
    <CaseFrame current="family" title={t('cases.tab.family')}>
      {(file) => (
        <Stack>
          <PageHeader title={t('people.family.question')} actions={<PrintButton />} />
          <FamilyPanel caseId={file.id} />
        </Stack>
      )}
    </CaseFrame>
  )
}
