import { withdrawAnswerLink } from '@peyvand/domain/linking/contract.ts'
import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { LinkList } from './link-list.tsx'
import { whyOver } from './rows.ts'
import type { Consent, Referral } from './rows.ts'
import { useLinkingCommand } from './use-linking-command.ts'

interface AnswerLinksProps {
  file: CaseFile
  referral: Referral
  consent: Consent | undefined
}

/** The links by which a partner may answer: who holds each, and whether it still opens. */
export function AnswerLinks({ file, referral, consent }: AnswerLinksProps) {
  const t = useWords()
  const { today } = useLocale()
  const { dayOfInstant } = useFormats()
  const withdraw = useLinkingCommand(withdrawAnswerLink)
  const isClosed = hasEnded(referral.status) || (consent && whyOver(consent, today))
  const usable = isClosed
    ? []
    : referral.links.filter(
        ({ withdrawnAt, expiresAt }) => !withdrawnAt && dayOfInstant(expiresAt) >= today,
      )
  if (usable.length === 0) return null
  return (
    <LinkList
      label={t('linking.links')}
      links={usable}
      mayClose={file.mayWrite}
      words={{
        of: 'linking.link.of',
        ask: 'linking.link.withdraw.ask',
        what: 'linking.link.withdraw.what',
      }}
      onClose={async (linkId) => {
        await withdraw.run({ params: { caseId: file.id, referralId: referral.id, linkId } })
        showToast({ message: t('linking.link.withdrawn') })
      }}
    />
  )
}
