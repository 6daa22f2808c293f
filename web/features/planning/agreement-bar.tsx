import { proposePlan, putPlanInForce, takeBackPlan } from '@peyvand/domain/planning/contract.ts'
import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { AgreementSheet } from './agreement-sheet.tsx'
import styles from './planning.module.css'
import type { Plan } from './types.ts'
import { useGapWords } from './use-gap-words.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface AgreementBarProps {
  file: CaseFile
  plan: Plan
}

/** The next step of this edition: propose it, record the client's answer, put it in force. */
export function AgreementBar({ file, plan }: AgreementBarProps) {
  const t = useWords()
  const gapWords = useGapWords()
  const propose = usePlanCommand(proposePlan)
  const putInForce = usePlanCommand(putPlanInForce)
  const [isRecording, setRecording] = useState(false)
  if (plan.nextSteps.length === 0) return null
  const params = { caseId: file.id, planId: plan.id }
  const input = { textHash: plan.textHash }
  const problem = propose.problem ?? putInForce.problem
  const can = (step: Plan['nextSteps'][number]) => plan.nextSteps.includes(step)
  const [newest] = plan.agreements
  const counts = countAnswers(plan)
  const [gap, ...otherGaps] = plan.gaps
  const isRefused = plan.status === 'refused'
  const name = plan.client.givenName
  return (
    <section className={styles.bar} aria-label={t('planning.bar')} data-print="never">
      <div className={styles.barWords}>
        {counts.total > 0 && plan.status !== 'draft' && newest?.toTheseWords ? (
          <Row gap="small">
            <StateMark state="done" bare>
              {t('planning.bar.accepted', { count: counts.accepted })}
            </StateMark>
            {counts.withChange > 0 && (
              <StateMark state="underway" tone="watch" bare>
                {t('planning.bar.withChange', { count: counts.withChange })}
              </StateMark>
            )}
            {counts.refused > 0 && (
              <StateMark state="refused" bare>
                {t('planning.bar.refused', { count: counts.refused })}
              </StateMark>
            )}
          </Row>
        ) : (
          <p>
            {plan.status === 'draft'
              ? gap
                ? otherGaps.length > 0
                  ? t('planning.bar.gaps', { count: plan.gaps.length })
                  : t('planning.bar.oneGap')
                : t('planning.bar.ready')
              : t('planning.bar.proposed', { name })}
          </p>
        )}
        {isRefused && <p>{t('planning.bar.refusedPlan')}</p>}
        {otherGaps.length > 0 && plan.status === 'draft' && (
          <ul className={styles.gaps}>
            {plan.gaps.slice(0, 4).map((each) => (
              <li key={JSON.stringify(each)}>{gapWords(each)}</li>
            ))}
          </ul>
        )}
        {problem !== null && problem !== undefined && <ErrorState problem={problem} />}
      </div>
      <Row>
        {can('take_back') && <TakeBack file={file} plan={plan} />}
        {plan.status === 'proposed' && (
          <ButtonLink icon="print" href={`/cases/${file.id}/plan/${plan.id}/print`}>
            {t('planning.printForClient')}
          </ButtonLink>
        )}
        {can('record_answer') && (
          <Button
            look={plan.status === 'proposed' ? 'primary' : 'plain'}
            onPress={() => setRecording(true)}
          >
            {plan.status === 'proposed'
              ? t('planning.record', { name })
              : t('planning.recordAgain')}
          </Button>
        )}
        {can('put_in_force') && (!isRefused || newest?.limit) && (
          <Button
            look="primary"
            isPending={putInForce.isPending}
            lockedBecause={newest?.toTheseWords ? undefined : t('planning.bar.changed')}
            onPress={() =>
              void putInForce.run({ params, input }).then(
                () => showToast({ message: t('planning.putInForce.done') }),
                () => undefined,
              )
            }
          >
            {t('planning.putInForce')}
          </Button>
        )}
        {can('propose') && (
          <Button
            look="primary"
            isPending={propose.isPending}
            lockedBecause={gap ? gapWords(gap) : undefined}
            onPress={() =>
              void propose.run({ params, input }).then(
                () => showToast({ message: t('planning.propose.done') }),
                () => undefined,
              )
            }
          >
            {t('planning.propose')}
          </Button>
        )}
      </Row>
      {isRecording && (
        <AgreementSheet file={file} plan={plan} onClose={() => setRecording(false)} />
      )}
    </section>
  )
}

function countAnswers(plan: Plan) {
  const answers = plan.agreements[0]?.goalAnswers ?? []
  const count = (answer: (typeof answers)[number]['answer']) =>
    answers.filter((each) => each.answer === answer).length
  return {
    total: answers.length,
    accepted: count('accepted'),
    withChange: count('with_change'),
    refused: count('refused'),
  }
}

function TakeBack({ file, plan }: AgreementBarProps) {
  const t = useWords()
  const takeBack = usePlanCommand(takeBackPlan)
  return (
    <ConfirmDialog
      title={t('planning.takeBack.ask')}
      act={t('planning.takeBack')}
      reason={{ label: t('planning.takeBack.why'), hint: t('planning.takeBack.whyHint') }}
      trigger={<Button look="quiet">{t('planning.takeBack')}</Button>}
      onConfirm={(reason) =>
        takeBack.run({
          params: { caseId: file.id, planId: plan.id },
          input: { version: plan.version, reason },
        })
      }
    >
      {t('planning.takeBack.what')}
    </ConfirmDialog>
  )
}
