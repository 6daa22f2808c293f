import { listSightLinks, withdrawSightLink } from '@peyvand/domain/linking/contract.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { LinkList } from './link-list.tsx'

/** The links by which the client sees who can see the case, and a new one. */
export function ClientSight({ file }: { file: CaseFile }) {
  const t = useWords()
  const { today } = useLocale()
  const { dayOfInstant } = useFormats()
  const params = { caseId: file.id }
  const list = useEndpoint(listSightLinks, { params })
  const withdraw = useCommand(withdrawSightLink, { stale: [listSightLinks] })
  const usable = list.data?.links.filter(
    ({ withdrawnAt, expiresAt }) => !withdrawnAt && dayOfInstant(expiresAt) >= today,
  )
  return (
    <div data-print="never">
      <Section title={t('linking.own.staff')}>
        <Stack gap="small">
          <p>{t('linking.own.giveWhat')}</p>
          {list.error ? (
            <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
          ) : !usable ? (
            <Skeleton lines={2} />
          ) : usable.length === 0 ? (
            <Small>{t('linking.own.none')}</Small>
          ) : (
            <LinkList
              label={t('linking.own.staff')}
              links={usable}
              mayClose={file.mayWrite}
              words={{
                of: 'linking.own.link.of',
                ask: 'linking.own.withdraw.ask',
                what: 'linking.own.withdraw.what',
              }}
              onClose={async (linkId) => {
                await withdraw.run({ params: { ...params, linkId } })
                showToast({ message: t('linking.link.withdrawn') })
              }}
            />
          )}
          {file.leadsTeam && file.mayWrite && file.client.diedOn === null ? (
            <Row>
              <ButtonLink href={`/cases/${file.id}/sight/letter`} icon="link">
                {t('linking.own.give')}
              </ButtonLink>
            </Row>
          ) : (
            file.client.diedOn === null && <Small>{t('linking.own.notLeading')}</Small>
          )}
        </Stack>
      </Section>
    </div>
  )
}
