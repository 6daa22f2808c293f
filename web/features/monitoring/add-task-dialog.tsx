import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import { addTask, listTasks, readToday } from '@peyvand/domain/monitoring/contract.ts'
import { taskKinds } from '@peyvand/domain/monitoring/task.ts'
import type { TaskKind } from '@peyvand/domain/monitoring/task.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { useCommand, useEndpointWhen } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { nameOf } from '../cases/names.ts'

interface AddTaskDialogProps {
  /** The case in hand; left out where it is still to be chosen. */
  caseId?: string
  /** Who sees the case, and so may be given the task. */
  assignees?: readonly { id: string; fullName: string }[]
  onClose: () => void
}

/** A task or an appointment, for oneself or a colleague who sees the case. */
export function AddTaskDialog({ caseId: given, assignees = [], onClose }: AddTaskDialogProps) {
  const t = useWords()
  const me = useMe()
  const { today } = useLocale()
  const { formatDayLong } = useFormats()
  const [caseId, setCase] = useState<string | null>(given ?? null)
  const [kind, setKind] = useState<TaskKind>('task')
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(today)
  const [dueTime, setDueTime] = useState<string | null>(null)
  const [place, setPlace] = useState('')
  const [workerId, setWorker] = useState(me.id)
  const add = useCommand(addTask, { stale: [readToday, listTasks, readCase] })
  const send = async () => {
    if (caseId === null || dueOn === null) return
    await add.run({
      params: { caseId },
      input: { id: newId(), kind, title, dueOn, dueTime, place, workerId },
    })
    showToast({
      message: t('monitoring.task.added', { title, day: formatDayLong(dueOn, false) }),
    })
    onClose()
  }
  return (
    <Dialog title={t('monitoring.task.add')} isOpen onOpenChange={(open) => !open && onClose()}>
      <CommandForm commands={[add]} send={send} act={t('monitoring.task.save')}>
        {given === undefined && <CaseChoice value={caseId} onChange={setCase} />}
        <RadioGroup
          label={t('monitoring.task.kind')}
          options={taskKinds.map((value) => ({ value, label: t(`monitoring.task.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
          look="across"
        />
        <TextField
          label={t('monitoring.task.title')}
          hint={t('monitoring.task.titleHint')}
          name="title"
          value={title}
          onChange={setTitle}
          maxLength={200}
          isRequired
        />
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
        {kind === 'appointment' && (
          <TextField
            label={t('monitoring.task.place')}
            name="place"
            value={place}
            onChange={setPlace}
            maxLength={200}
          />
        )}
        {assignees.length > 1 && (
          <Select
            label={t('monitoring.task.worker')}
            hint={t('monitoring.task.workerHint')}
            name="workerId"
            options={assignees.map(({ id, fullName }) => ({ value: id, label: fullName }))}
            value={workerId}
            onChange={setWorker}
          />
        )}
      </CommandForm>
    </Dialog>
  )
}

function CaseChoice({
  value,
  onChange,
}: {
  value: string | null
  onChange: (caseId: string | null) => void
}) {
  const t = useWords()
  const { withDigits } = useFormats()
  const [typed, setTyped] = useState('')
  const found = useEndpointWhen(true, listCases, {
    query: { limit: 20, ...(typed.trim() === '' ? {} : { words: typed.trim() }) },
  })
  return (
    <ComboBox
      label={t('monitoring.task.case')}
      options={(found.data?.cases ?? []).map(({ id, client, number }) => ({
        value: id,
        label: nameOf(client),
        hint: withDigits(number),
      }))}
      value={value}
      onChange={onChange}
      inputValue={typed}
      onInputChange={setTyped}
      isLoading={found.isPending}
      isRequired
      autoFocus
    />
  )
}
