import { useWords } from '../../platform/words.tsx'
import { Mark } from '../../ui/level.tsx'
import type { ShapeName, ToneName } from '../../ui/level.tsx'
import { byTopic, useReasonWords } from './directory-words.ts'
import type { Reason } from './directory-words.ts'
import styles from './found-service.module.css'

const looks: Record<Reason['direction'], { shape: ShapeName; tone: ToneName }> = {
  for: { shape: 'done', tone: 'normal' },
  ask: { shape: 'watch', tone: 'watch' },
  against: { shape: 'urgent', tone: 'urgent' },
}

/** Reasons under their topics: ✓ speaks for it, ▲ must be asked, ◆ speaks against it. */
export function FitReasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useWords()
  return (
    <dl className={styles.fit}>
      {byTopic(reasons).map(({ topic, reasons: under }) => (
        <div key={topic}>
          <dt>{t(`directory.topic.${topic}`)}</dt>
          {under.map((reason) => (
            <dd key={reason.code}>
              <ReasonMark reason={reason} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

export function ReasonMark({ reason }: { reason: Reason }) {
  const words = useReasonWords()
  return (
    <Mark {...looks[reason.direction]} bare>
      {words(reason)}
    </Mark>
  )
}
