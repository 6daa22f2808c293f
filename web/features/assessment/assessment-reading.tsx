import { enabledItems } from '@peyvand/domain/assessment/enabled-items.ts'
import { scoreWaits } from '@peyvand/domain/assessment/protocol.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { AmendMenu } from './amend-menu.tsx'
import { AnsweredList } from './answered-list.tsx'
import { AssessmentHead } from './assessment-head.tsx'
import { mayWriteIn } from './may-write-in.ts'
import { partsOf, questionsIn } from './parts-of.ts'
import { Proposals } from './proposals.tsx'
import { ProtocolPanel } from './protocol-panel.tsx'
import { ScoreBeside } from './score-beside.tsx'
import { ScoreHistory } from './score-history.tsx'
import type { Assessment } from './types.ts'
import { useInstrument } from './use-instrument.ts'

interface AssessmentReadingProps {
  file: CaseFile
  assessment: Assessment
}

/** What was answered, what it means, and what follows from it. */
export function AssessmentReading({ file, assessment }: AssessmentReadingProps) {
  const t = useWords()
  const { settings } = useLocale()
  const instrument = useInstrument(assessment.instrument)
  const { questionnaire } = instrument
  const asked = enabledItems(questionnaire, assessment.answers)
  const writable = mayWriteIn(file, assessment)
  const waits = scoreWaits(assessment.protocol)
  const flags = assessment.scores?.flags ?? []
  const at = { caseId: file.id, assessmentId: assessment.id }
  return (
    <Stack>
      <AssessmentHead
        assessment={assessment}
        actions={
          <>
            <PrintButton />
            {writable && assessment.status === 'completed' && (
              <AmendMenu caseId={file.id} assessment={assessment} />
            )}
          </>
        }
      />
      {assessment.status === 'amended' && assessment.amendedBy && (
        <Note tone="watch">
          {t('assessment.wasAmended')}{' '}
          <Link href={`/cases/${file.id}/assessment/${assessment.amendedBy}`}>
            {t('assessment.toAmendment')}
          </Link>
        </Note>
      )}
      {assessment.status === 'entered_in_error' && (
        <Note tone="watch" title={t('assessment.wasWithdrawn')}>
          {assessment.errorReason}
        </Note>
      )}
      {assessment.amends && (
        <Note title={t('assessment.amends')}>
          {assessment.amendReason}{' '}
          <Link href={`/cases/${file.id}/assessment/${assessment.amends}`}>
            {t('assessment.toOriginal')}
          </Link>
        </Note>
      )}
      {flags.length > 0 && (
        <ProtocolPanel
          {...at}
          flags={flags}
          done={assessment.protocol}
          supervisor={file.team.find(({ role }) => role === 'supervisor')?.fullName}
          mayWrite={writable}
        />
      )}
      <Columns shape="main">
        <Stack>
          {!waits && assessment.status === 'completed' && (
            <Proposals file={file} assessment={assessment} mayWrite={writable} />
          )}
          {(assessment.clientView !== '' || assessment.clientViewMissing !== '') && (
            <Section title={t('assessment.view.title')}>
              {assessment.clientView === '' ? (
                <p>{t('assessment.view.missingBecause', { why: assessment.clientViewMissing })}</p>
              ) : (
                <blockquote dir="auto">{assessment.clientView}</blockquote>
              )}
            </Section>
          )}
          {partsOf(questionnaire).map(({ key, title, items }) => (
            <AnsweredList
              key={key}
              title={title}
              fallback={t('assessment.moreQuestions')}
              questions={questionsIn(items, asked)}
              answers={assessment.answers}
              assessment={assessment}
            />
          ))}
        </Stack>
        <Stack>
          {waits ? (
            <Section title={t('assessment.score.title')}>
              <p>{t('assessment.score.waits')}</p>
            </Section>
          ) : (
            <>
              <ScoreBeside assessment={assessment} instrument={instrument} />
              <ScoreHistory assessment={assessment} instrument={instrument} />
            </>
          )}
          <Section title={t('assessment.source')}>
            <p lang="en" dir="ltr">
              {assessment.instrument.source}
            </p>
            <p>
              {assessment.instrument.licence[settings.language] ??
                Object.values(assessment.instrument.licence)[0]}
            </p>
          </Section>
        </Stack>
      </Columns>
    </Stack>
  )
}
