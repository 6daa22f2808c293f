import type { Answers } from '@peyvand/domain/assessment/answers.ts'
import { answersTo } from '@peyvand/domain/assessment/answers.ts'
import type { QuestionnaireItem } from '@peyvand/domain/assessment/questionnaire-model.ts'
import type { LocalText } from '@peyvand/domain/text/local-text.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Code } from '../../ui/tag.tsx'
import styles from './answered-list.module.css'
import { InWords } from './in-words.tsx'
import { SayAnswer } from './say-answer.tsx'
import type { Assessment } from './types.ts'

interface AnsweredListProps {
  title: LocalText
  /** What the part is called where it has no title of its own. */
  fallback: string
  questions: readonly QuestionnaireItem[]
  answers: Answers
  assessment: Assessment
  onOpen?: () => void
}

/** Questions with their answers as text, and last time's under each. */
export function AnsweredList(props: AnsweredListProps) {
  const { title, fallback, questions, answers, assessment, onOpen } = props
  const t = useWords()
  const { withDigits } = useFormats()
  const { language } = assessment
  const last = assessment.earlier[0]?.answers
  return (
    <Section
      title={
        Object.keys(title).length > 0 ? <InWords text={title} language={language} /> : fallback
      }
      aside={
        onOpen && (
          <Button look="link" size="small" onPress={onOpen}>
            {t('ui.edit')}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {questions.map((item) => {
          const before = last && answersTo(last, item.linkId)
          return (
            <li key={item.linkId}>
              <span className={styles.words}>
                {item.prefix && <Code>{withDigits(item.prefix)}</Code>}
                <span>
                  <InWords text={item.text} language={language} />
                  {before && before.length > 0 && (
                    <small className={styles.before}>
                      {t('assessment.lastTime')}{' '}
                      <SayAnswer item={item} values={before} language={language} />
                    </small>
                  )}
                </span>
              </span>
              <b>
                <SayAnswer
                  item={item}
                  values={answersTo(answers, item.linkId)}
                  language={language}
                />
              </b>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
