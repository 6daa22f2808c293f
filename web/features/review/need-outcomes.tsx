import { endNeed } from '@peyvand/domain/assessment/contract.ts'
import { needOutcomes } from '@peyvand/domain/assessment/finding.ts'
import type { NeedOutcome } from '@peyvand/domain/assessment/finding.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { readClosure } from '@peyvand/domain/review/contract.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FieldRow, Small } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import styles from './review.module.css'

type NeedTold = AnswerOf<typeof readClosure>['needs'][number]

interface NeedOutcomesProps {
  caseId: string
  needs: readonly NeedTold[]
}

/** The outcome of every need, each kept as soon as it is said. */
export function NeedOutcomes({ caseId, needs }: NeedOutcomesProps) {
  const t = useWords()
  const open = needs.filter(({ outcome }) => outcome === null).length
  return (
    <Section
      title={t('review.closure.needs')}
      aside={needs.length > 0 && t('review.needsLeft', { open, count: needs.length })}
    >
      {needs.length === 0 ? (
        <EmptyState title={t('review.noNeeds')} />
      ) : (
        <ul className={styles.needs}>
          {needs.map((need) => (
            <li key={need.id} className={styles.need}>
              <div className={styles.needHead}>
                <h3>
                  <bdi>{need.statement}</bdi>
                </h3>
                <SeverityBars severity={need.severity} />
                <OutcomeMark outcome={need.outcome} />
              </div>
              {need.outcome === null ? (
                <OutcomeForm caseId={caseId} need={need} />
              ) : (
                need.outcomeReason && (
                  <Small>
                    <bdi>{need.outcomeReason}</bdi>
                  </Small>
                )
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function OutcomeForm({ caseId, need }: { caseId: string; need: NeedTold }) {
  const t = useWords()
  const [outcome, setOutcome] = useState<NeedOutcome | null>(null)
  const [reason, setReason] = useState('')
  const [neededAmount, setNeeded] = useState('')
  const [receivedAmount, setReceived] = useState('')
  const end = useCommand(endNeed, { stale: [readClosure, readCase] })
  const send = async () => {
    if (outcome === null) return
    const amounts = outcome === 'partly_met' ? { neededAmount, receivedAmount } : {}
    await end.run({
      params: { caseId, needId: need.id },
      input: { version: need.version, outcome, reason, ...amounts },
    })
  }
  return (
    <Form
      label={need.statement}
      problem={end.problem}
      onSubmit={() => void send().catch(() => undefined)}
    >
      <RadioGroup
        label={t('review.outcomeOf', { statement: need.statement })}
        labelHidden
        options={needOutcomes.map((value) => ({ value, label: t(`cases.outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
        look="across"
      />
      {outcome === 'partly_met' && (
        <FieldRow>
          <TextField
            label={t('review.neededAmount')}
            hint={t('review.neededAmountHint')}
            value={neededAmount}
            onChange={setNeeded}
            maxLength={200}
            isRequired
          />
          <TextField
            label={t('review.receivedAmount')}
            value={receivedAmount}
            onChange={setReceived}
            maxLength={200}
            isRequired
          />
        </FieldRow>
      )}
      {outcome !== null && (
        <>
          <TextArea
            label={t(outcome === 'unmet' ? 'review.whyUnmet' : 'review.outcomeWords')}
            name="reason"
            value={reason}
            onChange={setReason}
            lines={2}
            isRequired={outcome === 'unmet'}
          />
          <FormActions>
            <Button type="submit" isPending={end.isPending}>
              {t('review.recordOutcome')}
            </Button>
          </FormActions>
        </>
      )}
    </Form>
  )
}
