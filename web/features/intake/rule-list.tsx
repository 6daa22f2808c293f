import type { RuleResult } from '@peyvand/domain/intake/assess-eligibility.ts'
import type { RuleAnswers } from '@peyvand/domain/intake/eligibility-rules.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import styles from './rule-list.module.css'
import { useRuleWords, useWhyWords } from './use-rule-words.ts'

interface RuleListProps {
  results: readonly RuleResult[]
  /** What the worker answered so far; without `onAnswer` the list is only read. */
  answers?: RuleAnswers
  onAnswer?: (ruleId: string, answer: boolean | null) => void
  /** Where a missing fact is written: the birth date, the area, the needs. */
  mend?: Partial<Record<'birth_date' | 'area' | 'needs', () => void>>
}

/** A programme's rules, one by one: met, not met, or what to ask. */
export function RuleList({ results, answers = {}, onAnswer, mend = {} }: RuleListProps) {
  const ruleWords = useRuleWords()
  const whyWords = useWhyWords()
  return (
    <ul className={styles.rules}>
      {results.map((result) => {
        const { rule, why } = result
        const isAnswered = why.code === 'answered'
        const canAnswer = onAnswer && (isAnswered || result.asks?.includes('answer'))
        return (
          <li key={rule.id} className={result.met === null ? styles.open : ''}>
            <RuleMark result={result} />
            <Stack gap="tight">
              <b>{ruleWords(rule)}</b>
              <Small>{whyWords(why)}</Small>
              <Mends result={result} mend={mend} />
              {canAnswer && (
                <Answer
                  question={ruleWords(rule)}
                  value={answers[rule.id] ?? null}
                  onChange={(answer) => onAnswer(rule.id, answer)}
                />
              )}
            </Stack>
          </li>
        )
      })}
    </ul>
  )
}

function RuleMark({ result }: { result: RuleResult }): ReactNode {
  const t = useWords()
  const { met, rule } = result
  if (met === null) {
    return (
      <Mark shape="ahead" tone="watch">
        {t('intake.rule.ask')}
      </Mark>
    )
  }
  if (met) {
    return (
      <Mark shape="done" tone="normal">
        {t('intake.rule.met')}
      </Mark>
    )
  }
  return rule.kind === 'capacity' ? (
    <Mark shape="watch" tone="watch">
      {t('intake.rule.full')}
    </Mark>
  ) : (
    <Mark shape="refused" tone="urgent">
      {t('intake.rule.notMet')}
    </Mark>
  )
}

type Mend = 'birth_date' | 'area' | 'needs'

function Mends({ result, mend }: { result: RuleResult; mend: NonNullable<RuleListProps['mend']> }) {
  const t = useWords()
  const offered = (result.asks ?? []).filter(
    (ask): ask is Mend => ask !== 'answer' && mend[ask] !== undefined,
  )
  if (offered.length === 0) return null
  return (
    <Row>
      {offered.map((ask) => (
        <Button key={ask} size="small" icon="edit" onPress={() => mend[ask]?.()}>
          {t(`intake.mend.${ask}`)}
        </Button>
      ))}
    </Row>
  )
}

const choices = ['yes', 'no', 'unasked'] as const

interface AnswerProps {
  question: string
  value: boolean | null
  onChange: (answer: boolean | null) => void
}

function Answer({ question, value, onChange }: AnswerProps) {
  const t = useWords()
  return (
    <RadioGroup
      label={question}
      labelHidden
      look="across"
      options={choices.map((choice) => ({ value: choice, label: t(`intake.answer.${choice}`) }))}
      value={value === null ? 'unasked' : value ? 'yes' : 'no'}
      onChange={(choice) => onChange(choice === 'unasked' ? null : choice === 'yes')}
    />
  )
}
