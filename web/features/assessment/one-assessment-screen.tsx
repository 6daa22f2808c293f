import { readAssessment } from '@peyvand/domain/assessment/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { AssessmentForm } from './assessment-form.tsx'
import { AssessmentReading } from './assessment-reading.tsx'
import { mayWriteIn } from './may-write-in.ts'

/** One assessment: filled in while it is a draft, read afterwards. */
export function OneAssessmentScreen() {
  const t = useWords()
  return (
    <CaseFrame current="assessment" title={t('assessment.one')}>
      {(file) => <OneAssessment file={file} />}
    </CaseFrame>
  )
}

function OneAssessment({ file }: { file: CaseFile }) {
  const assessmentId = useParam('assessmentId')
  const found = useEndpoint(readAssessment, { params: { caseId: file.id, assessmentId } })
  if (!found.data) {
    if (!found.error) return <Skeleton lines={12} heading />
    return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
  }
  const assessment = found.data
  const mayFillIn = assessment.status === 'draft' && mayWriteIn(file, assessment)
  return mayFillIn ? (
    <AssessmentForm key={assessment.id} file={file} assessment={assessment} />
  ) : (
    <AssessmentReading key={assessment.id} file={file} assessment={assessment} />
  )
}
