import styles from './breadcrumbs.module.css'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { useWords } from '../platform/words.tsx'

export interface Crumb {
  title: string
  /** Left out for the page one is on. */
  href?: string
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useWords()
  return (
    <nav aria-label={t('ui.breadcrumbs')} className={styles.crumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={`${crumb.href ?? ''} ${crumb.title}`}>
            <Icon name="next" size="small" />
            {crumb.href ? (
              <Link href={crumb.href} look="plain">
                <bdi>{crumb.title}</bdi>
              </Link>
            ) : (
              <bdi aria-current="page">{crumb.title}</bdi>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
