import { readPartnerCode } from '@peyvand/domain/access/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Code } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'

/** The code that a case manager elsewhere needs to share a case with me. */
export function PartnerCodeSection() {
  const t = useWords()
  const found = useEndpoint(readPartnerCode)
  const code = found.data && `${found.data.code.slice(0, 5)}-${found.data.code.slice(5)}`
  return (
    <Section title={t('access.partnerCode')}>
      <Stack gap="small">
        <p>{t('access.partnerCode.what')}</p>
        {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton lines={1} />}
        {code && (
          <Row>
            <Code>{code}</Code>
            <Button
              icon="copy"
              size="small"
              onPress={() =>
                void navigator.clipboard
                  .writeText(code)
                  .then(() => showToast({ message: t('access.partnerCode.copied') }))
              }
            >
              {t('access.partnerCode.copy')}
            </Button>
          </Row>
        )}
      </Stack>
    </Section>
  )
}
