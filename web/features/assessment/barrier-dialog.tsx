import { addBarrier, changeBarrier } from '@peyvand/domain/assessment/contract.ts'
import type { BarrierKind } from '@peyvand/domain/assessment/finding.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { findingStale } from './finding-stale.ts'
import type { Barrier } from './types.ts'
import { useOptions } from './use-options.ts'

interface BarrierDialogProps {
  caseId: string
  needId: string
  barrier?: Barrier
  onClose: () => void
}

/** What stands between a need and its service, and what is done about it. */
export function BarrierDialog({ caseId, needId, barrier, onClose }: BarrierDialogProps) {
  const t = useWords()
  const options = useOptions()
  const add = useCommand(addBarrier, { stale: findingStale })
  const change = useCommand(changeBarrier, { stale: findingStale })
  const [kind, setKind] = useState<BarrierKind | null>(barrier?.kind ?? null)
  const [what, setWhat] = useState(barrier?.what ?? '')
  const [action, setAction] = useState(barrier?.action ?? '')
  const save = async () => {
    if (kind === null) return
    const input = { kind, what, action }
    if (barrier) {
      await change.run({
        params: { caseId, barrierId: barrier.id },
        input: { ...input, version: barrier.version },
      })
    } else await add.run({ params: { caseId, needId }, input: { ...input, id: newId() } })
    onClose()
  }
  return (
    <Dialog
      title={t(barrier ? 'assessment.barrier.change' : 'assessment.barrier.add')}
      isOpen
      onOpenChange={onClose}
    >
      <CommandForm
        commands={[add, change]}
        send={save}
        act={t('assessment.barrier.save')}

        onBack={onClose}
      >
        <Select
          label={t('assessment.barrier.kind')}
          options={options.barrierKinds}
          value={kind}
          onChange={setKind}
          name="kind"
          isRequired
        />
        <TextField
          label={t('assessment.barrier.what')}
          hint={t('assessment.barrier.whatHint')}
          value={what}
          onChange={setWhat}
          name="what"
          isRequired
          maxLength={500}
        />
        <TextArea
          label={t('assessment.barrier.action')}
          value={action}
          onChange={setAction}
          name="action"
          lines={2}
        />
      </CommandForm>
    </Dialog>
  )
}
