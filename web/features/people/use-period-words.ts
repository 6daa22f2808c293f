import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'

/** From when until when something holds, in words; nothing when neither is known. */
export function usePeriodWords(): (period: {
  since: string | null
  until: string | null
}) => string {
  const t = useWords()
  const { formatDay } = useFormats()
  return ({ since, until }) => {
    if (since !== null && until !== null) {
      return t('people.period.both', { since: formatDay(since), until: formatDay(until) })
    }
    if (since !== null) return t('people.period.since', { since: formatDay(since) })
    if (until !== null) return t('people.period.until', { until: formatDay(until) })
    return ''
  }
}
