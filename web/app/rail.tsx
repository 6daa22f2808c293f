import { useLocation } from '@tanstack/react-router'
import { Link } from 'react-aria-components/Link'
import { useAllWaiting } from '../platform/place.ts'
import { useWords } from '../platform/words.tsx'
import { useLocale } from '../platform/locale.tsx'
import { Icon } from '../ui/icon.tsx'
import { Brand } from './brand.tsx'
import { MyMenu } from './my-menu.tsx'
import { isUnder } from './navigation.ts'
import type { NavigationEntry } from './navigation.ts'
import styles from './rail.module.css'

export function Rail({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useWords()
  const { pathname } = useLocation()
  return (
    <nav className={styles.rail} aria-label={t('app.sections')} data-print="never">
      <Link className={styles.brand ?? ''} href="/">
        <Brand />
        {t('app.name')}
      </Link>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} isCurrent={isUnder(pathname, entry.href)} />
      ))}
      <div className={styles.end}>
        <Link
          className={styles.item ?? ''}
          href="/help"
          aria-current={isUnder(pathname, '/help') ? 'page' : undefined}
        >
          <Icon name="help" />
          {t('app.nav.help')}
        </Link>
        <MyMenu />
      </div>
    </nav>
  )
}

/** Five entries under the thumb. */
export function PhoneBar({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useWords()
  const { pathname } = useLocation()
  return (
    <nav className={styles.bar} aria-label={t('app.mainSections')} data-print="never">
      {entries
        .filter(({ onPhone }) => onPhone)
        .slice(0, 5)
        .map((entry) => (
          <Entry key={entry.key} entry={entry} isCurrent={isUnder(pathname, entry.href)} />
        ))}
    </nav>
  )
}

function Entry({ entry, isCurrent }: { entry: NavigationEntry; isCurrent: boolean }) {
  const t = useWords()
  const { formats } = useLocale()
  const waiting = useAllWaiting().get(entry.key) ?? 0
  return (
    <Link
      className={styles.item ?? ''}
      href={entry.href}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon name={entry.icon} />
      {waiting > 0 && (
        <span className={styles.waiting}>
          {formats.formatNumber(waiting)}
          <span className={styles.spoken}> {t('app.waiting')}</span>
        </span>
      )}
      <span>{t(entry.words)}</span>
    </Link>
  )
}
