import {
  amendAssessment,
  listAssessments,
  readAssessment,
  withdrawAssessment,
} from '@peyvand/domain/assessment/contract.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { Assessment } from './types.ts'

interface AmendMenuProps {
  caseId: string
  assessment: Assessment
}

/** What was completed is corrected by a new one, or withdrawn; it is never edited. */
export function AmendMenu({ caseId, assessment }: AmendMenuProps) {
  const t = useWords()
  const go = useGo()
  const params = { caseId, assessmentId: assessment.id }
  const stale = [readAssessment, listAssessments, readCase]
  const amend = useCommand(amendAssessment, { stale })
  const withdraw = useCommand(withdrawAssessment, { stale })
  const [isWithdrawing, setWithdrawing] = useState(false)
  const here = `/cases/${caseId}/assessment`
  if (assessment.amendedBy) {
    return (
      <ButtonLink href={`${here}/${assessment.amendedBy}`}>
        {t('assessment.goOnAmending')}
      </ButtonLink>
    )
  }
  return (
    <>
      <ConfirmDialog
        title={t('assessment.amend.ask')}
        act={t('assessment.amend')}
        reason={{ label: t('assessment.amend.why'), hint: t('assessment.amend.whyHint') }}
        trigger={<Button icon="edit">{t('assessment.amend')}</Button>}
        onConfirm={async (reason) => {
          const { id } = await amend.run({ params, input: { id: newId(), reason } })
          go(`${here}/${id}`)
        }}
      >
        {t('assessment.amend.what')}
      </ConfirmDialog>
      <Menu
        label={t('assessment.more')}
        trigger={<IconButton icon="more" label={t('assessment.more')} />}
        entries={[
          {
            key: 'withdraw',
            label: t('assessment.withdraw'),
            look: 'danger',
            onAction: () => setWithdrawing(true),
          },
        ]}
      />
      <ConfirmDialog
        title={t('assessment.withdraw.ask')}
        act={t('assessment.withdraw')}
        look="danger"
        reason={{ label: t('assessment.withdraw.why') }}
        isOpen={isWithdrawing}
        onOpenChange={setWithdrawing}
        onConfirm={(reason) =>
          withdraw.run({ params, input: { version: assessment.version, reason } })
        }
      >
        {t('assessment.withdraw.what')}
      </ConfirmDialog>
    </>
  )
}
