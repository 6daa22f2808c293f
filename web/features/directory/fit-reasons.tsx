import { useWords } from '../../platform/words.tsx'
import { Shape } from '../../ui/level.tsx'
import type { ShapeName } from '../../ui/level.tsx'
import { byTopic, useReasonWords } from './directory-words.ts'
import type { Reason, Topic } from './directory-words.ts'
import styles from './found-service.module.css'

const shapes: Record<Reason['direction'], ShapeName> = {
  for: 'done',
  ask: 'watch',
  against: 'urgent',
}

/** Reasons under their topics: ✓ speaks for it, ▲ must be asked, ◆ speaks against it. */
export function FitReasons({
  reasons,
  without,
}: {
  reasons: readonly Reason[]
  /** A topic that stands elsewhere already. */
  without?: Topic
}) {
  const t = useWords()
  return (
    <dl className={styles.fit}>
      {byTopic(reasons)
        .filter(({ topic }) => topic !== without)
        .map(({ topic, reasons: under }) => (
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
    <span className={`${styles.reason} ${styles[reason.direction]}`}>
      <Shape name={shapes[reason.direction]} />
      <span>
        <bdi>{words(reason)}</bdi>
      </span>
    </span>
  )
}
