import { withdrawAnswerLink } from '@peyvand/domain/linking/contract.ts'
import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Small } from '../../ui/layout.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import styles from './linking.module.css'
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
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  const withdraw = useLinkingCommand(withdrawAnswerLink)
  const isClosed = hasEnded(referral.status) || (consent && whyOver(consent, today))
  const usable = isClosed
    ? []
    : referral.links.filter(
        ({ withdrawnAt, expiresAt }) => !withdrawnAt && dayOfInstant(expiresAt) >= today,
      )
  if (usable.length === 0) return null
  return (
    <ul className={styles.links} aria-label={t('linking.links')}>
      {usable.map((link) => (
        <li key={link.id}>
          <Icon name="link" size="small" />
          <span className={styles.grows}>
            {t('linking.link.of', {
              name: link.recipientName,
              day: formatDay(dayOfInstant(link.expiresAt)),
            })}{' '}
            <Small>
              {link.email !== '' && <bdi>{link.email}</bdi>}{' '}
              {link.mail !== null && link.mail !== 'sent' && (
                <>{t('linking.link.mail', { state: link.mail })} </>
              )}
              {link.tries >= mostTries
                ? t('linking.link.locked')
                : link.openedAt
                  ? t('linking.link.opened', { at: formatInstant(link.openedAt) })
                  : t('linking.link.notOpened')}
            </Small>
          </span>
          {file.mayWrite && (
            <ConfirmDialog
              title={t('linking.link.withdraw.ask', { name: link.recipientName })}
              act={t('linking.link.withdraw')}
              look="danger"
              trigger={
                <Button look="quiet" size="small">
                  {t('linking.link.withdraw')}
                </Button>
              }
              onConfirm={async () => {
                await withdraw.run({
                  params: { caseId: file.id, referralId: referral.id, linkId: link.id },
                })
                showToast({ message: t('linking.link.withdrawn') })
              }}
            >
              {t('linking.link.withdraw.what')}
            </ConfirmDialog>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Wrong codes after which a link stays shut. */
const mostTries = 5
