import { readCase } from '@peyvand/domain/cases/contract.ts'
import {
  finishTask,
  listTasks,
  readToday,
  reopenTask,
} from '@peyvand/domain/monitoring/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { showToast } from '../../ui/toast.tsx'

interface OpenTask {
  id: string
  title: string
  version: number
}

/** Does a task with one press and offers to take it back. */
export function useFinishTask(): (caseId: string, task: OpenTask) => Promise<void> {
  const t = useWords()
  const problemWords = useProblemWords()
  const stale = [readToday, listTasks, readCase]
  const finish = useCommand(finishTask, { stale })
  const reopen = useCommand(reopenTask, { stale })
  return async (caseId, { id, title, version }) => {
    const params = { caseId, taskId: id }
    try {
      const done = await finish.run({ params, input: { version } })
      showToast({
        message: t('monitoring.task.done', { title }),
        onUndo: () =>
          void reopen
            .run({ params, input: { version: done.version } })
            .catch((problem: unknown) =>
              showToast({ message: problemWords(problem).sentence, look: 'problem' }),
            ),
      })
    } catch (problem) {
      showToast({ message: problemWords(problem).sentence, look: 'problem' })
    }
  }
}
