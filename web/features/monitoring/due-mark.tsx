import { dueRules } from '@peyvand/domain/monitoring/due-rules.ts'
import type { DueRule } from '@peyvand/domain/monitoring/due-rules.ts'
import type { Level as LevelName } from '@peyvand/domain/cases/levels.ts'
import { daysBetween } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Level } from '../../ui/level.tsx'

interface DueMarkProps {
  item: { rule: string; level: LevelName; dueOn: string }
}

/** How pressing a due item is: its shape and, in two or three words, how late or until when. */
export function DueMark({ item }: DueMarkProps) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDayShort } = useFormats()
  const late = daysBetween(item.dueOn, today)
  const isSignal = dueRules[item.rule as DueRule].source === 'signal'
  const when =
    late === 0
      ? t('monitoring.mark.today')
      : late < 0
        ? t('monitoring.mark.until', { day: formatDayShort(item.dueOn) })
        : isSignal
          ? t(`app.level.${item.level}`)
          : t('monitoring.mark.late', { days: late })
  return (
    <Level level={item.level}>
      {item.level === 'crisis' ? t('monitoring.mark.crisis', { when }) : when}
    </Level>
  )
}
