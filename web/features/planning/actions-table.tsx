import { moveAction } from '@peyvand/domain/planning/contract.ts'
import type { ActionStatus } from '@peyvand/domain/planning/goal.ts'
import { isOpenToChange } from '@peyvand/domain/planning/plan-steps.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mark } from '../../ui/level.tsx'
import { Small } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { Note } from '../../ui/note.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { StateName } from '../../ui/level.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ActionSheet } from './action-sheet.tsx'
import styles from './planning.module.css'
import type { Action, Goal, Plan } from './types.ts'
import { useActorWords } from './use-actor-words.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface ActionsTableProps {
  file: CaseFile
  plan: Plan
  goal: Goal
  mayWrite: boolean
}

const states: Record<ActionStatus, StateName> = {
  planned: 'ahead',
  under_way: 'underway',
  done: 'done',
  dropped: 'refused',
}

/** What is done for a goal, by whom, until when, and how far it is. */
export function ActionsTable({ file, plan, goal, mayWrite }: ActionsTableProps) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDay } = useFormats()
  const actorWords = useActorWords()
  const [changing, setChanging] = useState<Action>()
  if (goal.actions.length === 0) return null
  const isRunning = plan.status === 'in_force'
  const canChange = mayWrite && (isRunning || isOpenToChange(plan.status))
  const shown = goal.actions.filter(({ status }) => isRunning || status !== 'dropped')
  const clashes = plan.clashes.filter(({ actionId }) => shown.some(({ id }) => id === actionId))
  return (
    <>
      <DataTable
        label={t('planning.actions.of', { number: goal.number })}
        rows={shown}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: t('planning.action'),
            isHead: true,
            cell: (action) => (
              <>
                <bdi>{action.what}</bdi>
                <br />
                <small className={styles.kind}>
                  {t(`planning.kind.${action.kind}`)}
                  {action.frequency !== '' &&
                    t('planning.action.often', { often: action.frequency })}
                  {action.basis &&
                    t('planning.action.on', { basis: t(`planning.basis.${action.basis}`) })}
                </small>
                <small className={styles.onPhone}>
                  <bdi>{actorWords(action, file)}</bdi>
                  {action.dueOn &&
                    t('planning.action.on', {
                      basis: t('planning.goal.until', { day: formatDay(action.dueOn) }),
                    })}
                </small>
              </>
            ),
          },
          {
            key: 'who',
            wideOnly: true,
            title: t('planning.action.who'),
            cell: (action) => <bdi>{actorWords(action, file)}</bdi>,
          },
          {
            key: 'until',
            wideOnly: true,
            title: t('planning.action.until'),
            cell: ({ dueOn }) => (dueOn ? formatDay(dueOn) : ''),
          },
          {
            key: 'status',
            title: t('planning.action.status'),
            cell: ({ status, dueOn, dropReason }) =>
              isRunning && dueOn && dueOn < today && status !== 'done' && status !== 'dropped' ? (
                <Mark shape="urgent" tone="urgent" bare>
                  {t('planning.action.late')}
                </Mark>
              ) : (
                <>
                  <StateMark state={states[status]} bare>
                    {t(`planning.actionStatus.${status}`)}
                  </StateMark>
                  {dropReason !== '' && <Small> {dropReason}</Small>}
                </>
              ),
          },
          ...(canChange
            ? [
                {
                  key: 'acts',
                  title: t('planning.action.acts'),
                  align: 'end' as const,
                  cell: (action: Action) => (
                    <ActionMenu
                      caseId={file.id}
                      plan={plan}
                      action={action}
                      onChange={() => setChanging(action)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {clashes.map((clash) => (
        <Clash
          key={`${clash.actionId} ${clash.code === 'repeats' ? clash.otherId : clash.needNumber}`}
          plan={plan}
          clash={clash}
        />
      ))}
      {changing && (
        <ActionSheet
          caseId={file.id}
          goal={goal}
          action={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  )
}

function Clash({ plan, clash }: { plan: Plan; clash: Plan['clashes'][number] }) {
  const t = useWords()
  if (clash.code === 'mediation_beside_danger') {
    return (
      <Note tone="watch" size="small" title={t('planning.clash.danger')}>
        {t('planning.clash.dangerWhat', { number: clash.needNumber })}
      </Note>
    )
  }
  const goal = plan.goals.find(({ actions }) => actions.some(({ id }) => id === clash.otherId))
  const other = goal?.actions.find(({ id }) => id === clash.otherId)
  return (
    <Note tone="watch" size="small" title={t('planning.clash.repeats')}>
      {t('planning.clash.repeatsWhat', { what: other?.what ?? '', number: goal?.number ?? 0 })}
    </Note>
  )
}

interface ActionMenuProps {
  caseId: string
  plan: Plan
  action: Action
  onChange: () => void
}

function ActionMenu({ caseId, plan, action, onChange }: ActionMenuProps) {
  const t = useWords()
  const problemWords = useProblemWords()
  const move = usePlanCommand(moveAction)
  const [isDropping, setDropping] = useState(false)
  const params = { caseId, actionId: action.id }
  const to = (status: ActionStatus) => () =>
    void move
      .run({ params, input: { version: action.version, status } })
      .catch((problem: unknown) =>
        showToast({ message: problemWords(problem).sentence, look: 'problem' }),
      )
  const step = (status: ActionStatus): MenuEntry[] =>
    action.status === status
      ? []
      : [{ key: status, label: t(`planning.move.${status}`), onAction: to(status) }]
  const entries: MenuEntry[] = [
    ...(plan.status === 'in_force'
      ? [...step('under_way'), ...step('done'), ...step('planned')]
      : [
          {
            key: 'change',
            label: t('planning.action.change'),
            icon: 'edit' as const,
            onAction: onChange,
          },
        ]),
    ...(action.status === 'dropped'
      ? []
      : [
          {
            key: 'drop',
            label: t('planning.move.dropped'),
            startsGroup: true,
            onAction: () => setDropping(true),
          },
        ]),
  ]
  const label = t('planning.action.menu', { what: action.what })
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton icon="more" size="small" label={label} />}
        entries={entries}
      />
      <ConfirmDialog
        title={t('planning.action.drop.ask')}
        act={t('planning.move.dropped')}
        reason={{ label: t('planning.action.drop.why') }}
        isOpen={isDropping}
        onOpenChange={setDropping}
        onConfirm={(reason) =>
          move.run({ params, input: { version: action.version, status: 'dropped', reason } })
        }
      >
        {t('planning.action.drop.what')}
      </ConfirmDialog>
    </>
  )
}
