import { readCase } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { ReactNode } from 'react'
import { isAbsent } from '../../platform/api-problem.ts'
import { useMe } from '../../platform/me.tsx'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Stack } from '../../ui/layout.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmergencyStrip } from '../access/emergency-strip.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseSpine } from './case-spine.tsx'
import { CaseTabs } from './case-tabs.tsx'
import type { CasePage } from './case-tabs.tsx'
import styles from './case-frame.module.css'
import { SlimCaseHeader } from './slim-case-header.tsx'

export type CaseFile = AnswerOf<typeof readCase>

interface CaseFrameProps {
  /** Which page of the file this is: one of the five elements, or a tab. */
  current: CasePage
  /** The page's own name, for the window and the way back; the overview has the client's. */
  title?: string
  /** The page below has no heading of its own that names it; then one is spoken. */
  saysTitle?: boolean
  children: (file: CaseFile) => ReactNode
}

/** What stands above every page of a case: who, how to reach her safely, and the five elements. */
export function CaseFrame(props: CaseFrameProps) {
  const caseId = useParam('caseId')
  const file = useEndpoint(readCase, { params: { caseId } })
  return isAbsent(file.error) ? <NotFoundPage /> : <Framed {...props} file={file} />
}

function Framed({
  current,
  title,
  saysTitle = false,
  children,
  file,
}: CaseFrameProps & { file: ReturnType<typeof useEndpoint<typeof readCase>> }) {
  const t = useWords()
  const me = useMe()
  const caseId = useParam('caseId')
  const name = file.data ? `${file.data.client.givenName} ${file.data.client.familyName}` : ''
  const cases = { title: t('cases.list.title'), href: '/cases' }
  usePlace(title ?? name, title ? [cases, { title: name, href: `/cases/${caseId}` }] : [cases])
  if (!file.data) {
    return (
      <Page>
        {file.error ? (
          <ErrorState problem={file.error} onRetry={() => void file.refetch()} />
        ) : (
          <Skeleton lines={10} heading />
        )}
      </Page>
    )
  }
  const isOnTeam = file.data.team.some(({ workerId }) => workerId === me.id)
  const isOverview = current === 'overview' && title === undefined
  return (
    <Page>
      <Stack>
        {saysTitle && <h1 className={styles.spoken}>{title}</h1>}
        {!isOnTeam && <EmergencyStrip caseId={caseId} />}
        {isOverview ? <CaseHeader file={file.data} /> : <SlimCaseHeader file={file.data} />}
        {/* The client, who takes this page home, needs no one's progress on it. */}
        <div data-print={current === 'who-can-see' ? 'never' : undefined}>
          <CaseSpine file={file.data} current={current} slim={!isOverview} />
        </div>
        <CaseTabs caseId={caseId} current={current} />
        {children(file.data)}
      </Stack>
    </Page>
  )
}
