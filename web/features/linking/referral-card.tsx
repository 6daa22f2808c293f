import { referralSteps } from '@peyvand/domain/linking/referral-steps.ts'
import { useEffect, useRef, useState } from 'react'
import { daysBetween } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useSearchWord } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Code, Tag } from '../../ui/tag.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { AnswerLinks } from './answer-links.tsx'
import styles from './linking.module.css'
import { OutcomeLine } from './outcome-line.tsx'
import { ReferralActions, StepMenu } from './referral-actions.tsx'
import type { NextStep } from './referral-actions.tsx'
import { ReferralHistory } from './referral-history.tsx'
import { ReferralMark } from './referral-mark.tsx'
import { isSilent } from './rows.ts'
import type { Consent, Referral } from './rows.ts'
import { SendDraftDialog } from './send-draft-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useGroupList } from './use-refusal-words.ts'

interface ReferralCardProps {
  file: CaseFile
  referral: Referral
  consents: readonly Consent[]
}

/** One referral: where it stands, what came of it, how it got here, and what may be done now. */
export function ReferralCard({ file, referral, consents }: ReferralCardProps) {
  const t = useWords()
  const { today } = useLocale()
  const groupList = useGroupList()
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  const [wanted] = useSearchWord('referral')
  const isWanted = wanted === referral.id
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWanted) place.current?.scrollIntoView({ block: 'center' })
  }, [isWanted])
  const [step, setStep] = useState<NextStep>()
  const consent = consents.find(({ id }) => id === referral.consentId)
  const need = file.needs.find(({ id }) => id === referral.needId)
  const silent = isSilent(referral, today)
  const isAsked = referral.status !== 'draft' && referral.status !== 'entered_in_error'
  return (
    <div ref={place} className={isWanted ? styles.wanted : undefined}>
      <Card element="article">
        <Stack gap="small">
          <Row spread align="start">
            <div className={styles.grows}>
              <h3>
                <bdi>{referral.serviceName}</bdi>
              </h3>
              <Small>
                <bdi>{referral.organisationName}</bdi>
              </Small>
            </div>
            <Row>
              <ReferralMark status={referral.status} silent={silent} />
              {file.mayWrite && <StepMenu referral={referral} onStep={setStep} />}
            </Row>
          </Row>
          <Row align="baseline">
            {need && <Code>{t('linking.needCode', { number: need.number })}</Code>}
            <span className={styles.grows}>
              <bdi>{referral.needStatement}</bdi>
            </span>
          </Row>
          {silent && referral.sentAt && referral.answerExpectedOn && (
            <Because>
              {t('linking.silentSince', {
                organisation: referral.organisationName,
                days: daysBetween(dayOfInstant(referral.sentAt), today),
                day: formatDay(referral.answerExpectedOn),
              })}
            </Because>
          )}
          <StatusReason referral={referral} />
          <Facts
            facts={[
              referral.sentAt &&
                t('linking.sentOn', { day: formatDay(dayOfInstant(referral.sentAt)) }),
              referral.seenAt && t('linking.seenAt', { at: formatInstant(referral.seenAt) }),
              referral.status === 'sent' && !referral.seenAt && t('linking.notSeen'),
              referral.status === 'sent' &&
                referral.answerExpectedOn &&
                t('linking.expectedOn', { day: formatDay(referral.answerExpectedOn) }),
              t('linking.sharedGroups', { groups: groupList(referral.sharedGroups) }),
              referral.basis !== 'consent' && t(`linking.basis.${referral.basis}`),
            ]}
          />
          {referral.doNotContactClient && (
            <Row>
              <Tag icon="phone">{t('linking.doNotContact')}</Tag>
            </Row>
          )}
          {isAsked && <OutcomeLine file={file} referral={referral} />}
          {file.mayWrite && (
            <ReferralActions
              caseId={file.id}
              referral={referral}
              consent={consent}
              onStep={setStep}
            />
          )}
          <AnswerLinks file={file} referral={referral} consent={consent} />
          <ReferralHistory referral={referral} isOpen={isWanted} />
        </Stack>
      </Card>
      {step?.to === 'sent' ? (
        <SendDraftDialog
          file={file}
          referral={referral}
          consents={consents}
          onClose={() => setStep(undefined)}
        />
      ) : (
        step && (
          <StepDialog
            caseId={file.id}
            referral={referral}
            step={step}
            onClose={() => setStep(undefined)}
          />
        )
      )}
    </div>
  )
}

/** Why it stands there, where that needs a reason; otherwise what was said along with it. */
function StatusReason({ referral }: { referral: Referral }) {
  const t = useWords()
  const { status, statusReason } = referral
  if (statusReason === '') return null
  const isReason = referralSteps.some(({ to, needsReason }) => to === status && needsReason)
  return isReason ? (
    <Because>
      <bdi>{statusReason}</bdi>
    </Because>
  ) : (
    <p>{t('linking.said', { words: statusReason })}</p>
  )
}
