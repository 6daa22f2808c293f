import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import { readToday } from '@peyvand/domain/monitoring/contract.ts'
import { listReviews, readClosure, reopenCase } from '@peyvand/domain/review/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'

/** Opens the case again as its next episode, with the reason. */
export function ReopenDialog({ caseId }: { caseId: string }) {
  const t = useWords()
  const reopen = useCommand(reopenCase, {
    stale: [readClosure, listReviews, readCase, listCases, readToday],
  })
  return (
    <ConfirmDialog
      title={t('review.reopen.ask')}
      act={t('review.reopen')}
      reason={{ label: t('review.reopen.reason'), hint: t('review.reopen.reasonHint') }}
      trigger={<Button look="primary">{t('review.reopen')}</Button>}
      onConfirm={async (reason) => {
        const { episode } = await reopen.run({ params: { caseId }, input: { reason } })
        showToast({ message: t('review.reopened', { episode }) })
      }}
    >
      <p>{t('review.reopen.what')}</p>
    </ConfirmDialog>
  )
}
