import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Stack } from '../../ui/layout.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ConsentCard } from './consent-card.tsx'
import { ConsentForm } from './consent-form.tsx'
import type { Consent, Referral } from './rows.ts'

interface ConsentsSectionProps {
  file: CaseFile
  referrals: readonly Referral[]
  consents: readonly Consent[]
}

/** What may be shared, with whom and until when; how each consent was given, and its withdrawal. */
export function ConsentsSection({ file, referrals, consents }: ConsentsSectionProps) {
  const t = useWords()
  const [isGiving, setGiving] = useState(false)
  const give = file.mayWrite && file.status === 'open' && (
    <Button size="small" icon="plus" onPress={() => setGiving(true)}>
      {t('linking.consent.give')}
    </Button>
  )
  return (
    <Section bare title={t('linking.consents')} aside={consents.length > 0 ? give : undefined}>
      {consents.length === 0 ? (
        <EmptyState icon="pen" title={t('linking.consents.empty')} action={give}>
          {t('linking.consents.emptyNext')}
        </EmptyState>
      ) : (
        <Stack gap="small">
          {consents.map((consent) => (
            <ConsentCard
              key={consent.id}
              file={file}
              consent={consent}
              referrals={referrals.filter(({ consentId }) => consentId === consent.id)}
            />
          ))}
        </Stack>
      )}
      <Dialog
        title={t('linking.consent.give')}
        size="large"
        isOpen={isGiving}
        onOpenChange={setGiving}
      >
        {(close) => (
          <ConsentForm
            file={file}
            onGiven={() => {
              showToast({ message: t('linking.consent.given') })
              close()
            }}
            onBack={close}
          />
        )}
      </Dialog>
    </Section>
  )
}
