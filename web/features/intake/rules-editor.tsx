import type { EligibilityRule } from '@peyvand/domain/intake/eligibility-rules.ts'
import { eligibilityRule } from '@peyvand/domain/intake/eligibility-rules.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import { RuleFields } from './rule-fields.tsx'
import { useRuleWords } from './use-rule-words.ts'

interface RulesEditorProps {
  value: readonly EligibilityRule[]
  onChange: (value: EligibilityRule[]) => void
}

/** The rules of a programme as sentences; each opens where it stands. */
export function RulesEditor({ value, onChange }: RulesEditorProps) {
  const t = useWords()
  const ruleWords = useRuleWords()
  const [open, setOpen] = useState<string>()
  const change = (rule: EligibilityRule) =>
    onChange(value.map((each) => (each.id === rule.id ? rule : each)))
  const add = (rule: EligibilityRule) => {
    onChange([...value, rule])
    setOpen(rule.id)
  }
  return (
    <Section title={t('intake.rules')} level={3} bare>
      <Stack gap="small">
        {value.length === 0 && <p>{t('intake.rules.none')}</p>}
        {value.map((rule) => {
          const whyNot = eligibilityRule.safeParse(rule).success
            ? undefined
            : t('intake.rules.incomplete')
          return (
            <Card key={rule.id}>
              {open === rule.id ? (
                <Stack gap="small">
                  <RuleFields rule={rule} onChange={change} />
                  <Row>
                    <Button size="small" onPress={() => setOpen(undefined)} lockedBecause={whyNot}>
                      {t('intake.rules.ready')}
                    </Button>
                  </Row>
                </Stack>
              ) : (
                <Row spread>
                  <span>{ruleWords(rule)}</span>
                  <Row>
                    <IconButton
                      icon="edit"
                      size="small"
                      label={t('ui.editWhat', { what: ruleWords(rule) })}
                      onPress={() => setOpen(rule.id)}
                    />
                    <IconButton
                      icon="close"
                      size="small"
                      label={t('intake.rules.remove')}
                      onPress={() => onChange(value.filter(({ id }) => id !== rule.id))}
                    />
                  </Row>
                </Row>
              )}
            </Card>
          )
        })}
        <Row>
          <Menu
            label={t('intake.rules.add')}
            trigger={
              <Button size="small" icon="plus">
                {t('intake.rules.add')}
              </Button>
            }
            entries={[
              {
                key: 'age',
                label: t('intake.rules.age'),
                onAction: () => add({ id: newId(), kind: 'age', from: 18, to: null }),
              },
              {
                key: 'area',
                label: t('intake.rules.area'),
                onAction: () => add({ id: newId(), kind: 'area', areas: [] }),
              },
              {
                key: 'need',
                label: t('intake.rules.need'),
                onAction: () => add({ id: newId(), kind: 'need', domains: [] }),
              },
              {
                key: 'asked',
                label: t('intake.rules.asked'),
                onAction: () => add({ id: newId(), kind: 'asked', question: {} }),
              },
            ]}
          />
        </Row>
      </Stack>
    </Section>
  )
}
