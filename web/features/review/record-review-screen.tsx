import { addDays } from '@peyvand/domain/calendar/day.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { readAttainment, readToday } from '@peyvand/domain/monitoring/contract.ts'
import { listReviews, readClosure, recordReview } from '@peyvand/domain/review/contract.ts'
import { decisions, reviewGaps } from '@peyvand/domain/review/review.ts'
import type { Decision } from '@peyvand/domain/review/review.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { DraftState } from '../monitoring/draft-state.tsx'
import { GoalChoice, notJudged } from '../monitoring/goal-choice.tsx'
import type { Judged } from '../monitoring/goal-choice.tsx'
import { NeedsSince } from './needs-since.tsx'

interface Written {
  /** Made once and kept with the draft, so that sending it again records it once. */
  id: string
  onDay: string
  present: string[]
  others: string
  clientSays: string
  clientSaysMissing: string
  goals: Record<string, Judged & { progressId: string }>
  needsChanged: string
  decision: Decision
  decisionReason: string
  nextOn: string | null
}

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

interface ReviewFormProps {
  caseId: string
  page: AnswerOf<typeof listReviews>
  goals: AnswerOf<typeof readAttainment>['goals']
}

function ReviewForm({ caseId, page, goals }: ReviewFormProps) {
  const t = useWords()
  const go = useGo()
  const { today } = useLocale()
  const { formatList } = useFormats()
  const [start] = useState<Written>(() => ({
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
  const draft = useDraft<Written>(`review:${caseId}`, start)
  const written = draft.value
  const change = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const record = useCommand(recordReview, {
    stale: [listReviews, readClosure, readAttainment, readCase, readToday],
  })

  const judged = goals.flatMap(({ id: goalId }) => {
    const each = written.goals[goalId]
    return each?.level == null ? [] : [{ goalId, ...each, level: each.level }]
  })
  const participants = formatList([...written.present, written.others.trim()].filter(Boolean))
  const goesOn = written.decision !== 'close' && written.decision !== 'transfer'
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
          <Section title={t('review.who')}>
            <Stack>
              <DayField
                label={t('review.day')}
                name="onDay"
                value={written.onDay}
                onChange={(onDay) => onDay && change({ onDay })}
                max={today}
                isRequired
              />
              <CheckboxGroup
                label={t('review.participants')}
                options={[...new Set([...page.people, ...page.team])].map((name) => ({
                  value: name,
                  label: name,
                }))}
                value={written.present}
                onChange={(present) => change({ present })}
                across
              />
              <TextField
                label={t('review.others')}
                value={written.others}
                onChange={(others) => change({ others })}
                maxLength={300}
              />
            </Stack>
          </Section>
          <Section title={t('review.clientSays')}>
            <Stack>
              <TextArea
                label={t('review.clientSaysLabel')}
                hint={t('review.clientSaysHint')}
                name="clientSays"
                value={written.clientSays}
                onChange={(clientSays) => change({ clientSays })}
                wide
              />
              {written.clientSays.trim() === '' && (
                <TextField
                  label={t('review.clientSaysMissing')}
                  hint={t('review.clientSaysMissingHint')}
                  name="clientSaysMissing"
                  value={written.clientSaysMissing}
                  onChange={(clientSaysMissing) => change({ clientSaysMissing })}
                  maxLength={1000}
                />
              )}
            </Stack>
          </Section>
          {goals.length > 0 && (
            <Section title={t('review.goals')}>
              <Stack gap="small">
                {goals.map((goal) => (
                  <Card key={goal.id}>
                    <Stack gap="small">
                      <h3>
                        {t('monitoring.goal.quoted', {
                          words: goal.clientWords || goal.professionalWords,
                        })}
                      </h3>
                      <GoalChoice
                        goal={goal}
                        value={written.goals[goal.id] ?? notJudged}
                        onChange={(next) => {
                          const progressId = written.goals[goal.id]?.progressId ?? newId()
                          change({
                            goals: { ...written.goals, [goal.id]: { progressId, ...next } },
                          })
                        }}
                        saidLabel={t('review.remark')}
                        isRequired
                      />
                    </Stack>
                  </Card>
                ))}
              </Stack>
            </Section>
          )}
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
          <Section title={t('review.decision')}>
            <Stack>
              <RadioGroup
                label={t('review.decision')}
                labelHidden
                options={decisions.map((value) => ({
                  value,
                  label: t(`review.decision.${value}`),
                  hint: t(`review.decision.${value}.hint`),
                }))}
                value={written.decision}
                onChange={(decision) => change({ decision })}
              />
              <TextArea
                label={t('review.decisionReason')}
                hint={t('review.decisionReasonHint')}
                name="decisionReason"
                value={written.decisionReason}
                onChange={(decisionReason) => change({ decisionReason })}
                isRequired
              />
              {goesOn && (
                <DayField
                  label={t('review.next')}
                  name="nextOn"
                  value={written.nextOn}
                  onChange={(next) => change({ nextOn: next })}
                  min={addDays(written.onDay, 1)}
                  isRequired
                />
              )}
            </Stack>
          </Section>
        </Stack>
      </Columns>
      <DraftState draft={draft} />
      <FormActions>
        <Button
          type="submit"
          look="primary"
          isPending={record.isPending}
          lockedBecause={
            gaps.length > 0
              ? t('review.stillMissing', {
                  what: formatList(gaps.map((gap) => t(`review.gap.${gap}`))),
                })
              : undefined
          }
        >
          {t('review.record')}
        </Button>
        <ButtonLink href={`/cases/${caseId}/review`} look="quiet">
          {t('monitoring.finishLater')}
        </ButtonLink>
      </FormActions>
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
