import { useState } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { Refused } from '../../platform/api-problem.ts'
import type { RefusalCode } from '@peyvand/domain/refusals.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { AcceptDialog } from './accept-dialog.tsx'
import { isNotTold } from './request-columns.tsx'
import type { NextStep, RequestFile } from './request-file.ts'
import { StepDialog } from './step-dialog.tsx'
import { ToldDialog } from './told-dialog.tsx'

/** What was decided, and the steps that come next; the usual one stands out. */
export function DecisionSection({ request }: { request: RequestFile }) {
  const t = useWords()
  const [chosen, setChosen] = useState<NextStep>()
  const close = () => setChosen(undefined)
  const [usual, ...rest] = request.nextSteps
  // What is locked for the same reason as the usual step need not say it again.
  const others = rest.filter(({ whyNot }) => !whyNot || whyNot.code !== usual?.whyNot?.code)
  return (
    <Section title={t('intake.decision')}>
      <Stack gap="small">
        <Told request={request} />
        {usual ? (
          <>
            <Small>{t(`intake.whatNext.${request.status}`)}</Small>
            {usual.whyNot && <StepButton step={usual} onPress={() => setChosen(usual)} />}
            <Row align="start">
              {!usual.whyNot && (
                <StepButton step={usual} isUsual onPress={() => setChosen(usual)} />
              )}
              {others.map((step) => (
                <StepButton key={step.to} step={step} onPress={() => setChosen(step)} />
              ))}
            </Row>
          </>
        ) : (
          <Small>{t('intake.ended')}</Small>
        )}
      </Stack>
      {chosen &&
        (chosen.to === 'accepted' ? (
          <AcceptDialog request={request} step={chosen} onClose={close} />
        ) : (
          <StepDialog request={request} step={chosen} onClose={close} />
        ))}
    </Section>
  )
}

interface StepButtonProps {
  step: NextStep
  isUsual?: boolean
  onPress: () => void
}

function StepButton({ step, isUsual = false, onPress }: StepButtonProps) {
  const t = useWords()
  const problemWords = useProblemWords()
  const locked =
    step.whyNot &&
    problemWords(new Refused(step.whyNot.code as RefusalCode, step.whyNot.facts ?? {})).sentence
  return (
    <Button
      look={isUsual && !locked ? 'primary' : 'plain'}
      onPress={onPress}
      lockedBecause={locked}
    >
      {t(`intake.step.${step.to}`)}
    </Button>
  )
}

/** The last decision in the words told to the person, and whether it was told. */
function Told({ request }: { request: RequestFile }) {
  const t = useWords()
  const { formatDayLong } = useFormats()
  const [isTelling, setTelling] = useState(false)
  if (request.status === 'received' || request.status === 'guided') return null
  return (
    <>
      <DefinitionList
        entries={[
          {
            key: 'reason',
            name: t('intake.reasonTold'),
            value: request.reason && <bdi>{request.reason}</bdi>,
          },
          {
            key: 'objection',
            name: t('intake.objectionWay'),
            value: request.objectionWay && <bdi>{request.objectionWay}</bdi>,
          },
          {
            key: 'told',
            name: t('intake.toldOn'),
            value: request.toldOn && formatDayLong(request.toldOn),
          },
        ]}
      />
      {isNotTold(request) && (
        <Note
          tone="watch"
          icon="message"
          title={t('intake.notTold')}
          actions={
            <Button size="small" onPress={() => setTelling(true)}>
              {t('intake.told.record')}
            </Button>
          }
        >
          {t('intake.notToldNext')}
        </Note>
      )}
      {isTelling && <ToldDialog request={request} onClose={() => setTelling(false)} />}
    </>
  )
}
