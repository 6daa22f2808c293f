import { endGoal } from '@peyvand/domain/planning/contract.ts'
import { attainmentLevels } from '@peyvand/domain/planning/goal.ts'
import { isOpenToChange } from '@peyvand/domain/planning/plan-steps.ts'
import { useState } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { AttainmentScale } from '../../ui/attainment.tsx'
import type { AttainmentLevel } from '../../ui/attainment.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Code, Tag } from '../../ui/tag.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ActionSheet } from './action-sheet.tsx'
import { ActionsTable } from './actions-table.tsx'
import { GoalSheet } from './goal-sheet.tsx'
import styles from './planning.module.css'
import type { Goal, Plan } from './types.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface GoalCardProps {
  file: CaseFile
  plan: Plan
  goal: Goal
  mayWrite: boolean
}

/** One goal: what it answers, in whose words, how it is measured, and who does what. */
export function GoalCard({ file, plan, goal, mayWrite }: GoalCardProps) {
  const t = useWords()
  const { formatDay } = useFormats()
  const canChange = mayWrite && isOpenToChange(plan.status)
  const [open, setOpen] = useState<'goal' | 'action'>()
  const close = () => setOpen(undefined)
  const needs = plan.needs.filter(({ id }) => goal.needIds.includes(id))
  const strengths = plan.strengths.filter(({ id }) => goal.strengthIds.includes(id))
  const isScaled = attainmentLevels.some((level) => goal.scale[level])
  const remarks = plan.remarks.filter(({ goalId }) => goalId === goal.id)
  return (
    <Card element="article" look={goal.refused ? 'refused' : 'plain'}>
      <Stack gap="small">
        <Row spread align="start">
          <Row align="baseline">
            <b>{t('planning.goalNumber', { number: goal.number })}</b>
            <Small tone="faint">{t('planning.goal.answers')}</Small>
            {needs.map(({ id, number, statement }) => (
              <span key={id} title={statement}>
                <Code>{t('assessment.needCode', { number })}</Code>
              </span>
            ))}
          </Row>
          <Row>
            <AnswerMark plan={plan} goal={goal} />
            {mayWrite && (
              <GoalMenu caseId={file.id} plan={plan} goal={goal} onChange={() => setOpen('goal')} />
            )}
          </Row>
        </Row>
        {(strengths.length > 0 || (goal.unchanged && canChange)) && (
          <Row>
            {strengths.map(({ id, what }) => (
              <Tag key={id}>{t('planning.goal.restsOn', { what })}</Tag>
            ))}
            {goal.unchanged && canChange && <Tag>{t('planning.goal.unchanged')}</Tag>}
          </Row>
        )}
        {goal.clientWords === '' ? (
          <p>
            <Small>{t('planning.goal.noWords', { why: goal.clientWordsMissing })}</Small>
          </p>
        ) : (
          <blockquote className={styles.words} dir="auto">
            {t('planning.quoted', { words: goal.clientWords })}
          </blockquote>
        )}
        <p className={styles.professional}>
          <bdi>{goal.professionalWords}</bdi>
        </p>
        <Small>
          <Facts
            facts={[
              goal.targetOn && t('planning.goal.until', { day: formatDay(goal.targetOn) }),
              goal.readiness !== null &&
                t('planning.goal.readinessIs', { readiness: goal.readiness }),
              goal.weight > 1 && t('planning.goal.weightIs', { weight: goal.weight }),
              goal.endedOn &&
                t('planning.goal.endedOn', {
                  day: formatDay(goal.endedOn),
                  words: goal.endedWords,
                }),
            ]}
          />
        </Small>
        <RefusalWords plan={plan} goal={goal} />
        {isScaled && (
          <AttainmentScale
            start={asLevel(goal.baseline)}
            now={asLevel(goal.levelNow)}
            descriptions={[
              goal.scale['-2'] ?? '',
              goal.scale['-1'] ?? '',
              goal.scale['0'] ?? '',
              goal.scale['1'] ?? '',
              goal.scale['2'] ?? '',
            ]}
          />
        )}
        <ActionsTable file={file} plan={plan} goal={goal} mayWrite={mayWrite} />
        {canChange && (
          <Row>
            <Button size="small" look="quiet" icon="plus" onPress={() => setOpen('action')}>
              {t('planning.action.add')}
            </Button>
          </Row>
        )}
        {canChange && remarks.length > 0 && (
          <ul className={styles.remarks} aria-label={t('planning.remarks')}>
            {remarks.map(({ code, otherNumber }) => (
              <li key={code}>{t(`planning.remark.${code}`, { number: otherNumber ?? null })}</li>
            ))}
          </ul>
        )}
      </Stack>
      {open === 'goal' && <GoalSheet caseId={file.id} plan={plan} goal={goal} onClose={close} />}
      {open === 'action' && <ActionSheet caseId={file.id} goal={goal} onClose={close} />}
    </Card>
  )
}

function asLevel(level: number | null): AttainmentLevel | undefined {
  return ([-2, -1, 0, 1, 2] as const).find((each) => each === level)
}

/** What the client said to this goal in the newest answer to these words. */
function answerOf(plan: Plan, goal: Goal) {
  const [newest] = plan.agreements
  return newest?.toTheseWords
    ? newest.goalAnswers.find(({ goalId }) => goalId === goal.id)
    : undefined
}

function AnswerMark({ plan, goal }: { plan: Plan; goal: Goal }) {
  const t = useWords()
  const answer = answerOf(plan, goal)?.answer ?? (goal.refused ? 'refused' : undefined)
  switch (answer) {
    case 'accepted':
      return <StateMark state="done">{t('planning.answer.accepted')}</StateMark>
    case 'with_change':
      return (
        <StateMark state="underway" tone="watch">
          {t('planning.answer.with_change')}
        </StateMark>
      )
    case 'refused':
      return <StateMark state="refused">{t('planning.answer.refused')}</StateMark>
    default:
      return null
  }
}

function RefusalWords({ plan, goal }: { plan: Plan; goal: Goal }) {
  const t = useWords()
  const said = answerOf(plan, goal)
  if (!said || said.words === '') return null
  return (
    <p>
      <b>{t(said.answer === 'refused' ? 'planning.answer.reason' : 'planning.answer.change')}</b>{' '}
      <bdi>{t('planning.quoted', { words: said.words })}</bdi>{' '}
      {said.answer === 'refused' && <Small>{t('planning.answer.careGoesOn')}</Small>}
    </p>
  )
}

interface GoalMenuProps {
  caseId: string
  plan: Plan
  goal: Goal
  onChange: () => void
}

function GoalMenu({ caseId, plan, goal, onChange }: GoalMenuProps) {
  const t = useWords()
  const end = usePlanCommand(endGoal)
  const [isEnding, setEnding] = useState(false)
  const isDraft = isOpenToChange(plan.status)
  if (!isDraft && plan.status !== 'in_force') return null
  const label = t('planning.goal.menu', { number: goal.number })
  const endWords = t(isDraft ? 'planning.goal.takeOut' : 'planning.goal.end')
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton icon="more" size="small" label={label} />}
        entries={[
          ...(isDraft
            ? [
                {
                  key: 'change',
                  label: t('planning.goal.change'),
                  icon: 'edit' as const,
                  onAction: onChange,
                },
              ]
            : []),
          { key: 'end', label: endWords, onAction: () => setEnding(true) },
        ]}
      />
      <ConfirmDialog
        title={t(isDraft ? 'planning.goal.takeOut.ask' : 'planning.goal.end.ask', {
          number: goal.number,
        })}
        act={endWords}
        reason={{ label: t('planning.goal.end.why') }}
        isOpen={isEnding}
        onOpenChange={setEnding}
        onConfirm={(words) =>
          end.run({
            params: { caseId, goalId: goal.id },
            input: { version: goal.version, words },
          })
        }
      >
        {t('planning.goal.end.what')}
      </ConfirmDialog>
    </>
  )
}
