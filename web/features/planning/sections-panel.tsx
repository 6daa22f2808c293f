import type { PlanSection } from '@peyvand/domain/cases/practice-model.ts'
import { writeSections } from '@peyvand/domain/planning/contract.ts'
import { useDraft } from '../../platform/drafts.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { InPlaceEdit } from '../../ui/in-place-edit.tsx'
import { Mark } from '../../ui/level.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Small } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './planning.module.css'
import type { Plan } from './types.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface SectionsPanelProps {
  caseId: string
  plan: Plan
  canChange: boolean
}

/** The sections of the plan; an empty one says "none" and why. */
export function SectionsPanel({ caseId, plan, canChange }: SectionsPanelProps) {
  const t = useWords()
  const written = Object.keys(plan.sections) as PlanSection[]
  const codes = [...new Set([...plan.sectionsAsked, ...written])]
  return (
    <Section title={t('planning.sections')}>
      <div className={styles.sections}>
        {codes.map((code) => {
          const content = plan.sections[code]
          const title = t(`planning.section.${code}`)
          return (
            <div key={code}>
              <h3>{title}</h3>
              <InPlaceEdit
                what={title}
                canEdit={canChange}
                edit={(close) => (
                  <SectionForm caseId={caseId} plan={plan} code={code} onClose={close} />
                )}
              >
                {!content ? (
                  <Mark shape="watch" tone="watch" bare>
                    {t('planning.section.unwritten')}
                  </Mark>
                ) : 'words' in content ? (
                  <p className={styles.told} dir="auto">
                    {content.words}
                  </p>
                ) : (
                  <p>
                    <Small>{t('planning.section.none')}</Small> <bdi>{content.none}</bdi>
                  </p>
                )}
              </InPlaceEdit>
            </div>
          )
        })}
      </div>
    </Section>
  )
}

interface SectionFormProps {
  caseId: string
  plan: Plan
  code: PlanSection
  onClose: () => void
}

function SectionForm({ caseId, plan, code, onClose }: SectionFormProps) {
  const t = useWords()
  const content = plan.sections[code]
  const command = usePlanCommand(writeSections)
  const draft = useDraft(`plan:${plan.id}:${code}`, {
    has: content && 'none' in content ? 'none' : 'words',
    text: content ? ('words' in content ? content.words : content.none) : '',
  })
  const { has, text } = draft.value
  const save = async () => {
    const told = has === 'none' ? { none: text } : { words: text }
    await command.run({
      params: { caseId, planId: plan.id },
      input: { version: plan.version, sections: { ...plan.sections, [code]: told } },
    })
    await draft.discard()
    onClose()
  }
  return (
    <Form problem={command.problem} onSubmit={() => void save().catch(() => undefined)}>
      <RadioGroup
        label={t(`planning.section.${code}`)}
        labelHidden
        look="across"
        value={has === 'none' ? 'none' : 'words'}
        onChange={(next) => draft.change({ has: next, text })}
        options={[
          { value: 'words', label: t('planning.section.has') },
          { value: 'none', label: t('planning.section.hasNone') },
        ]}
      />
      <TextArea
        label={t(has === 'none' ? 'planning.section.why' : 'planning.section.words')}
        value={text}
        onChange={(next) => draft.change({ has, text: next })}
        isRequired
        wide
      />
      <FormActions>
        <Button type="submit" isPending={command.isPending}>
          {t('planning.section.save')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('ui.goBack')}
        </Button>
      </FormActions>
    </Form>
  )
}
