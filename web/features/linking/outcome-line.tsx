import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useState } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import styles from './linking.module.css'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { OutcomeMark } from './referral-mark.tsx'
import type { Referral } from './rows.ts'

/** What came of a referral, apart from where it stands, with the way to tell it. */
export function OutcomeLine({ file, referral }: { file: CaseFile; referral: Referral }) {
  const t = useWords()
  const { formatDay } = useFormats()
  const [isTelling, setTelling] = useState(false)
  if (referral.status === 'sent' && !referral.outcome) return null
  return (
    <div className={styles.outcome}>
      <Row gap="small">
        <b>{t('linking.outcome')}</b>
        {referral.outcome ? (
          <>
            <OutcomeMark outcome={referral.outcome} />
            {referral.outcomeBy && (
              <Small>
                {t('linking.outcome.told', {
                  by: referral.outcomeBy,
                  day: referral.outcomeOn ? formatDay(referral.outcomeOn) : '',
                })}
              </Small>
            )}
          </>
        ) : (
          <Small>
            {hasEnded(referral.status) ? t('linking.outcome.none') : t('linking.outcome.notYet')}
          </Small>
        )}
        {file.mayWrite && (
          <Button look="quiet" size="small" onPress={() => setTelling(true)}>
            {referral.outcome ? t('linking.outcome.change') : t('linking.outcome.record')}
          </Button>
        )}
      </Row>
      {referral.outcomeNote !== '' && (
        <p>
          <bdi>{referral.outcomeNote}</bdi>
        </p>
      )}
      {isTelling && (
        <OutcomeDialog caseId={file.id} referral={referral} onClose={() => setTelling(false)} />
      )}
    </div>
  )
}
