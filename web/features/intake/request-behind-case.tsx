import { readRequestBehindCase } from '@peyvand/domain/intake/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Small, Stack } from '../../ui/layout.tsx'

/** The words with which this case began; nothing where it did not begin with a request. */
export function RequestBehindCase({ caseId }: { caseId: string }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const found = useEndpoint(readRequestBehindCase, { params: { caseId } })
  const request = found.data?.request
  if (!request) return null
  return (
    <Section title={t('intake.began')}>
      <Stack gap="tight">
        <p dir="auto">{t('intake.quote', { words: request.presentingProblem })}</p>
        <Small>
          <Facts
            facts={[
              t(`intake.source.${request.source}`),
              request.sourceDetail,
              t('intake.receivedOn', { day: formatDay(dayOfInstant(request.receivedAt)) }),
            ]}
          />
        </Small>
      </Stack>
    </Section>
  )
}
