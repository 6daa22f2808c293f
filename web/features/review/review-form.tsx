import { addDays } from '@peyvand/domain/calendar/day.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { readAttainment, readToday } from '@peyvand/domain/monitoring/contract.ts'
import { listReviews, readClosure, recordReview } from '@peyvand/domain/review/contract.ts'
import { reviewGaps } from '@peyvand/domain/review/review.ts'
import type { Decision } from '@peyvand/domain/review/review.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DraftState } from '../monitoring/draft-state.tsx'
import { notJudged } from '../monitoring/goal-choice.tsx'
import { NeedsSince } from './needs-since.tsx'
import { ReviewActions } from './review-actions.tsx'
import { ReviewClientSays } from './review-client-says.tsx'
import { ReviewDecision } from './review-decision.tsx'
import { ReviewGoals } from './review-goals.tsx'
import { ReviewPeople } from './review-people.tsx'
import { doesGoOn } from './written-review.ts'
import type { WrittenReview } from './written-review.ts'

interface ReviewFormProps {
  caseId: string
  page: AnswerOf<typeof listReviews>
  goals: AnswerOf<typeof readAttainment>['goals']
}

/** A review, kept as a draft until it is recorded. */
export function ReviewForm({ caseId, page, goals }: ReviewFormProps) {
  const t = useWords()
  const go = useGo()
  const { today } = useLocale()
  const { formatList } = useFormats()
  const [start] = useState<WrittenReview>(() => ({
    id: newId(),
    onDay: today,
    present: page.people.slice(0, 1),
    others: '',
    clientSays: '',
    clientSaysMissing: '',
    goals: Object.fromEntries(goals.map(({ id }) => [id, { progressId: newId(), ...notJudged }])),
    needsChanged: '',
    decision: 'continue',
    decisionReason: '',
    nextOn: page.everyDays === null ? null : addDays(today, page.everyDays),
  }))
  const draft = useDraft<WrittenReview>(`review:${caseId}`, start)
  const written = draft.value
  const change = (part: Partial<WrittenReview>) => draft.change({ ...written, ...part })
  const record = useCommand(recordReview, {
    stale: [listReviews, readClosure, readAttainment, readCase, readToday],
  })

  const judged = goals.flatMap(({ id: goalId }) => {
    const each = written.goals[goalId]
    return each?.level == null ? [] : [{ goalId, ...each, level: each.level }]
  })
  const participants = formatList([...written.present, written.others.trim()].filter(Boolean))
  const goesOn = doesGoOn(written.decision)
  const nextOn = goesOn ? written.nextOn : null
  const gaps = reviewGaps({
    ...written,
    today,
    participants,
    nextOn,
    goalsAtWork: goals.map(({ id }) => id),
    goalsJudged: judged.map(({ goalId }) => goalId),
  })

  const send = async () => {
    const { decision } = written
    await record.run({
      params: { caseId },
      input: {
        id: written.id,
        onDay: written.onDay,
        participants,
        clientSays: written.clientSays,
        clientSaysMissing: written.clientSaysMissing,
        needsChanged: written.needsChanged,
        decision,
        decisionReason: written.decisionReason,
        nextOn,
        attainment: judged.map(({ said, ...each }) => ({ ...each, remark: said })),
      },
    })
    await draft.discard()
    showToast({ message: t('review.recorded') })
    go(`/cases/${caseId}${afterwards[decision]}`)
  }
  return (
    <Form problem={record.problem} onSubmit={() => void send().catch(() => undefined)}>
      <Columns>
        <Stack>
          <ReviewPeople page={page} written={written} change={change} />
          <ReviewClientSays written={written} change={change} />
          <ReviewGoals goals={goals} written={written} change={change} />
        </Stack>
        <Stack>
          <NeedsSince page={page} />
          <Section title={t('review.needsChanged')}>
            <TextArea
              label={t('review.needsChangedLabel')}
              name="needsChanged"
              value={written.needsChanged}
              onChange={(needsChanged) => change({ needsChanged })}
            />
          </Section>
          <ReviewDecision written={written} change={change} />
        </Stack>
      </Columns>
      <DraftState draft={draft} />
      <ReviewActions
        caseId={caseId}
        command={record}
        act={t('review.record')}
        missing={gaps.map((gap) => t(`review.gap.${gap}`))}
      />
    </Form>
  )
}

/** Where one goes on after the decision. */
const afterwards: Record<Decision, string> = {
  continue: '/review',
  revise: '/plan',
  step_down: '/plan',
  transfer: '/who-can-see',
  close: '/review/close',
}
