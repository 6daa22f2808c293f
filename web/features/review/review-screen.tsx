import { listReviews, readClosure } from '@peyvand/domain/review/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ClosureSection } from './closure-section.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { ReviewArticle } from './review-article.tsx'

/** What has changed, what was decided, and how it goes after closing. */
export function ReviewScreen() {
  const t = useWords()
  return (
    <CaseFrame current="review" title={t('cases.element.review')} saysTitle>
      {(file) => <Reviews file={file} />}
    </CaseFrame>
  )
}

function Reviews({ file }: { file: CaseFile }) {
  const t = useWords()
  const { formatDay } = useFormats()
  const params = { caseId: file.id }
  const list = useEndpoint(listReviews, { params })
  const closing = useEndpoint(readClosure, { params })
  const problem = list.error ?? closing.error
  if (problem) {
    return (
      <ErrorState
        problem={problem}
        onRetry={() => {
          void list.refetch()
          void closing.refetch()
        }}
      />
    )
  }
  if (!list.data || !closing.data) return <Skeleton lines={8} heading />
  const { reviews, mayWrite, everyDays, since } = list.data
  const { closures } = closing.data
  const decidedToClose = reviews[0]?.decision === 'close' && file.status === 'open'
  return (
    <Stack>
      <Row>
        {file.status === 'open' && mayWrite && (
          <ButtonLink
            href={`/cases/${file.id}/review/new`}
            look={decidedToClose ? 'plain' : 'primary'}
            icon="plus"
          >
            {t('review.record')}
          </ButtonLink>
        )}
        {file.status === 'open' && closing.data.mayWrite && (
          <ButtonLink
            href={`/cases/${file.id}/review/close`}
            look={decidedToClose ? 'primary' : 'plain'}
          >
            {t('review.close')}
          </ButtonLink>
        )}
        {file.status === 'closed' && closing.data.mayWrite && <ReopenDialog caseId={file.id} />}
        <PrintButton />
      </Row>
      {decidedToClose && <Note>{t('review.decidedToClose')}</Note>}
      {closures.map((closure) => (
        <ClosureSection
          key={closure.id}
          caseId={file.id}
          closure={closure}
          mayWrite={closing.data.mayWrite}
        />
      ))}
      {(reviews.length > 0 || file.status === 'open') && (
        <Section
          title={t('review.reviews')}
          aside={everyDays !== null && t('review.every', { days: everyDays })}
        >
          {reviews.length === 0 ? (
            <EmptyState icon="eye" title={t('review.none')}>
              {t('review.noneNext', { day: formatDay(since) })}
            </EmptyState>
          ) : (
            <Stack>
              {reviews.map((review) => (
                <ReviewArticle key={review.id} review={review} />
              ))}
            </Stack>
          )}
        </Section>
      )}
    </Stack>
  )
}
