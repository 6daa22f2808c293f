import { endNeed } from '@peyvand/domain/assessment/contract.ts'
import type { NeedOutcome } from '@peyvand/domain/assessment/finding.ts'
import { whyNotEndNeed } from '@peyvand/domain/assessment/finding.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { findingStale } from './finding-stale.ts'
import type { Need } from './types.ts'
import { useOptions } from './use-options.ts'

interface EndNeedDialogProps {
  caseId: string
  need: Need
  onClose: () => void
}

/** What came of a need; partly met says how much of what was needed came. */
export function EndNeedDialog({ caseId, need, onClose }: EndNeedDialogProps) {
  const t = useWords()
  const options = useOptions()
  const command = useCommand(endNeed, { stale: findingStale })
  const [outcome, setOutcome] = useState<NeedOutcome | null>(null)
  const [reason, setReason] = useState('')
  const [neededAmount, setNeeded] = useState(need.neededAmount)
  const [receivedAmount, setReceived] = useState(need.receivedAmount)
  const told = { reason, neededAmount, receivedAmount }
  const why = outcome && whyNotEndNeed({ outcome, ...told })
  const save = async () => {
    if (outcome === null) return
    await command.run({
      params: { caseId, needId: need.id },
      input: { version: need.version, outcome, ...told },
    })
    showToast({ message: t('assessment.need.ended') })
    onClose()
  }
  return (
    <Dialog title={t('assessment.need.end.title')} isOpen onOpenChange={onClose}>
      <CommandForm
        commands={[command]}
        send={save}
        act={t('assessment.need.end.save')}
        lockedBecause={
          why?.facts?.['field'] === 'receivedAmount' ? t('assessment.need.partlyAsks') : undefined
        }
        onBack={onClose}
      >
        <p>
          <b>{need.statement}</b>
        </p>
        <RadioGroup
          label={t('assessment.need.outcome')}
          look="across"
          options={options.outcomes}
          value={outcome}
          onChange={setOutcome}
          name="outcome"
          isRequired
        />
        {outcome === 'partly_met' && (
          <FieldRow>
            <TextField
              label={t('assessment.need.needed')}
              hint={t('assessment.need.neededHint')}
              value={neededAmount}
              onChange={setNeeded}
              name="neededAmount"
            />
            <TextField
              label={t('assessment.need.received')}
              value={receivedAmount}
              onChange={setReceived}
              name="receivedAmount"
            />
          </FieldRow>
        )}
        <TextArea
          label={t(
            outcome === 'unmet' ? 'assessment.need.whyUnmet' : 'assessment.need.outcomeWords',
          )}
          value={reason}
          onChange={setReason}
          name="reason"
          isRequired={outcome === 'unmet'}
          lines={2}
        />
      </CommandForm>
    </Dialog>
  )
}
