import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import styles from './linking.module.css'
import { StepMark } from './referral-mark.tsx'
import type { Referral } from './rows.ts'

/** How a referral got here: every step by whom and when, and what was written along with it. */
export function ReferralHistory({ referral, isOpen }: { referral: Referral; isOpen: boolean }) {
  const t = useWords()
  const { formatInstant } = useFormats()
  const hasMore = referral.note !== '' || referral.clientChoice !== '' || referral.basisWords !== ''
  if (referral.steps.length === 0 && !hasMore) return null
  return (
    <details className={styles.history} open={isOpen || undefined}>
      <summary>
        {t('linking.history')}
        <Icon name="down" size="small" />
      </summary>
      <Stack gap="small">
        {referral.note !== '' && <Told what={t('linking.note')}>{referral.note}</Told>}
        {referral.clientChoice !== '' && (
          <Told what={t('linking.clientChoice')}>{referral.clientChoice}</Told>
        )}
        {referral.basisWords !== '' && (
          <Told what={t('linking.basisWords')}>{referral.basisWords}</Told>
        )}
        <ol className={styles.steps}>
          {referral.steps.map((step) => (
            <li key={step.id}>
              <StepMark to={step.to} />
              <Small>
                {step.bySide === 'partner'
                  ? t('linking.history.byPartner', { at: formatInstant(step.at) })
                  : t('linking.history.byUs', {
                      at: formatInstant(step.at),
                      name: step.byName ?? '',
                    })}
              </Small>
              {step.reason !== '' && (
                <p>
                  <bdi>{step.reason}</bdi>
                </p>
              )}
            </li>
          ))}
        </ol>
      </Stack>
    </details>
  )
}

function Told({ what, children }: { what: string; children: string }) {
  return (
    <div>
      <Small tone="faint">{what}</Small>
      <p className={styles.told}>
        <bdi>{children}</bdi>
      </p>
    </div>
  )
}
