import type { GoalAnswer, Limit } from '@peyvand/domain/planning/agreement.ts'
import { goalAnswers, limitKinds, whyNotRecordAnswer } from '@peyvand/domain/planning/agreement.ts'
import type { Refusal } from '@peyvand/domain/refusals.ts'
import { recordAgreement } from '@peyvand/domain/planning/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import type { Signature } from '../../ui/signature-pad.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { nameOf } from '../cases/names.ts'
import { ClientPage } from './client-page.tsx'
import styles from './planning.module.css'
import type { Plan } from './types.ts'
import { usePlanCommand } from './use-plan-command.ts'
import { useReadersPaper } from './use-readers-paper.ts'

interface AgreementSheetProps {
  file: CaseFile
  plan: Plan
  onClose: () => void
}

interface Written {
  personId: string
  /** Nobody agrees unasked: a goal without an entry has no answer yet. */
  answers: Record<string, { answer: GoalAnswer['answer'] | null; words: string }>
  how: 'signature' | 'recorded_word'
  words: string
  limit: { isNamed: boolean; kind: Limit['kind'] | null; words: string; decidedBy: string }
}

/** The client's answer, goal by goal, to the very page that is shown here; signed or told in words. */
export function AgreementSheet({ file, plan, onClose }: AgreementSheetProps) {
  const t = useWords()
  const paper = useReadersPaper()
  const command = usePlanCommand(recordAgreement)
  const [signature, setSignature] = useState<Signature | null>(null)
  const draft = useDraft<Written>(`agreement:${plan.id}:${plan.textHash.slice(0, 12)}`, {
    personId: plan.client.id,
    answers: {},
    how: 'signature',
    words: '',
    limit: { isNamed: false, kind: null, words: '', decidedBy: '' },
  })
  const written = draft.value
  const set = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const living = plan.goals.filter(({ endedOn }) => endedOn === null)
  const answerTo = (goalId: string) => written.answers[goalId] ?? { answer: null, words: '' }
  const answers = living.flatMap(({ id }): GoalAnswer[] => {
    const { answer, words } = answerTo(id)
    return answer === null ? [] : [{ goalId: id, answer, words }]
  })
  const anyRefused = answers.some(({ answer }) => answer === 'refused')
  const { limit } = written
  const named =
    anyRefused && limit.isNamed && limit.kind !== null
      ? { kind: limit.kind, words: limit.words, decidedBy: limit.decidedBy }
      : null
  const isSigned = written.how === 'signature'
  const why = whyNotRecordAnswer({
    status: plan.status,
    seenHash: plan.textHash,
    hash: plan.textHash,
    goalIds: living.map(({ id }) => id),
    answers,
    signed: isSigned && signature !== null,
    words: isSigned ? '' : written.words,
  })
  const locked = useLockedWords(why, isSigned)
  const save = async () => {
    await command.run({
      params: { caseId: file.id, planId: plan.id },
      input: {
        id: newId(),
        textHash: plan.textHash,
        personId: written.personId,
        signature: isSigned ? signature : null,
        words: written.words,
        goalAnswers: answers,
        limit: named,
      },
    })
    await draft.discard()
    showToast({ message: t('planning.record.done') })
    onClose()
  }
  return (
    <Sheet
      title={t('planning.record', { name: plan.client.givenName })}
      isOpen
      onOpenChange={onClose}
    >
      <CommandForm
        commands={[command]}
        send={save}
        act={t('planning.record.save')}
        lockedBecause={locked}
        onBack={onClose}
      >
        <p>{t('planning.record.lead')}</p>
        <details className={styles.page}>
          <summary>{t('planning.record.showPage')}</summary>
          <ClientPage plan={plan} words={paper} />
        </details>
        <Row>
          <Button
            size="small"
            icon="check"
            onPress={() =>
              set({
                answers: Object.fromEntries(
                  living.map(({ id }) => [id, { answer: 'accepted' as const, words: '' }]),
                ),
              })
            }
          >
            {t('planning.record.all')}
          </Button>
        </Row>
        {living.map((goal) => {
          const { answer, words } = answerTo(goal.id)
          const tell = (part: { answer?: GoalAnswer['answer']; words?: string }) =>
            set({ answers: { ...written.answers, [goal.id]: { answer, words, ...part } } })
          return (
            <div key={goal.id} className={styles.goalAnswer}>
              <p>
                <b>{t('planning.goalNumber', { number: goal.number })}</b>{' '}
                <bdi>{goal.clientWords || goal.professionalWords}</bdi>
              </p>
              <RadioGroup
                label={t('planning.record.toGoal', { number: goal.number })}
                labelHidden
                look="across"
                value={answer}
                onChange={(next) => tell({ answer: next })}
                options={goalAnswers.map((value) => ({
                  value,
                  label: t(`planning.answer.${value}`),
                }))}
              />
              {answer !== null && answer !== 'accepted' && (
                <TextArea
                  label={t(
                    answer === 'refused' ? 'planning.record.whyNot' : 'planning.record.whichChange',
                  )}
                  hint={answer === 'refused' ? t('planning.record.whyNotHint') : undefined}
                  value={words}
                  onChange={(next) => tell({ words: next })}
                  lines={2}
                  wide
                />
              )}
            </div>
          )
        })}
        {anyRefused && (
          <div className={styles.goalAnswer}>
            <Checkbox
              isSelected={limit.isNamed}
              onChange={(isNamed) => set({ limit: { ...limit, isNamed } })}
            >
              {t('planning.limit.named')}
            </Checkbox>
            {limit.isNamed && (
              <>
                <RadioGroup
                  label={t('planning.limit')}
                  look="across"
                  value={limit.kind}
                  onChange={(kind) => set({ limit: { ...limit, kind } })}
                  options={limitKinds.map((value) => ({
                    value,
                    label: t(`planning.limit.${value}`),
                  }))}
                  isRequired
                />
                <TextArea
                  label={t('planning.limit.what')}
                  value={limit.words}
                  onChange={(words) => set({ limit: { ...limit, words } })}
                  isRequired
                  lines={2}
                  wide
                />
                <TextField
                  label={t('planning.limit.decidedBy')}
                  value={limit.decidedBy}
                  onChange={(decidedBy) => set({ limit: { ...limit, decidedBy } })}
                  isRequired
                />
              </>
            )}
          </div>
        )}
        {plan.people.length > 1 && (
          <Select
            label={t('planning.record.who')}
            value={written.personId}
            onChange={(personId) => set({ personId })}
            options={plan.people.map((person) => ({ value: person.id, label: nameOf(person) }))}
          />
        )}
        <RadioGroup
          label={t('planning.record.how')}
          look="across"
          value={written.how}
          onChange={(how) => set({ how })}
          options={[
            { value: 'signature', label: t('planning.record.signed') },
            { value: 'recorded_word', label: t('planning.record.told') },
          ]}
        />
        {isSigned ? (
          <SignaturePad
            label={t('planning.record.signature')}
            value={signature}
            onChange={setSignature}
          />
        ) : (
          <TextArea
            label={t('planning.record.words')}
            hint={t('planning.record.wordsHint')}
            value={written.words}
            onChange={(words) => set({ words })}
            lines={2}
            wide
          />
        )}
        <Small>{t('planning.record.bound')}</Small>
      </CommandForm>
    </Sheet>
  )
}

/** Why the answer cannot be recorded yet, in words. */
function useLockedWords(why: Refusal | undefined, isSigned: boolean): string | undefined {
  const t = useWords()
  switch (why?.code) {
    case undefined:
      return undefined
    case 'goal_unknown':
      return t('planning.record.unanswered')
    case 'reason_missing':
      if (why?.facts?.['goalId']) return t('planning.record.wordless')
      return t(isSigned ? 'planning.record.unsigned' : 'planning.record.untold')
    default:
      return t('planning.bar.changed')
  }
}
