import { readCase } from '@peyvand/domain/cases/contract.ts'
import { listContacts, readToday, withdrawContact } from '@peyvand/domain/monitoring/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { ContactTold } from './contact-timeline.tsx'

interface WithdrawContactDialogProps {
  caseId: string
  contact: ContactTold
  onClose: () => void
}

/** A contact recorded in error counts nowhere from then on, and stays readable. */
export function WithdrawContactDialog({ caseId, contact, onClose }: WithdrawContactDialogProps) {
  const t = useWords()
  const withdraw = useCommand(withdrawContact, { stale: [listContacts, readCase, readToday] })
  return (
    <ConfirmDialog
      title={t('monitoring.contact.withdrawAsk')}
      act={t('monitoring.contact.withdraw')}
      look="danger"
      reason={{ label: t('monitoring.contact.withdrawReason') }}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      onConfirm={(reason) =>
        withdraw.run({
          params: { caseId, contactId: contact.id },
          input: { version: contact.version, reason },
        })
      }
    >
      <p>{t('monitoring.contact.withdrawWhat')}</p>
    </ConfirmDialog>
  )
}
