import { addGoal, changeGoal } from '@peyvand/domain/planning/contract.ts'
import { attainmentLevels } from '@peyvand/domain/planning/goal.ts'
import type { AttainmentKey } from '@peyvand/domain/planning/goal.ts'
import { whyNotGoal } from '@peyvand/domain/planning/why-not-goal.ts'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './planning.module.css'
import type { Goal, Plan } from './types.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface Written {
  needIds: string[]
  strengthIds: string[]
  hasWords: 'yes' | 'no'
  clientWords: string
  clientWordsMissing: string
  professionalWords: string
  readiness: number | null
  targetOn: string | null
  weight: number
  scale: Partial<Record<AttainmentKey, string>>
  baseline: number | null
}

interface GoalSheetProps {
  caseId: string
  plan: Plan
  /** The goal to change; without it a new one is written. */
  goal?: Goal
  /** The need a new goal is begun for. */
  needId?: string
  onClose: () => void
}

/** A goal: first as the client says it, then as the profession does, with its five levels. */
export function GoalSheet({ caseId, plan, goal, needId, onClose }: GoalSheetProps) {
  const t = useWords()
  const { formatSigned, formatNumber } = useFormats()
  const add = usePlanCommand(addGoal)
  const change = usePlanCommand(changeGoal)
  const draft = useDraft<Written>(`goal:${goal?.id ?? `${plan.id}:${needId ?? 'new'}`}`, {
    needIds: goal?.needIds ?? (needId ? [needId] : []),
    strengthIds: goal?.strengthIds ?? [],
    hasWords: goal && goal.clientWords === '' ? 'no' : 'yes',
    clientWords: goal?.clientWords ?? '',
    clientWordsMissing: goal?.clientWordsMissing ?? '',
    professionalWords: goal?.professionalWords ?? '',
    readiness: goal?.readiness ?? null,
    targetOn: goal?.targetOn ?? null,
    weight: goal?.weight ?? 1,
    scale: goal?.scale ?? {},
    baseline: goal?.baseline ?? null,
  })
  const written = draft.value
  const set = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const { hasWords, ...rest } = written
  const input = {
    ...rest,
    clientWords: hasWords === 'yes' ? written.clientWords : '',
    clientWordsMissing: hasWords === 'no' ? written.clientWordsMissing : '',
  }
  const why = whyNotGoal(input)
  const locked =
    why?.code === 'goal_without_need'
      ? t('planning.goal.noNeed')
      : why
        ? t('planning.goal.wordless')
        : undefined
  const save = async () => {
    if (goal) {
      await change.run({
        params: { caseId, goalId: goal.id },
        input: { ...input, version: goal.version },
      })
    } else {
      await add.run({ params: { caseId, planId: plan.id }, input: { ...input, id: newId() } })
    }
    await draft.discard()
    onClose()
  }
  const needs = plan.needs.filter(({ id, ended }) => !ended || written.needIds.includes(id))
  return (
    <Sheet
      title={t(goal ? 'planning.goal.change' : 'planning.goal.add')}
      isOpen
      onOpenChange={onClose}
    >
      <CommandForm
        commands={[add, change]}
        send={save}
        act={
          goal
            ? t('planning.goal.saveChange', { number: formatNumber(goal.number) })
            : t('planning.goal.save')
        }
        lockedBecause={locked}
        onBack={onClose}
      >
        <RadioGroup
          label={t('planning.goal.inOwnWords')}
          look="across"
          value={hasWords}
          onChange={(next) => set({ hasWords: next })}
          options={[
            { value: 'yes', label: t('planning.goal.said') },
            { value: 'no', label: t('planning.goal.notSaid') },
          ]}
        />
        {hasWords === 'yes' ? (
          <TextArea
            label={t('planning.goal.words')}
            hint={t('planning.goal.wordsHint')}
            value={written.clientWords}
            onChange={(clientWords) => set({ clientWords })}
            name="clientWords"
            wide
            lines={2}
          />
        ) : (
          <TextArea
            label={t('planning.goal.whyNoWords')}
            value={written.clientWordsMissing}
            onChange={(clientWordsMissing) => set({ clientWordsMissing })}
            name="clientWordsMissing"
            wide
            lines={2}
          />
        )}
        <TextArea
          label={t('planning.goal.professional')}
          hint={t('planning.goal.professionalHint')}
          value={written.professionalWords}
          onChange={(professionalWords) => set({ professionalWords })}
          name="professionalWords"
          isRequired
          wide
          lines={2}
        />
        <CheckboxGroup
          label={t('planning.goal.needs')}
          value={written.needIds}
          onChange={(needIds) => set({ needIds })}
          name="needIds"
          options={needs.map(({ id, number, statement }) => ({
            value: id,
            label: t('assessment.needNumbered', { number, statement }),
          }))}
        />
        {plan.strengths.length > 0 && (
          <CheckboxGroup
            label={t('planning.goal.strengths')}
            value={written.strengthIds}
            onChange={(strengthIds) => set({ strengthIds })}
            options={plan.strengths.map(({ id, what }) => ({ value: id, label: what }))}
          />
        )}
        <FieldRow>
          <DayField
            label={t('planning.goal.target')}
            value={written.targetOn}
            onChange={(targetOn) => set({ targetOn })}
          />
          <NumberField
            label={t('planning.goal.readiness')}
            hint={t('planning.goal.readinessHint')}
            value={written.readiness}
            onChange={(readiness) => set({ readiness })}
            minValue={0}
            maxValue={10}
            steps
          />
          <NumberField
            label={t('planning.goal.weight')}
            hint={t('planning.goal.weightHint')}
            value={written.weight}
            onChange={(weight) => set({ weight: weight ?? 1 })}
            minValue={1}
            maxValue={10}
            steps
          />
        </FieldRow>
        <fieldset className={styles.scale}>
          <legend>{t('planning.goal.scale')}</legend>
          <p className={styles.professional}>{t('planning.goal.scaleHint')}</p>
          {attainmentLevels.map((level) => (
            <TextField
              key={level}
              label={t('planning.goal.levelLabel', {
                level: formatSigned(Number(level)),
                words: t(`planning.level.${level}`),
              })}
              value={written.scale[level] ?? ''}
              onChange={(words) => set({ scale: { ...written.scale, [level]: words } })}
              maxLength={500}
            />
          ))}
          <Select
            label={t('planning.goal.baseline')}
            value={written.baseline === null ? null : String(written.baseline)}
            onChange={(chosen) => set({ baseline: Number(chosen) })}
            options={attainmentLevels.map((level) => ({
              value: level,
              label: t('planning.goal.levelLabel', {
                level: formatSigned(Number(level)),
                words: written.scale[level] || t(`planning.level.${level}`),
              }),
            }))}
          />
        </fieldset>
      </CommandForm>
    </Sheet>
  )
}
