import { enabledItems } from '@peyvand/domain/assessment/enabled-items.ts'
import { eachItem, isQuestion } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { score } from '@peyvand/domain/assessment/score.ts'
import type { Condition } from '@peyvand/domain/assessment/scoring.ts'
import type { AnswerFault } from '@peyvand/domain/assessment/why-not-complete.ts'
import { Fragment, useMemo, useState } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Columns, Row, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { AnsweredList } from './answered-list.tsx'
import { AssessmentHead } from './assessment-head.tsx'
import { DraftMenu } from './draft-menu.tsx'
import { FinishSection } from './finish-section.tsx'
import { InWords } from './in-words.tsx'
import { ItemsList } from './items-list.tsx'
import { countAnswered, partsOf, questionsIn } from './parts-of.ts'
import { ProtocolPanel } from './protocol-panel.tsx'
import { ScoreBeside } from './score-beside.tsx'
import type { Assessment } from './types.ts'
import { useAnswers } from './use-answers.ts'
import { useInstrument } from './use-instrument.ts'

interface AssessmentFormProps {
  file: CaseFile
  assessment: Assessment
}

/** Up to so many questions are shown on one page unless a part is chosen. */
const mostAtOnce = 12

/** Filling in: one part at a time or the whole form, each answer kept the moment it is given. */
export function AssessmentForm({ file, assessment }: AssessmentFormProps) {
  const t = useWords()
  const problemWords = useProblemWords()
  const { formatTime } = useFormats()
  const instrument = useInstrument(assessment.instrument)
  const { questionnaire, scoring } = instrument
  const params = { caseId: file.id, assessmentId: assessment.id }
  const keeping = useAnswers(params, assessment.answers)
  const { answers } = keeping
  const [faults, setFaults] = useState<readonly AnswerFault[]>([])
  const [part, setPart] = useSearchWord('part')

  const parts = useMemo(() => partsOf(questionnaire), [questionnaire])
  // Counted with what is not asked yet, so that the page does not turn over while it is filled in.
  const total = [...eachItem(questionnaire.items)].filter(({ item }) => isQuestion(item)).length
  const asked = useMemo(() => enabledItems(questionnaire, answers), [questionnaire, answers])
  const all = questionsIn(questionnaire.items, asked)
  const flags = useMemo(
    () =>
      scoring
        ? score(questionnaire, scoring, answers, { language: assessment.language }).flags
        : [],
    [questionnaire, scoring, answers, assessment.language],
  )
  const isWhole =
    part === 'all' || parts.length === 1 || (part === undefined && total <= mostAtOnce)
  const index = Math.max(
    0,
    parts.findIndex(({ key }) => key === part),
  )
  const shown = isWhole ? parts : parts.slice(index, index + 1)
  const rest = isWhole ? [] : parts.toSpliced(index, 1)
  const isLast = isWhole || index === parts.length - 1
  const list = { instrument, assessment, keeping, asked, faults }
  const protocol = flags.length > 0 && (
    <ProtocolPanel
      {...params}
      flags={flags}
      done={assessment.protocol}
      supervisor={file.team.find(({ role }) => role === 'supervisor')?.fullName}
      mayWrite
    />
  )
  const raising = (scoring?.flags ?? []).filter(({ id }) => flags.some((flag) => flag.id === id))
  const protocolAfter = shown.find(({ items }) =>
    questionsIn(items, asked).some(({ linkId }) =>
      raising.some(({ when }) => speaksOf(when, linkId)),
    ),
  )?.key

  return (
    <Stack>
      <AssessmentHead
        assessment={assessment}
        actions={
          <>
            <ButtonLink href={`/cases/${file.id}/assessment`}>{t('assessment.later')}</ButtonLink>
            <DraftMenu caseId={file.id} assessment={assessment} />
          </>
        }
      />
      {parts.length > 1 && (total > mostAtOnce || part !== undefined) && (
        <Row>
          {parts.map(({ key, title, items }, at) => (
            <Chip key={key} isSelected={!isWhole && at === index} onChange={() => setPart(key)}>
              {Object.keys(title).length > 0 ? (
                <InWords text={title} language={assessment.language} />
              ) : (
                t('assessment.moreQuestions')
              )}{' '}
              {t('assessment.counted', {
                answered: countAnswered(questionsIn(items, asked), answers),
                asked: questionsIn(items, asked).length,
              })}
            </Chip>
          ))}
          <Chip isSelected={isWhole} onChange={() => setPart('all')}>
            {t('assessment.wholeForm')}
          </Chip>
        </Row>
      )}
      <Columns shape="wide">
        <Stack>
          {shown.map(({ key, title, items }) => (
            <Fragment key={key}>
              <Section
                title={
                  Object.keys(title).length > 0 ? (
                    <InWords text={title} language={assessment.language} />
                  ) : (
                    t(parts.length > 1 ? 'assessment.moreQuestions' : 'assessment.questions')
                  )
                }
                aside={
                  <Small>
                    {t('assessment.answeredOf', {
                      answered: countAnswered(questionsIn(items, asked), answers),
                      asked: questionsIn(items, asked).length,
                    })}
                  </Small>
                }
              >
                <ItemsList {...list} items={items} titled={key} />
              </Section>
              {protocolAfter === key && protocol}
            </Fragment>
          ))}
          {protocolAfter === undefined && protocol}
          {!isWhole && (
            <Row>
              {index > 0 && (
                <Button onPress={() => setPart(parts[index - 1]?.key)}>
                  {t('assessment.previousPart')}
                </Button>
              )}
              {!isLast && (
                <Button look="primary" onPress={() => setPart(parts[index + 1]?.key)}>
                  {t('assessment.nextPart')}
                </Button>
              )}
            </Row>
          )}
          {isLast && (
            <FinishSection
              caseId={file.id}
              assessment={assessment}
              instrument={instrument}
              keeping={keeping}
              onFaults={setFaults}
            />
          )}
        </Stack>
        <Stack>
          {assessment.amendReason !== '' && (
            <Note title={t('assessment.amends')}>{assessment.amendReason}</Note>
          )}
          <ScoreBeside assessment={assessment} instrument={instrument} />
          {rest.map(({ key, title, items }) => (
            <AnsweredList
              key={key}
              title={title}
              fallback={t('assessment.moreQuestions')}
              questions={questionsIn(items, asked)}
              answers={answers}
              assessment={assessment}
              onOpen={() => setPart(key)}
            />
          ))}
          {keeping.problem !== undefined && (
            <Note tone="watch">{problemWords(keeping.problem).sentence}</Note>
          )}
          <Small>
            {keeping.unsent > 0
              ? t('assessment.saved.here', { count: keeping.unsent })
              : keeping.savedAt
                ? t('assessment.saved.at', { time: formatTime(keeping.savedAt) })
                : t('assessment.saved.each', { count: all.length })}
          </Small>
        </Stack>
      </Columns>
    </Stack>
  )
}

/** Whether a condition asks about this question. */
function speaksOf(condition: Condition, linkId: string): boolean {
  if ('all' in condition) return condition.all.some((each) => speaksOf(each, linkId))
  if ('any' in condition) return condition.any.some((each) => speaksOf(each, linkId))
  if ('not' in condition) return speaksOf(condition.not, linkId)
  return 'item' in condition && condition.item === linkId
}
