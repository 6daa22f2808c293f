import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Whoever sits at no desk receives no request. */
export function NoDesk() {
  const t = useWords()
  return (
    <EmptyState icon="door" title={t('intake.noDesk')}>
      {t('intake.noDeskNext')}
    </EmptyState>
  )
}
