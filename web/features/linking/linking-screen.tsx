import { listConsents, listReferrals } from '@peyvand/domain/linking/contract.ts'
import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ConsentsSection } from './consents-section.tsx'
import { NeedsAndServices } from './needs-and-services.tsx'
import { ReferralsSection } from './referrals-section.tsx'
import { ReferFromAddress } from './refer-from-address.tsx'
import { isSilent } from './rows.ts'

/** Which services answer the needs of this case, and how far has each referral come? */
export function LinkingScreen() {
  const t = useWords()
  return (
    <CaseFrame current="linking" title={t('linking.title')}>
      {(file) => <Linking file={file} />}
    </CaseFrame>
  )
}

function Linking({ file }: { file: CaseFile }) {
  const t = useWords()
  const { today } = useLocale()
  const params = { caseId: file.id }
  const referrals = useEndpoint(listReferrals, { params })
  const consents = useEndpoint(listConsents, { params })
  const problem = referrals.error ?? consents.error
  if (!file.myGroups.includes('core')) return <Note icon="lock">{t('linking.notYours')}</Note>
  if (!referrals.data || !consents.data) {
    if (!problem) return <Skeleton lines={8} heading />
    const retry = () => void Promise.all([referrals.refetch(), consents.refetch()])
    return <ErrorState problem={problem} onRetry={retry} />
  }
  const open = referrals.data.referrals.filter(({ status }) => !hasEnded(status))
  const silent = open.filter((referral) => isSilent(referral, today)).length
  return (
    <Stack>
      <PageHeader title={t('linking.question')} actions={<PrintButton />}>
        {t('linking.summary', { open: open.length, silent })}
      </PageHeader>
      <ReferFromAddress file={file} />
      <Columns shape="aside">
        <NeedsAndServices file={file} referrals={referrals.data.referrals} />
        <Stack>
          <ReferralsSection
            file={file}
            referrals={referrals.data.referrals}
            consents={consents.data.consents}
          />
          <ConsentsSection
            file={file}
            referrals={referrals.data.referrals}
            consents={consents.data.consents}
          />
        </Stack>
      </Columns>
    </Stack>
  )
}
