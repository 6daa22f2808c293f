import type { AnswerValue } from '@peyvand/domain/assessment/answers.ts'
import { sameValues } from '@peyvand/domain/assessment/same-answers.ts'
import type { QuestionnaireItem } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Mark } from '../../ui/level.tsx'
import { Code } from '../../ui/tag.tsx'
import styles from './question.module.css'
import { SayAnswer } from './say-answer.tsx'

export interface PastAnswer {
  id: string
  day: string
  values: readonly AnswerValue[]
}

interface LastTimeProps {
  item: QuestionnaireItem
  values: readonly AnswerValue[]
  past: readonly PastAnswer[]
  language: string
  higherIs: 'better' | 'worse' | undefined
}

/** Last time's answer beside the present one, whether it is better or worse, and the times before. */
export function LastTime({ item, values, past, language, higherIs }: LastTimeProps) {
  const t = useWords()
  const { formatNumber, formatDay } = useFormats()
  const [last] = past
  if (!last || last.values.length === 0) return null
  const before = figureOf(item, last.values)
  const present = figureOf(item, values)
  const figures = past
    .slice(0, 5)
    .map(({ id, day, values: then }) => ({ id, day, figure: figureOf(item, then) }))
    .filter(({ figure }) => figure !== undefined)
    .toReversed()
  return (
    <p className={styles.last}>
      <span>
        {t('assessment.lastTime')}{' '}
        <b>
          <SayAnswer item={item} values={last.values} language={language} />
        </b>
      </span>
      {values.length > 0 && (
        <Change
          isSame={sameValues(values, last.values)}
          difference={present !== undefined && before !== undefined ? present - before : undefined}
          higherIs={higherIs}
        />
      )}
      {figures.length > 1 && (
        <span>
          {t('assessment.times', { count: figures.length })}{' '}
          <span className={styles.past} dir="ltr">
            {figures.map(({ id, day, figure }) => (
              <span key={id} title={formatDay(day)}>
                <Code>{formatNumber(figure ?? 0)}</Code>
              </span>
            ))}
          </span>
        </span>
      )}
    </p>
  )
}

function Change({
  isSame,
  difference,
  higherIs,
}: {
  isSame: boolean
  difference: number | undefined
  higherIs: 'better' | 'worse' | undefined
}) {
  const t = useWords()
  if (isSame) return <span>{t('assessment.change.same')}</span>
  if (!difference || !higherIs) return null
  const isBetter = higherIs === 'better' ? difference > 0 : difference < 0
  return isBetter ? (
    <Mark shape="done" tone="normal" bare>
      {t('assessment.change.better')}
    </Mark>
  ) : (
    <Mark shape="watch" tone="watch" bare>
      {t('assessment.change.worse')}
    </Mark>
  )
}

/** The figure an answer counts for, where it has one. */
function figureOf(item: QuestionnaireItem, values: readonly AnswerValue[]): number | undefined {
  const [value] = values
  if (values.length !== 1 || value === undefined) return undefined
  if (typeof value === 'number') return value
  if (typeof value !== 'object' || !('option' in value)) return undefined
  return item.options.find(({ key }) => key === value.option)?.weight
}
