import { listAssessments, readFindings } from '@peyvand/domain/assessment/contract.ts'
import type { NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { useState } from 'react'
import { useEndpoint } from '../../platform/query.ts'
import { useShortcut } from '../../platform/shortcuts.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { AssessmentsSection } from './assessments-section.tsx'
import { FindingsGrid } from './findings-grid.tsx'
import styles from './findings.module.css'
import { NeedCard } from './need-card.tsx'
import { NeedSheet } from './need-sheet.tsx'
import { StartDialog } from './start-dialog.tsx'
import { ProblemsSection, StrengthsSection } from './words-lists.tsx'

/** What does this client need, and on what can the work rest? */
export function AssessmentScreen() {
  const t = useWords()
  return (
    <CaseFrame current="assessment" title={t('assessment.title')}>
      {(file) => <Assessments file={file} />}
    </CaseFrame>
  )
}

function Assessments({ file }: { file: CaseFile }) {
  const t = useWords()
  const params = { caseId: file.id }
  const list = useEndpoint(listAssessments, { params })
  const findings = useEndpoint(readFindings, { params })
  const [isStarting, setStarting] = useState(false)
  const [newNeed, setNewNeed] = useState<{ domain?: NeedDomain }>()
  const mayStart = file.mayWrite && file.status === 'open'
  useShortcut('n', t('assessment.start'), () => setStarting(mayStart))
  if (!list.data || !findings.data) {
    const problem = list.error ?? findings.error
    if (!problem) return <Skeleton lines={10} heading />
    const retry = () => void Promise.all([list.refetch(), findings.refetch()])
    return <ErrorState problem={problem} onRetry={retry} />
  }
  const mayWrite = findings.data.mayWrite && file.status === 'open'
  const open = findings.data.needs.filter(({ outcome }) => outcome === null)
  const ended = findings.data.needs.filter(({ outcome }) => outcome !== null)
  const addNeed = mayWrite ? () => setNewNeed({}) : undefined
  return (
    <Stack>
      <PageHeader
        title={t('assessment.question')}
        actions={
          <>
            <PrintButton />
            {mayStart && (
              <Button look="primary" icon="plus" onPress={() => setStarting(true)}>
                {t('assessment.start')}
              </Button>
            )}
          </>
        }
      >
        {t('assessment.summary', {
          needs: open.length,
          strengths: findings.data.strengths.filter(({ endedOn }) => endedOn === null).length,
        })}
      </PageHeader>
      <Columns>
        <Stack>
          <AssessmentsSection
            caseId={file.id}
            list={list.data}
            onStart={mayStart ? () => setStarting(true) : undefined}
          />
          <Section
            title={t('assessment.needs')}
            bare
            aside={
              addNeed && (
                <Button size="small" icon="plus" onPress={addNeed}>
                  {t('assessment.need.add')}
                </Button>
              )
            }
          >
            {open.length === 0 ? (
              <EmptyState title={t('assessment.needs.empty')}>
                {t('assessment.needs.emptyNext')}
              </EmptyState>
            ) : (
              <ul className={styles.cards}>
                {open.map((need) => (
                  <NeedCard key={need.id} file={file} need={need} mayWrite={mayWrite} />
                ))}
              </ul>
            )}
            {ended.length > 0 && (
              <details>
                <summary>{t('assessment.needs.ended', { count: ended.length })}</summary>
                <ul className={styles.cards}>
                  {ended.map((need) => (
                    <NeedCard key={need.id} file={file} need={need} mayWrite={mayWrite} />
                  ))}
                </ul>
              </details>
            )}
          </Section>
          <FindingsGrid
            findings={findings.data}
            onNeed={mayWrite ? (domain) => setNewNeed({ domain }) : undefined}
          />
        </Stack>
        <Stack>
          <StrengthsSection caseId={file.id} rows={findings.data.strengths} mayWrite={mayWrite} />
          <ProblemsSection caseId={file.id} rows={findings.data.problems} mayWrite={mayWrite} />
        </Stack>
      </Columns>
      {isStarting && (
        <StartDialog file={file} list={list.data} onClose={() => setStarting(false)} />
      )}
      {newNeed && <NeedSheet file={file} start={newNeed} onClose={() => setNewNeed(undefined)} />}
    </Stack>
  )
}
