import { attainmentLevels } from '@peyvand/domain/monitoring/goal-attainment.ts'
import type { AttainmentLevel } from '@peyvand/domain/monitoring/goal-attainment.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { GoalTold } from './goals-panel.tsx'

export const judges = ['shared', 'client', 'worker'] as const
export type Judge = (typeof judges)[number]

export interface Judged {
  level: AttainmentLevel | null
  judgedBy: Judge
  said: string
}

export const notJudged: Judged = { level: null, judgedBy: 'shared', said: '' }

interface GoalChoiceProps {
  goal: GoalTold
  value: Judged
  onChange: (judged: Judged) => void
  /** What is asked for beside the level: what was said, or a remark. */
  saidLabel: string
  isRequired?: boolean
}

/** How far a goal has come: the five levels in the words written for it, who judged, what was said. */
export function GoalChoice({ goal, value, onChange, saidLabel, isRequired }: GoalChoiceProps) {
  const t = useWords()
  const { formatSigned } = useFormats()
  return (
    <>
      <RadioGroup
        label={t('monitoring.goal.level')}
        options={attainmentLevels.map((level) => ({
          value: String(level),
          label: goal.scale[level] || t(`monitoring.level.${levelName(level)}`),
          aside: formatSigned(level),
          wasLast: goal.levelNow === level,
        }))}
        value={value.level === null ? null : String(value.level)}
        onChange={(level) => onChange({ ...value, level: Number(level) as AttainmentLevel })}
        isRequired={isRequired ?? false}
      />
      <Select
        label={t('monitoring.goal.judgedBy')}
        options={judges.map((judge) => ({ value: judge, label: t(`monitoring.judge.${judge}`) }))}
        value={value.judgedBy}
        onChange={(judgedBy) => onChange({ ...value, judgedBy })}
      />
      <TextArea
        label={saidLabel}
        value={value.said}
        onChange={(said) => onChange({ ...value, said })}
        lines={2}
      />
    </>
  )
}

const names = {
  '-2': 'muchLess',
  '-1': 'less',
  '0': 'expected',
  '1': 'more',
  '2': 'muchMore',
} as const

export function levelName(level: AttainmentLevel) {
  return names[`${level}`]
}
