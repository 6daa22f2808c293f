import { addProblem, changeProblem } from '@peyvand/domain/assessment/contract.ts'
import { whyNotProblem } from '@peyvand/domain/assessment/finding.ts'
import type { GridLevel, NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { findingStale } from './finding-stale.ts'
import { GridFields } from './grid-fields.tsx'
import type { Problem } from './types.ts'

interface ProblemSheetProps {
  caseId: string
  problem?: Problem
  onClose: () => void
}

interface Written {
  level: GridLevel
  domain: NeedDomain | null
  clientWords: string
  workerWords: string
}

/** A problem in the client's words, and beside them in the worker's. */
export function ProblemSheet({ caseId, problem, onClose }: ProblemSheetProps) {
  const t = useWords()
  const draft = useDraft<Written>(`problem:${problem?.id ?? caseId}`, {
    level: problem?.level ?? 'person',
    domain: problem?.domain ?? null,
    clientWords: problem?.clientWords ?? '',
    workerWords: problem?.workerWords ?? '',
  })
  const add = useCommand(addProblem, { stale: findingStale })
  const change = useCommand(changeProblem, { stale: findingStale })
  const written = draft.value
  const set = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const save = async () => {
    const { domain, ...words } = written
    if (domain === null) return
    const input = { ...words, domain }
    if (problem) {
      await change.run({
        params: { caseId, problemId: problem.id },
        input: { ...input, version: problem.version },
      })
    } else await add.run({ params: { caseId }, input: { ...input, id: newId() } })
    await draft.discard()
    onClose()
  }
  return (
    <Sheet
      title={t(problem ? 'assessment.problem.change' : 'assessment.problem.add')}
      isOpen
      onOpenChange={onClose}
    >
      <CommandForm
        commands={[add, change]}
        send={save}
        act={t('assessment.problem.save')}
        lockedBecause={whyNotProblem(written) ? t('assessment.problem.wordless') : undefined}
        onBack={onClose}
      >
        <TextArea
          label={t('assessment.problem.client')}
          hint={t('assessment.problem.clientHint')}
          value={written.clientWords}
          onChange={(clientWords) => set({ clientWords })}
          wide
          lines={2}
        />
        <TextArea
          label={t('assessment.problem.worker')}
          value={written.workerWords}
          onChange={(workerWords) => set({ workerWords })}
          wide
          lines={2}
        />
        <GridFields
          level={written.level}
          domain={written.domain}
          onLevel={(level) => set({ level })}
          onDomain={(domain) => set({ domain })}
        />
      </CommandForm>
    </Sheet>
  )
}
