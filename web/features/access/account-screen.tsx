import { readAccount } from '@peyvand/domain/access/contract.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { MachinesSection } from './machines-section.tsx'
import { PartnerCodeSection } from './partner-code-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** How do I sign in, and where am I signed in? */
export function AccountScreen() {
  const t = useWords()
  usePlace(t('access.account'))
  const account = useEndpoint(readAccount)
  return (
    <Page>
      <PageHeader title={t('access.account')}>
        {account.data && t('access.account.name', { name: account.data.userName })}
      </PageHeader>
      {account.error && (
        <ErrorState problem={account.error} onRetry={() => void account.refetch()} />
      )}
      {account.isPending && <Skeleton lines={6} heading />}
      {account.data && (
        <>
          <PasswordSection />
          <SecondFactorSection
            isOn={account.data.secondFactor}
            backupCodesLeft={account.data.backupCodesLeft}
          />
          <PartnerCodeSection />
          <SessionsSection sessions={account.data.sessions} />
          {account.data.tokens.length > 0 && <MachinesSection machines={account.data.tokens} />}
        </>
      )}
    </Page>
  )
}
