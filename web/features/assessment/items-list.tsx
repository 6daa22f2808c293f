import { answersTo } from '@peyvand/domain/assessment/answers.ts'
import type { AnswerFault } from '@peyvand/domain/assessment/why-not-complete.ts'
import type { QuestionnaireItem } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { InWords } from './in-words.tsx'
import { Question } from './question.tsx'
import styles from './question.module.css'
import type { Assessment } from './types.ts'
import type { AnswerKeeping } from './use-answers.ts'
import type { ReadInstrument } from './use-instrument.ts'

export interface ItemsListProps {
  items: readonly QuestionnaireItem[]
  instrument: ReadInstrument
  assessment: Assessment
  keeping: AnswerKeeping
  asked: ReadonlySet<string>
  faults: readonly AnswerFault[]
  /** The heading of the part already says the text of this group. */
  titled?: string | undefined
}

/** Items in their order, groups with what stands in them; what is not asked is not there. */
export function ItemsList(props: ItemsListProps) {
  return props.items
    .filter(({ linkId, hidden }) => props.asked.has(linkId) && !hidden)
    .map((item) => <Item key={item.linkId} item={item} {...props} />)
}

function Item({ item, ...list }: ItemsListProps & { item: QuestionnaireItem }) {
  const { assessment, keeping, faults, titled, asked } = list
  const { dayOfInstant } = useFormats()
  const { language } = assessment
  if (item.type === 'display') {
    return (
      <p className={styles.help}>
        <InWords text={item.text} language={language} />
      </p>
    )
  }
  if (item.type === 'group') {
    return (
      <div className={styles.group}>
        {item.linkId !== titled && Object.keys(item.text).length > 0 && (
          <h3>
            <InWords text={item.text} language={language} />
          </h3>
        )}
        <ItemsList {...list} items={item.items} />
      </div>
    )
  }
  const { linkId } = item
  const scale = list.instrument.scoring?.scales.find(({ items }) => items.includes(linkId))
  const isReversed = scale?.reverse.includes(linkId)
  const opposite = { better: 'worse', worse: 'better' } as const
  return (
    <>
      <Question
        item={item}
        help={item.items.filter(({ type, linkId: id }) => type === 'display' && asked.has(id))}
        values={keeping.answers[linkId] ?? []}
        past={assessment.earlier.map(({ id, completedAt, answers }) => ({
          id,
          day: dayOfInstant(completedAt),
          values: answersTo(answers, linkId),
        }))}
        language={language}
        fault={faults.find((fault) => fault.linkId === linkId)}
        higherIs={isReversed && scale?.higherIs ? opposite[scale.higherIs] : scale?.higherIs}
        theirs={keeping.conflicts[linkId]}
        onAnswer={(values, isKept) => keeping.answer(linkId, values, isKept)}
        onSettle={(values) => keeping.settle(linkId, values)}
      />
      {item.items.some(({ type }) => type !== 'display') && (
        <div className={styles.nested}>
          <ItemsList {...list} items={item.items.filter(({ type }) => type !== 'display')} />
        </div>
      )}
    </>
  )
}
