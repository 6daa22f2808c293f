import {
  breakGlass,
  emergencyCategories,
  listEmergencies,
} from '@peyvand/domain/access/contract.ts'
import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Note } from '../../ui/note.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ProveAgainDialog } from './prove-again-dialog.tsx'
import { useProvedAttempt } from './use-proved-attempt.ts'

type Category = (typeof emergencyCategories)[number]

const usualHours = 4
const longestHours = 12
const shortestReason = 10
/** No person has more open cases than this. */
const casesAtMost = 10

interface EmergencyDialogProps {
  personId: string
  name: string
}

/** Opens the cases of somebody in danger to read, with the reason and for some hours. */
export function EmergencyDialog({ personId, name }: EmergencyDialogProps) {
  const t = useWords()
  const go = useGo()
  const open = useCommand(breakGlass, { stale: [listEmergencies, readCase, listCases] })
  const attempt = useProvedAttempt()
  const [ids] = useState(() => Array.from({ length: casesAtMost }, () => newId()))
  const [category, setCategory] = useState<Category | null>(null)
  const [reason, setReason] = useState('')
  const [hours, setHours] = useState<number | null>(usualHours)
  const send = () => {
    if (!category || !hours) return
    void attempt.run(async () => {
      const { caseIds } = await open.run({
        params: { personId },
        input: { ids, category, reason, hours },
      })
      showToast({ message: t('access.emergency.opened', { count: caseIds.length }) })
      go(caseIds.length === 1 ? `/cases/${caseIds[0]}` : '/emergencies')
    })
  }
  return (
    <Dialog
      title={t('access.emergency.title', { name })}
      trigger={<Button icon="warning">{t('access.emergency.ask')}</Button>}
    >
      <Form problem={attempt.problem} onSubmit={send}>
        <Note tone="urgent" icon="eye">
          {t('access.emergency.happens')}
        </Note>
        <Select
          name="category"
          label={t('access.emergency.category')}
          options={emergencyCategories.map((value) => ({
            value,
            label: t(`access.emergency.is.${value}`),
          }))}
          value={category}
          onChange={setCategory}
          isRequired
        />
        <TextArea
          name="reason"
          label={t('access.emergency.reason')}
          hint={t('access.emergency.reasonHint')}
          value={reason}
          onChange={setReason}
          validate={(written) =>
            written.trim().length < shortestReason ? t('access.emergency.reasonShort') : null
          }
          maxLength={2000}
          isRequired
        />
        <NumberField
          name="hours"
          label={t('access.emergency.hours')}
          unit={t('access.emergency.hoursUnit')}
          value={hours}
          onChange={setHours}
          minValue={1}
          maxValue={longestHours}
          steps
          isRequired
        />
        <FormActions>
          <Button type="submit" look="danger" isPending={attempt.isPending}>
            {t('access.emergency.open')}
          </Button>
        </FormActions>
      </Form>
      <ProveAgainDialog {...attempt.proof} />
    </Dialog>
  )
}
