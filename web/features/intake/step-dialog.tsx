import { levels } from '@peyvand/domain/cases/levels.ts'
import type { Level } from '@peyvand/domain/cases/levels.ts'
import { takeStep } from '@peyvand/domain/intake/contract.ts'
import type { RequestStatus } from '@peyvand/domain/intake/request-steps.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useRequestCommand } from './request-file.ts'
import type { NextStep, RequestFile } from './request-file.ts'

interface StepDialogProps {
  request: RequestFile
  step: NextStep
  onClose: () => void
}

interface Told {
  reason: string
  objectionWay: string
  guidance: string
}

const nothingTold: Told = { reason: '', objectionWay: '', guidance: '' }

/** One step of a request, with the words in which the person hears it. */
export function StepDialog({ request, step, onClose }: StepDialogProps) {
  const t = useWords()
  const { today } = useLocale()
  const take = useRequestCommand(takeStep)
  const draft = useDraft<Told>(`request:${request.id}:${step.to}`, nothingTold)
  const [priority, setPriority] = useState<Level>('normal')
  const [isTold, setTold] = useState(true)
  const isNo = step.to === 'ineligible' || step.to === 'declined'
  const to = step.to as Exclude<RequestStatus, 'accepted'>
  const send = async () => {
    await take.run({
      params: { requestId: request.id },
      input: {
        to,
        ...draft.value,
        toldOn: isTold && step.to !== 'received' ? today : null,
        priority,
        version: request.version,
      },
    })
    await draft.discard()
    showToast({ message: t(`intake.stepDone.${to}`) })
    onClose()
  }
  const asks = new Set(step.asks)
  const change = (part: Partial<Told>) => draft.change({ ...draft.value, ...part })
  return (
    <Dialog title={t(`intake.step.${step.to}`)} isOpen onOpenChange={(open) => !open && onClose()}>
      <CommandForm
        commands={[take]}
        send={send}
        act={t(`intake.step.${step.to}`)}

        onBack={onClose}
      >
        <p>{t(`intake.stepMeans.${to}`)}</p>
        {asks.has('guidance') && (
          <TextArea
            label={t('intake.guidance.told')}
            hint={t('intake.guidance.toldHint')}
            name="guidance"
            value={draft.value.guidance}
            onChange={(guidance) => change({ guidance })}
            maxLength={2000}
            isRequired
          />
        )}
        {(asks.has('reason') || step.to === 'eligible') && (
          <TextArea
            label={isNo ? t('intake.reasonTold') : t('intake.reason')}
            hint={t(`intake.reasonHint.${to}`)}
            name="reason"
            value={draft.value.reason}
            onChange={(reason) => change({ reason })}
            maxLength={2000}
            isRequired={asks.has('reason')}
          />
        )}
        {asks.has('objectionWay') && (
          <TextArea
            label={t('intake.objectionWay')}
            hint={t('intake.objectionWay.hint')}
            name="objectionWay"
            value={draft.value.objectionWay}
            onChange={(objectionWay) => change({ objectionWay })}
            lines={2}
            maxLength={500}
            isRequired
          />
        )}
        {step.to === 'waitlisted' && (
          <RadioGroup
            label={t('intake.priority')}
            hint={t('intake.priority.hint')}
            options={levels.map((level) => ({
              value: level,
              label: t(`cases.level.${level}`),
              hint: t(`intake.priorityHint.${level}`),
            }))}
            value={priority}
            onChange={setPriority}
          />
        )}
        {step.to !== 'received' && step.to !== 'withdrawn' && (
          <Checkbox isSelected={isTold} onChange={setTold}>
            {t('intake.toldToday')}
          </Checkbox>
        )}
      </CommandForm>
    </Dialog>
  )
}
