import { Refused } from '../../platform/api-problem.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Note } from '../../ui/note.tsx'

/** After too many tries: from when on it can be tried again. */
export function WaitNote({ problem, since }: { problem: unknown; since: number }) {
  const t = useWords()
  const { formatTime } = useFormats()
  if (!(problem instanceof Refused) || problem.code !== 'too_many') return null
  const seconds = Number(problem.facts['retryAfterSeconds'] ?? 60)
  const from = new Date(since + Math.ceil(seconds / 60) * 60_000).toISOString()
  return <Note icon="clock">{t('access.wait', { time: formatTime(from) })}</Note>
}
