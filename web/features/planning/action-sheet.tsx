import { listColleagues } from '@peyvand/domain/agency/contract.ts'
import { addAction, changeAction } from '@peyvand/domain/planning/contract.ts'
import { actionBases, actionKinds, actors } from '@peyvand/domain/planning/goal.ts'
import type { ActionActor, ActionBasis, ActionKind } from '@peyvand/domain/planning/goal.ts'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useMe } from '../../platform/me.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Action, Goal } from './types.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface Written {
  kind: ActionKind | null
  what: string
  who: ActionActor
  workerId: string | null
  whoName: string
  dueOn: string | null
  frequency: string
  basis: ActionBasis | null
}

interface ActionSheetProps {
  caseId: string
  goal: Goal
  action?: Action
  onClose: () => void
}

/** What is done, by whom, until when, how often, and on what it rests. */
export function ActionSheet({ caseId, goal, action, onClose }: ActionSheetProps) {
  const t = useWords()
  const me = useMe()
  const known = useEndpoint(listColleagues)
  const add = usePlanCommand(addAction)
  const change = usePlanCommand(changeAction)
  const draft = useDraft<Written>(`action:${action?.id ?? goal.id}`, {
    kind: action?.kind ?? null,
    what: action?.what ?? '',
    who: action?.who ?? 'worker',
    workerId: action ? action.workerId : me.id,
    whoName: action && action.workerId === null ? action.whoName : '',
    dueOn: action?.dueOn ?? null,
    frequency: action?.frequency ?? '',
    basis: action?.basis ?? null,
  })
  const written = draft.value
  const set = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const byWorker = written.who === 'worker'
  const byNamed = written.who !== 'worker' && written.who !== 'client'
  const save = async () => {
    const { kind } = written
    if (kind === null) return
    const input = {
      ...written,
      kind,
      workerId: byWorker ? written.workerId : null,
      whoName: byNamed ? written.whoName : '',
    }
    if (action) {
      await change.run({
        params: { caseId, actionId: action.id },
        input: { ...input, version: action.version },
      })
    } else {
      await add.run({ params: { caseId, goalId: goal.id }, input: { ...input, id: newId() } })
    }
    await draft.discard()
    onClose()
  }
  return (
    <Sheet
      title={t(action ? 'planning.action.change' : 'planning.action.addTo', {
        number: goal.number,
      })}
      isOpen
      onOpenChange={onClose}
    >
      <CommandForm
        commands={[add, change]}
        send={save}
        act={t('planning.action.save')}

        onBack={onClose}
      >
        <TextField
          label={t('planning.action.what')}
          hint={t('planning.action.whatHint')}
          value={written.what}
          onChange={(what) => set({ what })}
          name="what"
          isRequired
          maxLength={500}
        />
        <Select
          label={t('planning.action.kind')}
          value={written.kind}
          onChange={(kind) => set({ kind })}
          name="kind"
          isRequired
          options={actionKinds.map((value) => ({ value, label: t(`planning.kind.${value}`) }))}
        />
        <RadioGroup
          label={t('planning.action.who')}
          look="across"
          value={written.who}
          onChange={(who) => set({ who })}
          options={actors.map((value) => ({ value, label: t(`planning.who.${value}`) }))}
        />
        {byWorker && (
          <Select
            label={t('planning.action.colleague')}
            value={written.workerId}
            onChange={(workerId) => set({ workerId })}
            options={(known.data?.colleagues ?? []).map(({ id, fullName }) => ({
              value: id,
              label: fullName,
            }))}
          />
        )}
        {byNamed && (
          <TextField
            label={t('planning.action.name')}
            value={written.whoName}
            onChange={(whoName) => set({ whoName })}
            maxLength={120}
          />
        )}
        <FieldRow>
          <DayField
            label={t('planning.action.due')}
            value={written.dueOn}
            onChange={(dueOn) => set({ dueOn })}
          />
          <TextField
            label={t('planning.action.frequency')}
            hint={t('planning.action.frequencyHint')}
            value={written.frequency}
            onChange={(frequency) => set({ frequency })}
            maxLength={200}
          />
          <Select
            label={t('planning.action.basis')}
            value={written.basis}
            onChange={(basis) => set({ basis })}
            options={actionBases.map((value) => ({ value, label: t(`planning.basis.${value}`) }))}
          />
        </FieldRow>
      </CommandForm>
    </Sheet>
  )
}
