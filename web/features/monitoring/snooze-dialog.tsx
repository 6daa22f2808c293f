import { addDays } from '@peyvand/domain/calendar/day.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { readToday, snoozeDue } from '@peyvand/domain/monitoring/contract.ts'
import { longestSnooze, whyNotSnooze } from '@peyvand/domain/monitoring/snooze.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Row } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { TodayItem } from './today-items.ts'

const offered = [1, 3, 7] as const

/** Puts an alert off until another day, with the reason that colleagues will read. */
export function SnoozeDialog({ item, onClose }: { item: TodayItem; onClose: () => void }) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDay } = useFormats()
  const [until, setUntil] = useState<string | null>(addDays(today, 1))
  const [reason, setReason] = useState('')
  const snooze = useCommand(snoozeDue, { stale: [readToday, readCase] })
  const refusal = until === null ? undefined : whyNotSnooze({ ...item, until, today })
  const send = async () => {
    if (until === null) return
    await snooze.run({
      params: { caseId: item.caseId, key: item.key },
      input: { until, reason },
    })
    showToast({ message: t('monitoring.snoozed.toast', { day: formatDay(until) }) })
    onClose()
  }
  return (
    <Dialog title={t('monitoring.snooze.title')} isOpen onOpenChange={(open) => !open && onClose()}>
      <CommandForm
        commands={[snooze]}
        send={send}
        act={t('monitoring.snooze')}
        lockedBecause={refusal && t('monitoring.snooze.notLawful', { longest: longestSnooze })}
      >
        <Row>
          {offered.map((days) => (
            <Chip
              key={days}
              isSelected={until === addDays(today, days)}
              onChange={() => setUntil(addDays(today, days))}
            >
              {t('monitoring.snooze.days', { days })}
            </Chip>
          ))}
        </Row>
        <DayField
          label={t('monitoring.snooze.until')}
          value={until}
          onChange={setUntil}
          min={addDays(today, 1)}
          max={addDays(today, longestSnooze)}
          isRequired
        />
        <TextArea
          label={t('monitoring.snooze.reason')}
          hint={t('monitoring.snooze.reasonHint')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
        />
      </CommandForm>
    </Dialog>
  )
}
