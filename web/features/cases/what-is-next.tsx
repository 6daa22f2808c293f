import { levels } from '@peyvand/domain/cases/levels.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Level } from '../../ui/level.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { useDueWords } from '../monitoring/due-words.ts'
import type { CaseFile } from './case-frame.tsx'
import { dueHref } from './due-href.ts'
import styles from './what-is-next.module.css'

const shown = 6

/** What this case asks for now, by pressing level and then by date, each with its reason. */
export function WhatIsNext({ file }: { file: CaseFile }) {
  const t = useWords()
  const dueWords = useDueWords()
  const { today } = useLocale()
  const { formatNumber, formatDay } = useFormats()
  const items = file.next
    .toSorted(
      (a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || a.dueOn.localeCompare(b.dueOn),
    )
    .slice(0, shown)
  return (
    <Section title={t('cases.next')} aside={t('cases.next.order')}>
      {items.length === 0 ? (
        <EmptyState icon="check" title={t('cases.next.empty')}>
          {file.status === 'open' ? t('cases.next.emptyNext') : t('cases.next.closed')}
        </EmptyState>
      ) : (
        <ol className={styles.list}>
          {items.map((item, index) => {
            const words = dueWords(item)
            return (
              <li key={item.key} className={styles.item} data-print="whole">
                <span className={styles.number} aria-hidden="true">
                  {formatNumber(index + 1)}
                </span>
                <div>
                  <h3 className={styles.title}>
                    {words.title}{' '}
                    {(item.level !== 'normal' || item.dueOn < today) && (
                      <Level level={item.level === 'normal' ? 'watch' : item.level}>
                        {item.dueOn < today
                          ? t('cases.state.late')
                          : item.dueOn === today
                            ? t('cases.state.due')
                            : t('cases.untilDay', { day: formatDay(item.dueOn) })}
                      </Level>
                    )}
                  </h3>
                  <Because>{words.because}</Because>
                </div>
                {file.mayWrite && (
                  <ButtonLink
                    href={dueHref(file.id, item.act, item.subjectId)}
                    look={index === 0 ? 'primary' : 'plain'}
                    size={index === 0 ? 'normal' : 'small'}
                  >
                    {words.act}
                  </ButtonLink>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {file.next.length > shown && (
        <p>{t('cases.next.more', { count: file.next.length - shown })}</p>
      )}
    </Section>
  )
}
