import { excludes } from '@peyvand/domain/directory/rank-services.ts'
import { Words, useWords } from '../../platform/words.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useReasonWords } from './directory-words.ts'
import type { FoundService } from './directory-words.ts'
import styles from './found-service.module.css'

/** What was set aside: services with the same reason on one line, the first by its name. */
export function ExcludedServices({ excluded }: { excluded: readonly FoundService[] }) {
  const t = useWords()
  const words = useReasonWords()
  const groups = Map.groupBy(excluded, ({ reasons }) =>
    reasons
      .filter(({ code }) => excludes(code))
      .map(words)
      .join('؛ '),
  )
  return (
    <details className={styles.excluded} open>
      <summary>
        {t('directory.find.excluded', { count: excluded.length })}
        <Icon name="down" size="small" />
      </summary>
      <ul>
        {[...groups].map(([reason, services]) => (
          <li key={reason}>
            <Words
              id="directory.find.andOthers"
              values={{
                name: services[0]?.service.name ?? '',
                count: services.length - 1,
                reason,
              }}
              components={{ b: <b /> }}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
