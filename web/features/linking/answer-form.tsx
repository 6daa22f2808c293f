import { answerByLink, referralOutcomes } from '@peyvand/domain/linking/contract.ts'
import type { ReferralStatus } from '@peyvand/domain/linking/referral-steps.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { Refused } from '../../platform/api-problem.ts'
import { command } from '../../platform/api.ts'
import { useWords } from '../../platform/words.tsx'
import type { WordId } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useAttempt } from '../access/use-attempt.ts'
import type { LinkedReferral } from './answer-referral.tsx'

/** A step of the partner's, or only what came of it. */
export interface Answer {
  to: ReferralStatus | null
  needsReason: boolean
}

/** What a partner may say, in the partner's own words. */
export const answers = [
  { to: 'accepted', words: 'linking.answer.accepted' },
  { to: 'declined', words: 'linking.answer.declined' },
  { to: 'started', words: 'linking.answer.started' },
  { to: 'waiting', words: 'linking.answer.onHold' },
  { to: 'completed', words: 'linking.answer.completed' },
  { to: 'stopped', words: 'linking.answer.stopped' },
] as const satisfies readonly { to: ReferralStatus; words: WordId }[]

const ending: readonly (ReferralStatus | null)[] = ['declined', 'completed', 'stopped', null]

type Outcome = (typeof referralOutcomes)[number]

const helps: readonly Outcome[] = ['got_help', 'partly']

interface AnswerFormProps {
  session: string
  referral: LinkedReferral
  answer: Answer
  onAnswered: (referral: LinkedReferral) => void
  /** Somebody was quicker: this is how it stands now. */
  onStale: (referral: LinkedReferral) => void
  onBack: () => void
}

/** One answer of the partner's, with its reason where one is due and what came of it where it ends. */
export function AnswerForm({
  session,
  referral,
  answer,
  onAnswered,
  onStale,
  onBack,
}: AnswerFormProps) {
  const t = useWords()
  const attempt = useAttempt()
  const [sending] = useState(() => ({ id: newId(), commandId: newId() }))
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<Outcome | 'unknown'>()
  const asksOutcome = ending.includes(answer.to) && referral.outcome === null
  const title = answers.find(({ to }) => to === answer.to)?.words ?? 'linking.answer.tellOutcome'
  const send = async () => {
    const known = outcome === undefined || outcome === 'unknown' ? null : outcome
    const step = answer.to
    const { id, commandId } = sending
    const input = {
      session,
      id,
      to: step,
      reason: step ? reason : '',
      outcome: known,
      outcomeNote: step ? '' : reason,
      version: referral.version,
    }
    try {
      onAnswered((await command(answerByLink, { input, commandId })).referral)
    } catch (error) {
      if (error instanceof Refused && error.code === 'stale_version') {
        onStale(error.facts.current as LinkedReferral)
      }
      throw error
    }
  }
  return (
    <Form problem={attempt.problem} onSubmit={() => void attempt.run(send)} label={t(title)}>
      <h3>{t(title)}</h3>
      {asksOutcome && (
        <RadioGroup
          label={t('linking.answer.outcome')}
          name="outcome"
          options={[
            ...referralOutcomes
              .filter((value) => answer.to !== 'declined' || !helps.includes(value))
              .map((value) => ({ value, label: t(`linking.outcome.${value}`) })),
            ...(answer.to
              ? [{ value: 'unknown' as const, label: t('linking.answer.outcomeUnknown') }]
              : []),
          ]}
          value={outcome ?? null}
          onChange={setOutcome}
          isRequired
        />
      )}
      <TextArea
        label={answer.needsReason ? t('linking.step.reason') : t('linking.answer.message')}
        hint={t('linking.answer.messageHint')}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={1000}
        isRequired={answer.needsReason}
      />
      <FormActions>
        <Button type="submit" look="primary" icon="send" isPending={attempt.isPending}>
          {t('linking.answer.send')}
        </Button>
        <Button look="quiet" onPress={onBack}>
          {t('ui.goBack')}
        </Button>
      </FormActions>
    </Form>
  )
}
