import type { AnswerFault } from '@peyvand/domain/assessment/why-not-complete.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'

/** Says what is wrong with the answers to a question, and the mend. */
export function useAnswerFault(): (fault: AnswerFault) => string {
  const t = useWords()
  const { formatDay } = useFormats()
  return (fault) => {
    if (!('limit' in fault)) return t(`assessment.answerFault.${fault.code}`)
    const { limit } = fault
    const shown = typeof limit === 'string' ? formatDay(limit) : limit
    return t(`assessment.answerFault.${fault.code}`, { limit: shown })
  }
}
