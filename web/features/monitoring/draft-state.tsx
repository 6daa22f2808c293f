import type { Draft } from '../../platform/drafts.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Small } from '../../ui/layout.tsx'

/** Where what is being written is kept, in one line. */
export function DraftState<T>({ draft }: { draft: Draft<T> }) {
  const t = useWords()
  const { formatTime } = useFormats()
  return (
    <Small tone="faint">
      <span role="status">
        {draft.state === 'unsent'
          ? t('monitoring.draft.unsent')
          : draft.state === 'sent' && draft.savedAt
            ? t('monitoring.draft.sent', { time: formatTime(draft.savedAt) })
            : t('monitoring.draft.empty')}
      </span>
    </Small>
  )
}
