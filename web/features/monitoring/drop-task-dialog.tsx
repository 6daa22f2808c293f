import { readCase } from '@peyvand/domain/cases/contract.ts'
import { dropTask, listTasks, readToday, reopenTask } from '@peyvand/domain/monitoring/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'

interface DropTaskDialogProps {
  caseId: string
  task: { id: string; title: string; version: number }
  onClose: () => void
}

export function DropTaskDialog({ caseId, task, onClose }: DropTaskDialogProps) {
  const t = useWords()
  const stale = [readToday, listTasks, readCase]
  const drop = useCommand(dropTask, { stale })
  const reopen = useCommand(reopenTask, { stale })
  const params = { caseId, taskId: task.id }
  return (
    <ConfirmDialog
      title={t('monitoring.task.dropWhat', { title: task.title })}
      act={t('monitoring.task.drop')}
      reason={{ label: t('monitoring.task.dropReason') }}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      onConfirm={async (reason) => {
        const { version } = await drop.run({ params, input: { version: task.version, reason } })
        showToast({
          message: t('monitoring.task.dropped', { title: task.title }),
          onUndo: () => void reopen.run({ params, input: { version } }).catch(() => undefined),
        })
      }}
    >
      <p>{t('monitoring.task.dropWhatStays')}</p>
    </ConfirmDialog>
  )
}
