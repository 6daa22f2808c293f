import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import { listConsents, listReferrals } from '@peyvand/domain/linking/contract.ts'
import { useState } from 'react'
import { useEndpointWhen } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ConsentForm } from './consent-form.tsx'
import { DialogStage } from './dialog-stage.tsx'
import { ReferForm } from './refer-form.tsx'
import type { Referring } from './refer-form.tsx'
import type { Referral } from './rows.ts'

interface ReferDialogProps extends Referring {
  isOpen: boolean
}

/** Refer the client to one service for one need: on what basis, sharing what, as the client chose. */
export function ReferDialog(props: ReferDialogProps) {
  const { file, isOpen, onClose, organisationId, organisationName, serviceName } = props
  const t = useWords()
  const params = { caseId: file.id }
  const referrals = useEndpointWhen(isOpen, listReferrals, { params })
  const consents = useEndpointWhen(isOpen, listConsents, { params })
  const [taking, setTaking] = useState<readonly DataGroup[]>()
  const [sent, setSent] = useState<Referral>()
  const problem = referrals.error ?? consents.error
  return (
    <Dialog
      title={
        sent
          ? t('linking.refer.sent')
          : taking
            ? t('linking.consent.give')
            : t('linking.refer.title', { service: serviceName })
      }
      size="large"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (open) return
        setTaking(undefined)
        setSent(undefined)
        onClose()
      }}
    >
      {(close) =>
        sent ? (
          <DialogStage key="sent">
            <Sent file={file} referral={sent} onLater={close} />
          </DialogStage>
        ) : taking ? (
          <DialogStage key="consent">
            <ConsentForm
              file={file}
              recipient={{ id: organisationId, name: organisationName }}
              groups={taking}
              purpose={serviceName}
              onGiven={() => setTaking(undefined)}
              onBack={() => setTaking(undefined)}
            />
          </DialogStage>
        ) : problem ? (
          <ErrorState
            problem={problem}
            onRetry={() => void Promise.all([referrals.refetch(), consents.refetch()])}
          />
        ) : !referrals.data || !consents.data ? (
          <Skeleton lines={8} />
        ) : (
          <ReferForm
            {...props}
            referrals={referrals.data.referrals}
            consents={consents.data.consents}
            onTakeConsent={setTaking}
            onSent={setSent}
            onClose={close}
          />
        )
      }
    </Dialog>
  )
}

interface SentProps {
  file: CaseFile
  referral: Referral
  onLater: () => void
}

/** Nothing has left by itself: the partner learns of it from the letter, or from a call. */
function Sent({ file, referral, onLater }: SentProps) {
  const t = useWords()
  return (
    <Stack>
      <p>{t('linking.refer.sentNext', { organisation: referral.organisationName })}</p>
      <Row>
        <ButtonLink
          look="primary"
          icon="print"
          href={`/cases/${file.id}/referrals/${referral.id}/letter`}
        >
          {t('linking.letter.make')}
        </ButtonLink>
        <Button look="quiet" onPress={onLater}>
          {t('linking.refer.later')}
        </Button>
      </Row>
    </Stack>
  )
}
