import { readAttainment } from '@peyvand/domain/monitoring/contract.ts'
import { listReviews } from '@peyvand/domain/review/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { ReviewForm } from './review-form.tsx'

/** Reviewing with the client: goals, needs, their own words, the decision. */
export function RecordReviewScreen() {
  const t = useWords()
  return (
    <CaseFrame current="review" title={t('review.record')} saysTitle>
      {({ id }) => <Loaded caseId={id} />}
    </CaseFrame>
  )
}

function Loaded({ caseId }: { caseId: string }) {
  const t = useWords()
  const params = { caseId }
  const page = useEndpoint(listReviews, { params })
  const attainment = useEndpoint(readAttainment, { params })
  const problem = page.error ?? attainment.error
  if (problem) {
    return (
      <ErrorState
        problem={problem}
        onRetry={() => {
          void page.refetch()
          void attainment.refetch()
        }}
      />
    )
  }
  if (!page.data || !attainment.data) return <Skeleton lines={10} heading />
  if (!page.data.open) return <Note>{t('refusal.case_closed')}</Note>
  if (!page.data.mayWrite) return <Note>{t('refusal.may_not_write')}</Note>
  return (
    <ReviewForm
      caseId={caseId}
      page={page.data}
      goals={attainment.data.goals.filter(({ endedOn }) => endedOn === null)}
    />
  )
}
