import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import type { WordId } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Small } from '../../ui/layout.tsx'
import styles from './linking.module.css'
import type { Referral } from './rows.ts'

interface LinkListProps {
  label: string
  links: Referral['links']
  mayClose: boolean
  /** Sentences that name the holder of a link: what it is, and whether to close it. */
  words: { of: WordId; ask: WordId; what: WordId }
  onClose: (linkId: string) => Promise<void>
}

/** Links that may still open: who holds each, how it went, and closing it. */
export function LinkList({ label, links, mayClose, words, onClose }: LinkListProps) {
  const t = useWords()
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  return (
    <ul className={styles.links} aria-label={label}>
      {links.map((link) => (
        <li key={link.id}>
          <Icon name="link" size="small" />
          <span className={styles.grows}>
            {t(words.of, {
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
          {mayClose && (
            <ConfirmDialog
              title={t(words.ask, { name: link.recipientName })}
              act={t('linking.link.withdraw')}
              look="danger"
              trigger={
                <Button look="quiet" size="small">
                  {t('linking.link.withdraw')}
                </Button>
              }
              onConfirm={() => onClose(link.id)}
            >
              {t(words.what)}
            </ConfirmDialog>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Wrong codes after which a link stays shut. */
const mostTries = 5
