import type { AnswerValue } from '@peyvand/domain/assessment/answers.ts'
import type { QuestionnaireItem } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { useId } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useInWords } from './in-words.tsx'

type Values = readonly AnswerValue[]

interface AnswerFieldProps {
  item: QuestionnaireItem
  values: Values
  /** Last time's answers, underlined among the options. */
  last: Values
  onAnswer: (values: Values) => void
  language: string
  /** The id of the element that asks the question. */
  labelledBy: string
  label: string
}

const otherKey = '\u0000other'
const mostCards = 7

/** The field that fits the type of a question. */
export function AnswerField(props: AnswerFieldProps) {
  const { item } = props
  switch (item.type) {
    case 'boolean':
      return <YesNo {...props} />
    case 'choice':
    case 'open-choice':
      return item.repeats ? <Several {...props} /> : <OneOf {...props} />
    case 'integer':
    case 'decimal':
    case 'date':
    case 'string':
    case 'text':
      return <Written {...props} />
    case 'group':
    case 'display':
      return null
  }
}

function YesNo({ values, last, onAnswer, labelledBy, label }: AnswerFieldProps) {
  const t = useWords()
  const [value] = values
  return (
    <RadioGroup
      look="cards"
      label={label}
      labelledBy={labelledBy}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
      onChange={(chosen) => onAnswer([chosen === 'yes'])}
      options={[
        { value: 'yes', label: t('assessment.yes'), wasLast: last.includes(true) },
        { value: 'no', label: t('assessment.no'), wasLast: last.includes(false) },
      ]}
    />
  )
}

/** What was chosen, and what was written beside it. */
function readChoice(values: Values): { keys: string[]; other: string | undefined } {
  const keys: string[] = []
  let other: string | undefined
  for (const value of values) {
    if (typeof value !== 'object') continue
    if ('option' in value) keys.push(value.option)
    else other = value.other
  }
  return { keys, other }
}

function OneOf(props: AnswerFieldProps) {
  const { item, values, last, onAnswer, language, labelledBy, label } = props
  const t = useWords()
  const inWords = useInWords()
  const { formatNumber } = useFormats()
  const { keys, other } = readChoice(values)
  const wasChosen = readChoice(last)
  const isOpen = item.type === 'open-choice'
  const options = [
    ...item.options.map(({ key, text, weight }) => ({
      value: key,
      label: inWords(text, language),
      wasLast: wasChosen.keys.includes(key),
      ...(weight !== undefined && { aside: formatNumber(weight) }),
    })),
    ...(isOpen
      ? [
          {
            value: otherKey,
            label: t('assessment.other'),
            wasLast: wasChosen.other !== undefined,
          },
        ]
      : []),
  ]
  const chosen = other === undefined ? (keys[0] ?? null) : otherKey
  const choose = (key: string | null) => {
    if (key === null) onAnswer([])
    else onAnswer([key === otherKey ? { other: other ?? '' } : { option: key }])
  }
  return (
    <Stack gap="tight">
      {options.length > mostCards ? (
        <ComboBox label={label} labelHidden options={options} value={chosen} onChange={choose} />
      ) : (
        <RadioGroup
          look="cards"
          label={label}
          labelledBy={labelledBy}
          options={options}
          value={chosen}
          onChange={choose}
        />
      )}
      {isOpen && chosen === otherKey && (
        <TextField
          label={t('assessment.otherWhat')}
          value={other ?? ''}
          onChange={(words) => onAnswer([{ other: words }])}
          {...(item.maxLength === undefined ? {} : { maxLength: item.maxLength })}
        />
      )}
    </Stack>
  )
}

function Several({ item, values, onAnswer, language, label }: AnswerFieldProps) {
  const t = useWords()
  const inWords = useInWords()
  const { keys, other } = readChoice(values)
  const isOpen = item.type === 'open-choice'
  const tell = (chosen: readonly string[], words: string | undefined) =>
    onAnswer([
      ...chosen.map((option) => ({ option })),
      ...(words === undefined ? [] : [{ other: words }]),
    ])
  return (
    <Stack gap="tight">
      <CheckboxGroup
        label={label}
        labelHidden
        across
        value={other === undefined ? keys : [...keys, otherKey]}
        onChange={(chosen) =>
          tell(
            chosen.filter((key) => key !== otherKey),
            chosen.includes(otherKey) ? (other ?? '') : undefined,
          )
        }
        options={[
          ...item.options.map(({ key, text }) => ({ value: key, label: inWords(text, language) })),
          ...(isOpen ? [{ value: otherKey, label: t('assessment.other') }] : []),
        ]}
      />
      {other !== undefined && (
        <TextField
          label={t('assessment.otherWhat')}
          value={other}
          onChange={(words) => tell(keys, words)}
        />
      )}
    </Stack>
  )
}

/** One field, or as many as there are answers where a question takes several. */
function Written(props: AnswerFieldProps) {
  const { item, values, onAnswer } = props
  const t = useWords()
  const id = useId()
  if (!item.repeats) {
    return (
      <OneWritten
        {...props}
        value={values[0]}
        onValue={(value) => onAnswer(value === undefined ? [] : [value])}
      />
    )
  }
  const shown: readonly (AnswerValue | undefined)[] = values.length > 0 ? values : [undefined]
  const isFull = item.mostAnswers !== undefined && shown.length >= item.mostAnswers
  const put = (index: number, value: AnswerValue | undefined) =>
    onAnswer(
      shown.flatMap((each, at) => {
        const next = at === index ? value : each
        return next === undefined ? [] : [next]
      }),
    )
  return (
    <Stack gap="tight">
      {shown.map((value, index) => (
        <Row key={`${id} ${index}`} align="end">
          <OneWritten {...props} value={value} onValue={(next) => put(index, next)} />
          {shown.length > 1 && (
            <IconButton
              icon="close"
              size="small"
              label={t('assessment.removeAnswer')}
              onPress={() => put(index, undefined)}
            />
          )}
        </Row>
      ))}
      {!isFull && item.type !== 'date' && values.length > 0 && (
        <Row>
          <Button
            look="quiet"
            size="small"
            icon="plus"
            onPress={() =>
              onAnswer([...values, item.type === 'string' || item.type === 'text' ? '' : 0])
            }
          >
            {t('assessment.oneMoreAnswer')}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

interface OneWrittenProps extends AnswerFieldProps {
  value: AnswerValue | undefined
  onValue: (value: AnswerValue | undefined) => void
}

function OneWritten({ item, value, onValue, label, language }: OneWrittenProps) {
  const inWords = useInWords()
  const { least, most, maxLength } = item
  const longest = maxLength === undefined ? {} : { maxLength }
  switch (item.type) {
    case 'integer':
    case 'decimal':
      return (
        <NumberField
          label={label}
          labelHidden
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onValue(next ?? undefined)}
          {...(item.unit ? { unit: inWords(item.unit, language) } : {})}
          formatOptions={{ maximumFractionDigits: item.type === 'integer' ? 0 : 4 }}
          steps={item.type === 'integer'}
        />
      )
    case 'date':
      return (
        <DayField
          label={label}
          labelHidden
          value={typeof value === 'string' ? value : null}
          onChange={(day) => onValue(day ?? undefined)}
          {...(typeof least === 'string' ? { min: least } : {})}
          {...(typeof most === 'string' ? { max: most } : {})}
        />
      )
    case 'string':
      return (
        <TextField
          label={label}
          labelHidden
          value={typeof value === 'string' ? value : ''}
          onChange={onValue}
          {...longest}
        />
      )
    default:
      return (
        <TextArea
          label={label}
          labelHidden
          wide
          value={typeof value === 'string' ? value : ''}
          onChange={onValue}
          {...longest}
        />
      )
  }
}
