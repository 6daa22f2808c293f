import { readCase } from '@peyvand/domain/cases/contract.ts'
import { listTasks, moveTask, readToday } from '@peyvand/domain/monitoring/contract.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { showToast } from '../../ui/toast.tsx'

interface MoveTaskDialogProps {
  caseId: string
  task: { id: string; title: string; dueOn: string; time: string | null; version: number }
  onClose: () => void
}

export function MoveTaskDialog({ caseId, task, onClose }: MoveTaskDialogProps) {
  const t = useWords()
  const { formatDayLong } = useFormats()
  const [dueOn, setDueOn] = useState<string | null>(task.dueOn)
  const [dueTime, setDueTime] = useState<string | null>(task.time)
  const move = useCommand(moveTask, { stale: [readToday, listTasks, readCase] })
  const send = async () => {
    if (dueOn === null) return
    await move.run({
      params: { caseId, taskId: task.id },
      input: { version: task.version, dueOn, dueTime },
    })
    showToast({
      message: t('monitoring.task.moved', { title: task.title, day: formatDayLong(dueOn, false) }),
    })
    onClose()
  }
  return (
    <Dialog
      title={t('monitoring.task.moveWhat', { title: task.title })}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm commands={[move]} send={send} act={t('monitoring.task.move')}>
        <FieldRow>
          <DayField
            label={t('monitoring.task.day')}
            name="dueOn"
            value={dueOn}
            onChange={setDueOn}
            isRequired
          />
          <TimeField
            label={t('monitoring.task.time')}
            name="dueTime"
            value={dueTime}
            onChange={setDueTime}
          />
        </FieldRow>
      </CommandForm>
    </Dialog>
  )
}
