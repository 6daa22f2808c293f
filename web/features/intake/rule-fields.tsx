import { needDomains } from '@peyvand/domain/assessment/grid.ts'
import type { EligibilityRule } from '@peyvand/domain/intake/eligibility-rules.ts'
import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FieldRow, Row, Small, Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useDomainWords } from './use-domain-words.ts'

interface RuleFieldsProps<R extends EligibilityRule = EligibilityRule> {
  rule: R
  onChange: (rule: EligibilityRule) => void
}

type RuleOf<K extends EligibilityRule['kind']> = Extract<EligibilityRule, { kind: K }>

/** One rule being written. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  switch (rule.kind) {
    case 'age':
      return <AgeFields rule={rule} onChange={onChange} />
    case 'area':
      return <AreaFields rule={rule} onChange={onChange} />
    case 'need':
      return <NeedFields rule={rule} onChange={onChange} />
    case 'asked':
      return <QuestionFields rule={rule} onChange={onChange} />
  }
}

function AgeFields({ rule, onChange }: RuleFieldsProps<RuleOf<'age'>>) {
  const t = useWords()
  return (
    <FieldRow>
      <NumberField
        label={t('intake.rules.ageFrom')}
        hint={t('intake.rules.ageFromHint')}
        value={rule.from}
        onChange={(from) => onChange({ ...rule, from })}
        minValue={0}
        maxValue={130}
      />
      <NumberField
        label={t('intake.rules.ageTo')}
        hint={t('intake.rules.ageToHint')}
        value={rule.to}
        onChange={(to) => onChange({ ...rule, to })}
        minValue={0}
        maxValue={130}
      />
    </FieldRow>
  )
}

function AreaFields({ rule, onChange }: RuleFieldsProps<RuleOf<'area'>>) {
  const t = useWords()
  const [typed, setTyped] = useState(rule.areas.join('\n'))
  return (
    <TextArea
      label={t('intake.rules.areas')}
      hint={t('intake.rules.areasHint')}
      value={typed}
      onChange={(next) => {
        setTyped(next)
        const areas = next.split('\n').map((area) => area.trim())
        onChange({ ...rule, areas: [...new Set(areas.filter(Boolean))] })
      }}
      lines={4}
    />
  )
}

function NeedFields({ rule, onChange }: RuleFieldsProps<RuleOf<'need'>>) {
  const t = useWords()
  const domainWords = useDomainWords()
  return (
    <Stack gap="tight">
      <Small>{t('intake.rules.needsHint')}</Small>
      <Row>
        {needDomains.map((domain) => (
          <Chip
            key={domain}
            isSelected={rule.domains.includes(domain)}
            onChange={(isSelected) =>
              onChange({
                ...rule,
                domains: needDomains.filter((each) =>
                  each === domain ? isSelected : rule.domains.includes(each),
                ),
              })
            }
          >
            {domainWords(domain)}
          </Chip>
        ))}
      </Row>
    </Stack>
  )
}

function QuestionFields({ rule, onChange }: RuleFieldsProps<RuleOf<'asked'>>) {
  const t = useWords()
  const write = (language: 'fa' | 'en', words: string) => {
    const { [language]: _before, ...others } = rule.question
    onChange({
      ...rule,
      question: words.trim() === '' ? others : { ...others, [language]: words },
    })
  }
  return (
    <Stack gap="small">
      <TextArea
        label={t('intake.rules.questionFa')}
        hint={t('intake.rules.questionHint')}
        value={rule.question['fa'] ?? ''}
        onChange={(words) => write('fa', words)}
        lines={2}
        maxLength={300}
      />
      <TextArea
        label={t('intake.rules.questionEn')}
        value={rule.question['en'] ?? ''}
        onChange={(words) => write('en', words)}
        lines={2}
        maxLength={300}
      />
    </Stack>
  )
}
