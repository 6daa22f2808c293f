import { setNeedAside } from '@peyvand/domain/assessment/contract.ts'
import type { SetAsideReason } from '@peyvand/domain/assessment/finding.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { findingStale } from './finding-stale.ts'
import { useOptions } from './use-options.ts'

interface SetAsideDialogProps {
  caseId: string
  need: { id: string; version: number; statement: string }
  onClose: () => void
}

/** Why no goal answers a need for now; where nothing is to be had, what helps meanwhile. */
export function SetAsideDialog({ caseId, need, onClose }: SetAsideDialogProps) {
  const t = useWords()
  const options = useOptions()
  const command = useCommand(setNeedAside, { stale: findingStale })
  const [why, setWhy] = useState<SetAsideReason | null>(null)
  const [reason, setReason] = useState('')
  const [meanwhile, setMeanwhile] = useState('')
  const save = async () => {
    if (why === null) return
    await command.run({
      params: { caseId, needId: need.id },
      input: { version: need.version, why, reason, meanwhile },
    })
    showToast({ message: t('assessment.aside.done') })
    onClose()
  }
  return (
    <Dialog title={t('assessment.aside.title')} isOpen onOpenChange={onClose}>
      <CommandForm
        commands={[command]}
        send={save}
        act={t('assessment.aside.save')}

        onBack={onClose}
      >
        <p>
          <b>{need.statement}</b>
        </p>
        <RadioGroup
          label={t('assessment.aside.why')}
          options={options.setAsideReasons}
          value={why}
          onChange={setWhy}
          name="why"
          isRequired
        />
        <TextArea
          label={t(why === 'client_wish' ? 'assessment.aside.said' : 'assessment.aside.reason')}
          value={reason}
          onChange={setReason}
          name="reason"
          isRequired
          lines={2}
        />
        <TextArea
          label={t('assessment.aside.meanwhile')}
          hint={why === 'scarcity' ? t('assessment.aside.meanwhileHint') : undefined}
          value={meanwhile}
          onChange={setMeanwhile}
          name="meanwhile"
          isRequired={why === 'scarcity'}
          lines={2}
        />
      </CommandForm>
    </Dialog>
  )
}
