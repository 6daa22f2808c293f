import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Small } from '../../ui/layout.tsx'
import { lineAbove } from './line-above.ts'
import type { Worker } from './workers-screen.tsx'

interface LineWordsProps {
  workers: readonly Worker[]
  supervisorId: string | null
}

/** The line of supervision above a worker, from the nearest to the head. */
export function LineWords({ workers, supervisorId }: LineWordsProps) {
  const t = useWords()
  const { formatList } = useFormats()
  const [nearest, ...above] = lineAbove(workers, supervisorId)
  if (!nearest) return null
  const names =
    above.length === 0
      ? nearest.fullName
      : t('access.line.then', {
          first: nearest.fullName,
          above: formatList(above.map(({ fullName }) => fullName)),
        })
  return (
    <Small>
      {t('access.line', { names })} {t('access.line.sees')}
    </Small>
  )
}
