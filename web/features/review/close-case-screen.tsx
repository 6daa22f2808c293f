import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { readToday } from '@peyvand/domain/monitoring/contract.ts'
import { closeCase, listReviews, readClosure } from '@peyvand/domain/review/contract.ts'
import { closureGaps, closureReasons } from '@peyvand/domain/review/closure.ts'
import type { ClosureReason } from '@peyvand/domain/review/closure.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { DraftState } from '../monitoring/draft-state.tsx'
import { NeedOutcomes } from './need-outcomes.tsx'
import { ReviewActions } from './review-actions.tsx'
import { StillOpen } from './still-open.tsx'

interface Written {
  /** Made once and kept with the draft, so that sending it again closes once. */
  id: string
  reason: ClosureReason
  reasonWords: string
  clientSays: string
  remainingRisk: string
  aftercare: string
}

/** Closing the case: what came of every need, what is left, what helps from now on. */
export function CloseCaseScreen() {
  const t = useWords()
  return (
    <CaseFrame current="review" title={t('review.close')} saysTitle>
      {({ id }) => <Loaded caseId={id} />}
    </CaseFrame>
  )
}

function Loaded({ caseId }: { caseId: string }) {
  const t = useWords()
  const page = useEndpoint(readClosure, { params: { caseId } })
  if (page.error) {
    return <ErrorState problem={page.error} onRetry={() => void page.refetch()} />
  }
  if (!page.data) return <Skeleton lines={10} heading />
  if (page.data.status === 'closed') return <Note>{t('review.closedAlready')}</Note>
  if (!page.data.mayWrite) return <Note>{t('refusal.may_not_write')}</Note>
  return <Closing caseId={caseId} page={page.data} />
}

interface ClosingProps {
  caseId: string
  page: AnswerOf<typeof readClosure>
}

function Closing({ caseId, page }: ClosingProps) {
  const t = useWords()
  const go = useGo()
  const [start] = useState<Written>(() => ({
    id: newId(),
    reason: 'goals_met',
    reasonWords: '',
    clientSays: '',
    remainingRisk: '',
    aftercare: '',
  }))
  const draft = useDraft<Written>(`closing:${caseId}`, start)
  const written = draft.value
  const change = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const close = useCommand(closeCase, {
    stale: [readClosure, listReviews, readCase, listCases, readToday],
  })
  const gaps = closureGaps({
    ...written,
    status: page.status,
    needs: page.needs,
    openReferrals: page.openReferrals.length,
    openTasks: page.openTasks.length,
    unsignedNotes: page.unsignedNotes.length,
  })
  const send = async () => {
    await close.run({ params: { caseId }, input: written })
    await draft.discard()
    showToast({ message: t('review.closed') })
    go(`/cases/${caseId}/review`)
  }
  return (
    <Stack>
      <NeedOutcomes caseId={caseId} needs={page.needs} />
      <StillOpen caseId={caseId} page={page} />
      <Form problem={close.problem} onSubmit={() => void send().catch(() => undefined)}>
        <Section title={t('review.closing')}>
          <Stack>
            <RadioGroup
              label={t('review.closure.reason')}
              options={closureReasons.map((value) => ({
                value,
                label: t(`review.reason.${value}`),
              }))}
              value={written.reason}
              onChange={(reason) => change({ reason })}
              look="across"
            />
            <TextArea
              label={t('review.closure.reasonWords')}
              name="reasonWords"
              value={written.reasonWords}
              onChange={(reasonWords) => change({ reasonWords })}
              lines={2}
              wide
              isRequired
            />
            <TextArea
              label={t('review.clientSaysLabel')}
              hint={t('review.closure.clientSaysHint')}
              name="clientSays"
              value={written.clientSays}
              onChange={(clientSays) => change({ clientSays })}
              lines={2}
              wide
            />
            <TextArea
              label={t('review.closure.risk')}
              hint={t('review.closure.riskHint')}
              name="remainingRisk"
              value={written.remainingRisk}
              onChange={(remainingRisk) => change({ remainingRisk })}
              lines={2}
              wide
              isRequired
            />
            <TextArea
              label={t('review.closure.aftercare')}
              hint={t('review.closure.aftercareHint')}
              name="aftercare"
              value={written.aftercare}
              onChange={(aftercare) => change({ aftercare })}
              lines={2}
              wide
              isRequired
            />
          </Stack>
        </Section>
        <Note size="small">
          {written.reason === 'died'
            ? t('review.closure.noFollowUps')
            : t('review.closure.followUpsWill')}
        </Note>
        <DraftState draft={draft} />
        <ReviewActions
          caseId={caseId}
          command={close}
          act={t('review.close')}
          missing={gaps.map((gap) => t(`review.closureGap.${gap}`))}
        />
      </Form>
    </Stack>
  )
}
