import type { AnswerValue } from '@peyvand/domain/assessment/answers.ts'
import type { AnswerFault } from '@peyvand/domain/assessment/why-not-complete.ts'
import { whyNotAnswer } from '@peyvand/domain/assessment/why-not-complete.ts'
import type { QuestionnaireItem } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { useId } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/note.tsx'
import { Code } from '../../ui/tag.tsx'
import { AnswerField } from './answer-field.tsx'
import { InWords, useInWords } from './in-words.tsx'
import { LastTime } from './last-time.tsx'
import type { PastAnswer } from './last-time.tsx'
import styles from './question.module.css'
import { SayAnswer } from './say-answer.tsx'
import { useAnswerFault } from './use-answer-fault.ts'

type Values = readonly AnswerValue[]

interface QuestionProps {
  item: QuestionnaireItem
  /** Texts that belong to the question and help to answer it. */
  help: readonly QuestionnaireItem[]
  values: Values
  /** Earlier answers to the same question, newest first. */
  past: readonly PastAnswer[]
  language: string
  /** Shown once finishing was tried: what keeps it from being complete. */
  fault: AnswerFault | undefined
  /** Which way is better, where the figures of the answer say so. */
  higherIs: 'better' | 'worse' | undefined
  /** What another device answered meanwhile. */
  theirs: Values | undefined
  onAnswer: (values: Values, isKept: boolean) => void
  onSettle: (values: Values) => void
}

/** One question with its answers, and what was answered last time beside it. */
export function Question(props: QuestionProps) {
  const { item, values, past, language, onAnswer } = props
  const t = useWords()
  const inWords = useInWords()
  const faultWords = useAnswerFault()
  const { withDigits } = useFormats()
  const id = useId()
  const now = whyNotAnswer(item, values)
  const fault = now && values.length > 0 ? now : props.fault
  const label = inWords(item.text, language)
  const canClear = values.length > 0 && item.type !== 'string' && item.type !== 'text'
  return (
    <div className={styles.question} id={`q-${item.linkId}`} data-print="whole">
      <p className={styles.words} id={id}>
        {item.prefix && <Code>{withDigits(item.prefix)}</Code>}
        <span>
          <InWords text={item.text} language={language} />
          {item.required && <small className={styles.needed}>{t('ui.needed')}</small>}
        </span>
      </p>
      {props.help.map(({ linkId, text }) => (
        <p key={linkId} className={styles.help}>
          <InWords text={text} language={language} />
        </p>
      ))}
      {item.readOnly ? (
        <SayAnswer item={item} values={values} language={language} />
      ) : (
        <AnswerField
          item={item}
          values={values}
          last={past[0]?.values ?? []}
          onAnswer={(next) => onAnswer(next, whyNotAnswer(item, next) === undefined)}
          language={language}
          labelledBy={id}
          label={label}
        />
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          <Icon name="warning" size="small" />
          {faultWords(fault)}
        </p>
      )}
      {props.theirs && (
        <Note
          tone="watch"
          size="small"
          title={t('assessment.conflict.title')}
          actions={
            <>
              <Button size="small" onPress={() => props.onSettle(values)}>
                {t('assessment.conflict.mine')}
              </Button>
              <Button size="small" onPress={() => props.onSettle(props.theirs ?? [])}>
                {t('assessment.conflict.theirs')}
              </Button>
            </>
          }
        >
          {t('assessment.conflict.what')}{' '}
          <b>
            <SayAnswer item={item} values={props.theirs} language={language} />
          </b>
        </Note>
      )}
      <div className={styles.below}>
        <LastTime
          item={item}
          values={values}
          past={past}
          language={language}
          higherIs={props.higherIs}
        />
        {canClear && !item.readOnly && (
          <Button look="quiet" size="small" onPress={() => onAnswer([], true)}>
            {t('assessment.clearAnswer')}
          </Button>
        )}
      </div>
    </div>
  )
}
