import { listPlans, readPlan, startPlan } from '@peyvand/domain/planning/contract.ts'
import { inHand, isOpenToChange } from '@peyvand/domain/planning/plan-steps.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useEndpoint, useEndpointWhen } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useShortcut } from '../../platform/shortcuts.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Row, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { AgreementBar } from './agreement-bar.tsx'
import { AgreementsSection } from './agreements-section.tsx'
import { GoalCard } from './goal-card.tsx'
import { GoalSheet } from './goal-sheet.tsx'
import { NeedsSide } from './needs-side.tsx'
import { SectionsPanel } from './sections-panel.tsx'
import type { Plan, PlanOutline } from './types.ts'
import { usePlanCommand } from './use-plan-command.ts'

/** Is every need answered, and does the client agree? */
export function PlanScreen() {
  const t = useWords()
  return (
    <CaseFrame current="plan" title={t('planning.title')}>
      {(file) => <Plans file={file} />}
    </CaseFrame>
  )
}

function Plans({ file }: { file: CaseFile }) {
  const t = useWords()
  const [chosen, choose] = useSearchWord('edition')
  const list = useEndpoint(listPlans, { params: { caseId: file.id } })
  const plans = list.data?.plans ?? []
  const shown =
    plans.find(({ id }) => id === chosen) ??
    plans.find(({ status }) => inHand.includes(status)) ??
    plans.find(({ status }) => status === 'in_force') ??
    plans[0]
  const plan = useEndpointWhen(shown !== undefined, readPlan, {
    params: { caseId: file.id, planId: shown?.id ?? '' },
  })
  if (!file.myGroups.includes('plan')) return <Note icon="lock">{t('planning.notYours')}</Note>
  const problem = list.error ?? plan.error
  if (!list.data || (shown && !plan.data)) {
    if (!problem) return <Skeleton lines={12} heading />
    const retry = () => void Promise.all([list.refetch(), plan.refetch()])
    return <ErrorState problem={problem} onRetry={retry} />
  }
  const mayWrite = list.data.mayWrite && file.status === 'open'
  if (!plan.data) return <NoPlan caseId={file.id} mayWrite={mayWrite} />
  return (
    <OnePlan file={file} plan={plan.data} plans={plans} mayWrite={mayWrite} onEdition={choose} />
  )
}

function NoPlan({ caseId, mayWrite }: { caseId: string; mayWrite: boolean }) {
  const t = useWords()
  const start = usePlanCommand(startPlan)
  return (
    <Stack>
      <PageHeader title={t('planning.title')} />
      <Section title={t('planning.goals')}>
        <EmptyState
          icon="goal"
          title={t('planning.empty')}
          action={
            mayWrite && (
              <Button
                look="primary"
                isPending={start.isPending}
                onPress={() =>
                  void start
                    .run({ params: { caseId }, input: { id: newId() } })
                    .catch(() => undefined)
                }
              >
                {t('planning.start')}
              </Button>
            )
          }
        >
          {t('planning.emptyNext')}
        </EmptyState>
        {start.problem !== null && start.problem !== undefined && (
          <ErrorState problem={start.problem} />
        )}
      </Section>
    </Stack>
  )
}

interface OnePlanProps {
  file: CaseFile
  plan: Plan
  plans: readonly PlanOutline[]
  mayWrite: boolean
  onEdition: (planId: string | undefined) => void
}

function OnePlan({ file, plan, plans, mayWrite, onEdition }: OnePlanProps) {
  const t = useWords()
  const { formatNumber } = useFormats()
  const start = usePlanCommand(startPlan)
  const [newGoal, setNewGoal] = useState<{ needId?: string }>()
  const canChange = mayWrite && isOpenToChange(plan.status)
  const living = plan.goals.filter(({ endedOn }) => endedOn === null)
  const ended = plan.goals.filter(({ endedOn }) => endedOn !== null)
  const actions = living.reduce((sum, goal) => sum + goal.actions.length, 0)
  const isLatest = plans.every(({ edition }) => edition <= plan.edition)
  const nothingInHand = plans.every(({ status }) => !inHand.includes(status))
  useShortcut('n', t('planning.goal.add'), () => {
    if (canChange) setNewGoal({})
  })
  return (
    <Stack>
      <PageHeader
        title={t('planning.titleEdition', { edition: plan.edition })}
        actions={
          <>
            {plans.length > 1 && (
              <Select
                label={t('planning.edition')}
                labelHidden
                value={plan.id}
                onChange={onEdition}
                options={plans.map(({ id, edition, status }) => ({
                  value: id,
                  label: t('planning.editionIs', {
                    edition,
                    status: t(`planning.status.${status}`),
                  }),
                }))}
              />
            )}
            <ButtonLink icon="print" href={`/cases/${file.id}/plan/${plan.id}/print`}>
              {t('planning.herPage')}
            </ButtonLink>
            {canChange && (
              <Button icon="plus" onPress={() => setNewGoal({})}>
                {t('planning.goal.add')}
              </Button>
            )}
            {mayWrite && nothingInHand && isLatest && (
              <Button
                icon="plus"
                isPending={start.isPending}
                onPress={() =>
                  void start.run({ params: { caseId: file.id }, input: { id: newId() } }).then(
                    ({ id }) => onEdition(id),
                    () => undefined,
                  )
                }
              >
                {t('planning.newEdition')}
              </Button>
            )}
          </>
        }
      >
        <Standing plan={plan} plans={plans} />
      </PageHeader>
      {start.problem !== null && start.problem !== undefined && (
        <ErrorState problem={start.problem} />
      )}
      {canChange && plan.remarks.some(({ code }) => code === 'all_unchanged') && (
        <Note tone="watch">{t('planning.remark.all_unchanged')}</Note>
      )}
      <Columns shape="aside">
        <NeedsSide
          file={file}
          plan={plan}
          mayWrite={mayWrite}
          {...(canChange ? { onGoal: (needId: string) => setNewGoal({ needId }) } : {})}
        />
        <Stack>
          <Section
            title={t('planning.goals')}
            bare
            aside={
              <Small>
                {t('planning.counts', {
                  goals: living.length,
                  goalCount: formatNumber(living.length),
                  actions,
                })}
              </Small>
            }
          >
            <Stack gap="small">
              {living.length === 0 && (
                <EmptyState icon="goal" title={t('planning.empty')}>
                  {t('planning.emptyNext')}
                </EmptyState>
              )}
              {living.map((goal) => (
                <GoalCard key={goal.id} file={file} plan={plan} goal={goal} mayWrite={mayWrite} />
              ))}
              {ended.length > 0 && (
                <details>
                  <summary>{t('planning.goals.ended', { count: ended.length })}</summary>
                  <Stack gap="small">
                    {ended.map((goal) => (
                      <GoalCard
                        key={goal.id}
                        file={file}
                        plan={plan}
                        goal={goal}
                        mayWrite={false}
                      />
                    ))}
                  </Stack>
                </details>
              )}
            </Stack>
          </Section>
          <SectionsPanel caseId={file.id} plan={plan} canChange={canChange} />
          <AgreementsSection plan={plan} />
        </Stack>
      </Columns>
      <Row>
        {plan.takenBackReason !== '' && plan.status === 'draft' && (
          <Small>{t('planning.takenBack', { reason: plan.takenBackReason })}</Small>
        )}
      </Row>
      {mayWrite && <AgreementBar file={file} plan={plan} />}
      {newGoal && (
        <GoalSheet
          caseId={file.id}
          plan={plan}
          {...(newGoal.needId ? { needId: newGoal.needId } : {})}
          onClose={() => setNewGoal(undefined)}
        />
      )}
    </Stack>
  )
}

/** Where this edition stands, and what holds meanwhile. */
function Standing({ plan, plans }: { plan: Plan; plans: readonly PlanOutline[] }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const inForce = plans.find(({ status }) => status === 'in_force')
  const stays =
    inForce && inForce.id !== plan.id && plan.status !== 'superseded'
      ? t('planning.stays', { edition: inForce.edition })
      : ''
  const day = formatDay(plan.inForceOn ?? dayOfInstant(plan.proposedAt ?? plan.createdAt))
  return (
    <>
      {t(`planning.standing.${plan.status}`, { day })} {stays}
    </>
  )
}
