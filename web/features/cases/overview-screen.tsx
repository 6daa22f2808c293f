import { useWords } from '../../platform/words.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { RequestBehindCase } from '../intake/request-behind-case.tsx'
import { CaseFrame } from './case-frame.tsx'
import { LastContacts } from './last-contacts.tsx'
import { NeedsAndTheirLife } from './needs-and-their-life.tsx'
import { OpenTasks } from './open-tasks.tsx'
import { ScorePanels } from './score-panels.tsx'
import { Strengths } from './strengths.tsx'
import { WhatIsNext } from './what-is-next.tsx'

/** A page that a colleague who takes over reads in two minutes. */
export function OverviewScreen() {
  const t = useWords()
  return (
    <CaseFrame current="overview">
      {(file) => (
        <Columns>
          <Stack>
            <WhatIsNext file={file} />
            <RequestBehindCase caseId={file.id} />
            <NeedsAndTheirLife file={file} />
          </Stack>
          <Stack>
            <ScorePanels file={file} />
            <Strengths file={file} />
            <OpenTasks file={file} />
            <LastContacts file={file} />
            {file.myGroups.length < 9 && <p>{t('cases.someGroupsOnly')}</p>}
          </Stack>
        </Columns>
      )}
    </CaseFrame>
  )
}
