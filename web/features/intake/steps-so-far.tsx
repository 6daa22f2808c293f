import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { LogList } from '../../ui/timeline.tsx'
import type { IconName } from '../../ui/icon.tsx'
import type { RequestFile } from './request-file.ts'

const icons: Record<RequestFile['status'], IconName> = {
  received: 'door',
  guided: 'message',
  eligible: 'check',
  ineligible: 'close',
  waitlisted: 'clock',
  accepted: 'folder',
  declined: 'close',
  withdrawn: 'undo',
}

/** What happened to the request, by whom and with which words. */
export function StepsSoFar({ steps }: { steps: RequestFile['steps'] }) {
  const t = useWords()
  const { formatInstant } = useFormats()
  return (
    <Section title={t('intake.stepsSoFar')}>
      <LogList
        entries={steps.toReversed().map((step) => ({
          key: step.at + step.status,
          icon: icons[step.status],
          title: t(`intake.status.${step.status}`),
          aside: formatInstant(step.at),
          children: (
            <>
              <bdi>{step.workerName}</bdi>
              {step.reason !== '' && (
                <>
                  <br />
                  <bdi>{step.reason}</bdi>
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
