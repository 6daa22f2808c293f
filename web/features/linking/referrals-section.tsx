import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Stack } from '../../ui/layout.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ReferralCard } from './referral-card.tsx'
import { isSilent } from './rows.ts'
import type { Consent, Referral } from './rows.ts'

interface ReferralsSectionProps {
  file: CaseFile
  referrals: readonly Referral[]
  consents: readonly Consent[]
}

/** Referrals under way, the silent ones first, and those that are over. */
export function ReferralsSection({ file, referrals, consents }: ReferralsSectionProps) {
  const t = useWords()
  const { today } = useLocale()
  const ended = referrals.filter(({ status }) => hasEnded(status))
  const running = referrals.filter(({ status }) => !hasEnded(status))
  const silent = running.filter((referral) => isSilent(referral, today))
  const open = [...silent, ...running.filter((referral) => !silent.includes(referral))]
  const card = (referral: Referral) => (
    <ReferralCard key={referral.id} file={file} referral={referral} consents={consents} />
  )
  return (
    <>
      <Section bare title={t('linking.referrals')}>
        {open.length === 0 ? (
          <EmptyState
            icon="send"
            title={ended.length === 0 ? t('linking.referrals.empty') : t('linking.referrals.none')}
          >
            {t('linking.referrals.emptyNext')}
          </EmptyState>
        ) : (
          <Stack gap="small">{open.map(card)}</Stack>
        )}
      </Section>
      {ended.length > 0 && (
        <Section bare title={t('linking.referrals.ended')}>
          <Stack gap="small">{ended.map(card)}</Stack>
        </Section>
      )}
    </>
  )
}
