import { readCase } from '@peyvand/domain/cases/contract.ts'
import { readAttainment, readToday, recordProgress } from '@peyvand/domain/monitoring/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { showToast } from '../../ui/toast.tsx'
import { GoalChoice, notJudged } from './goal-choice.tsx'
import type { GoalTold } from './goals-panel.tsx'

interface ProgressDialogProps {
  caseId: string
  goal: GoalTold
  onClose: () => void
}

export function ProgressDialog({ caseId, goal, onClose }: ProgressDialogProps) {
  const t = useWords()
  const [judged, setJudged] = useState(notJudged)
  const record = useCommand(recordProgress, { stale: [readAttainment, readCase, readToday] })
  const send = async () => {
    if (judged.level === null) return
    await record.run({
      params: { caseId },
      input: { id: newId(), goalId: goal.id, ...judged, level: judged.level },
    })
    showToast({ message: t('monitoring.goal.recorded') })
    onClose()
  }
  return (
    <Dialog
      title={goal.clientWords || goal.professionalWords}
      size="large"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm
        commands={[record]}
        send={send}
        act={t('monitoring.goal.record')}
        lockedBecause={judged.level === null ? t('monitoring.goal.chooseLevel') : undefined}
      >
        <GoalChoice
          goal={goal}
          value={judged}
          onChange={setJudged}
          saidLabel={t('monitoring.goal.said')}
          isRequired
        />
      </CommandForm>
    </Dialog>
  )
}
