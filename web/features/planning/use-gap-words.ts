import { useWords } from '../../platform/words.tsx'
import type { Plan } from './types.ts'

/** Says what a plan lacks before it can be proposed. */
export function useGapWords(): (gap: Plan['gaps'][number]) => string {
  const t = useWords()
  return (gap) => {
    switch (gap.code) {
      case 'no_goal':
        return t('planning.gap.no_goal')
      case 'section_empty':
        return t('planning.gap.section_empty', {
          section: t(`planning.section.${gap.section}`),
        })
      case 'need_unanswered':
      case 'goal_without_need':
      case 'goal_without_words':
        return t(`planning.gap.${gap.code}`, { number: gap.number })
    }
  }
}
