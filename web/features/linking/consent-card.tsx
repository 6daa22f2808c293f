import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import type { ShapeName, ToneName } from '../../ui/level.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import styles from './linking.module.css'
import { standingOf } from './rows.ts'
import type { Consent, ConsentStanding, Referral } from './rows.ts'
import { useGroupList } from './use-refusal-words.ts'
import { WithdrawConsentDialog } from './withdraw-consent-dialog.tsx'

const looks: Record<ConsentStanding, { shape: ShapeName; tone: ToneName }> = {
  in_force: { shape: 'done', tone: 'normal' },
  ending: { shape: 'watch', tone: 'watch' },
  not_yet: { shape: 'ahead', tone: 'plain' },
  ended: { shape: 'refused', tone: 'plain' },
  withdrawn: { shape: 'refused', tone: 'plain' },
}

interface ConsentCardProps {
  file: CaseFile
  consent: Consent
  /** Those that rest on it. */
  referrals: readonly Referral[]
}

export function ConsentCard({ file, consent, referrals }: ConsentCardProps) {
  const t = useWords()
  const { today } = useLocale()
  const groupList = useGroupList()
  const { formatDay, dayOfInstant } = useFormats()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const standing = standingOf(consent, today)
  const { shape, tone } = looks[standing]
  return (
    <Card element="article" look={standing === 'withdrawn' ? 'refused' : 'plain'}>
      <Stack gap="small">
        <Row spread align="start">
          <div className={styles.grows}>
            <h3>
              <bdi>{consent.recipientName}</bdi>
            </h3>
            <Small>{consent.purpose}</Small>
          </div>
          <Mark shape={shape} tone={tone}>
            {t(`linking.standing.${standing}`)}
          </Mark>
        </Row>
        <p>
          {t('linking.consent.covers', {
            name: consent.personName,
            groups: groupList(consent.groups),
            from: formatDay(consent.fromOn),
            until: formatDay(consent.untilOn),
          })}
        </p>
        <Small>
          {consent.givenByName && consent.standing !== 'self'
            ? t('linking.consent.givenBy', {
                name: consent.givenByName,
                standing: t(`linking.standingOf.${consent.standing}`),
              })
            : t('linking.consent.givenBySelf')}{' '}
          {t('linking.consent.how', { how: consent.how, witness: consent.witness })}
        </Small>
        {consent.childAssent !== '' && (
          <Small>{t('linking.consent.childSaid', { words: consent.childAssent })}</Small>
        )}
        {consent.withdrawnAt && (
          <Because>
            {t('linking.consent.withdrawnOn', {
              day: formatDay(dayOfInstant(consent.withdrawnAt)),
            })}{' '}
            {consent.withdrawnReason}
          </Because>
        )}
        <Row>
          <ButtonLink
            size="small"
            icon="print"
            href={`/cases/${file.id}/consents/${consent.id}/paper`}
          >
            {t('linking.consent.print')}
          </ButtonLink>
          {!consent.withdrawnAt && standing !== 'ended' && file.mayWrite && (
            <Button size="small" look="quiet" onPress={() => setWithdrawing(true)}>
              {t('linking.consent.withdraw')}
            </Button>
          )}
        </Row>
      </Stack>
      {isWithdrawing && (
        <WithdrawConsentDialog
          caseId={file.id}
          consent={consent}
          referrals={referrals}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Card>
  )
}
