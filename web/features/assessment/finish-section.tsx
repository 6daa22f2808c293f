import {
  completeAssessment,
  listAssessments,
  readAssessment,
} from '@peyvand/domain/assessment/contract.ts'
import type { AnswerFault } from '@peyvand/domain/assessment/why-not-complete.ts'
import { whyNotFinish } from '@peyvand/domain/assessment/why-not-finish.ts'
import type { Answers } from '@peyvand/domain/assessment/answers.ts'
import type { Refusal } from '@peyvand/domain/refusals.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Row } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Assessment } from './types.ts'
import type { AnswerKeeping } from './use-answers.ts'
import type { ReadInstrument } from './use-instrument.ts'

interface FinishSectionProps {
  caseId: string
  assessment: Assessment
  instrument: ReadInstrument
  keeping: AnswerKeeping
  /** Tells the questions what is missing, once finishing was tried. */
  onFaults: (faults: readonly AnswerFault[]) => void
}

interface Told {
  has: 'view' | 'missing'
  view: string
  missing: string
}

const usualReasons = ['away', 'notAble', 'notNow'] as const

/** The client's own view, or why it is missing; then the answers are scored and stay as they are. */
export function FinishSection(props: FinishSectionProps) {
  const { caseId, assessment, instrument, keeping, onFaults } = props
  const t = useWords()
  const draft = useDraft<Told>(`assessment:${assessment.id}:view`, {
    has: assessment.clientViewMissing === '' ? 'view' : 'missing',
    view: assessment.clientView,
    missing: assessment.clientViewMissing,
  })
  const complete = useCommand(completeAssessment, {
    stale: [readAssessment, listAssessments, readCase],
  })
  const { has, view, missing } = draft.value
  const told = {
    clientView: has === 'view' ? view : '',
    clientViewMissing: has === 'missing' ? missing : '',
  }
  const why = whyNotFinish(instrument.questionnaire, { answers: keeping.answers, ...told })
  const locked = useFinishWords(why, keeping)
  const finish = async () => {
    if (!(await keeping.flush())) {
      showToast({ message: t('assessment.finish.unsent'), look: 'problem' })
      return
    }
    await complete.run({
      params: { caseId, assessmentId: assessment.id },
      input: { answers: copyOf(keeping.answers), ...told },
    })
    await draft.discard()
    showToast({ message: t('assessment.finish.done') })
  }
  return (
    <Section title={t('assessment.view.title')}>
      <Form problem={complete.problem} onSubmit={() => void finish().catch(() => undefined)}>
        <RadioGroup
          label={t('assessment.view.which')}
          look="across"
          value={has}
          onChange={(next) => draft.change({ ...draft.value, has: next })}
          options={[
            { value: 'view', label: t('assessment.view.has') },
            { value: 'missing', label: t('assessment.view.missing') },
          ]}
        />
        {has === 'view' ? (
          <TextArea
            label={t('assessment.view.words')}
            hint={t('assessment.view.hint')}
            value={view}
            onChange={(words) => draft.change({ ...draft.value, view: words })}
            wide
          />
        ) : (
          <>
            <TextArea
              label={t('assessment.view.why')}
              value={missing}
              onChange={(words) => draft.change({ ...draft.value, missing: words })}
              wide
              lines={2}
            />
            <Row>
              {usualReasons.map((reason) => (
                <Chip
                  key={reason}
                  onPress={() =>
                    draft.change({ ...draft.value, missing: t(`assessment.view.why.${reason}`) })
                  }
                >
                  {t(`assessment.view.why.${reason}`)}
                </Chip>
              ))}
            </Row>
          </>
        )}
        <FormActions>
          <Button
            type="submit"
            look="primary"
            isPending={complete.isPending}
            lockedBecause={locked}
            onPressStart={() => onFaults(faultsIn(why))}
          >
            {t('assessment.finish')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function faultsIn(why: Refusal | undefined): readonly AnswerFault[] {
  return (why?.facts?.['faults'] as readonly AnswerFault[] | undefined) ?? []
}

function useFinishWords(why: Refusal | undefined, keeping: AnswerKeeping): string | undefined {
  const t = useWords()
  if (Object.keys(keeping.conflicts).length > 0) return t('assessment.finish.conflict')
  if (!why) return undefined
  if (why.code === 'client_view_missing') return t('assessment.finish.noView')
  const faults = faultsIn(why)
  return faults.length === 0
    ? t('assessment.finish.nothing')
    : t('assessment.finish.faults', { count: faults.length })
}

function copyOf(answers: Answers) {
  return Object.fromEntries(
    Object.entries(answers).map(([linkId, values]) => [linkId, [...values]]),
  )
}
