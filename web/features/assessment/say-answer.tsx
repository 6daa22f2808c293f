import type { AnswerValue } from '@peyvand/domain/assessment/answers.ts'
import type { QuestionnaireItem } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { InWords } from './in-words.tsx'

interface SayAnswerProps {
  item: QuestionnaireItem
  values: readonly AnswerValue[]
  language?: string | undefined
}

/** The answers to a question, in words. */
export function SayAnswer({ item, values, language }: SayAnswerProps) {
  const t = useWords()
  if (values.length === 0) return <>{t('assessment.noAnswer')}</>
  return values.map((value, index) => (
    <span key={index}>
      {index > 0 && t('assessment.andAlso')}
      <SayValue item={item} value={value} language={language} />
    </span>
  ))
}

function SayValue({
  item,
  value,
  language,
}: {
  item: QuestionnaireItem
  value: AnswerValue
  language: string | undefined
}) {
  const t = useWords()
  const { formatNumber, formatDay } = useFormats()
  if (typeof value === 'boolean') return <>{t(value ? 'assessment.yes' : 'assessment.no')}</>
  if (typeof value === 'number') {
    return (
      <>
        {formatNumber(value)} {item.unit && <InWords text={item.unit} language={language} />}
      </>
    )
  }
  if (typeof value === 'string') {
    return item.type === 'date' ? <>{formatDay(value)}</> : <bdi>{value}</bdi>
  }
  if ('other' in value) return <bdi>{value.other}</bdi>
  const option = item.options.find(({ key }) => key === value.option)
  return option ? <InWords text={option.text} language={language} /> : <>{value.option}</>
}
