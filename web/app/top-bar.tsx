import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { useMe } from '../platform/me.tsx'
import { useCurrentPlace } from '../platform/place.ts'
import { useSavedState } from '../platform/saved-state.ts'
import type { SavedState } from '../platform/saved-state.ts'
import { useWords } from '../platform/words.tsx'
import type { WordId } from '../platform/words.tsx'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './top-bar.module.css'
import { MyMenu } from './my-menu.tsx'

export function TopBar() {
  const me = useMe()
  const { title, above } = useCurrentPlace()
  const crumbs = above.length > 0 ? [...above, { title }] : [{ title: me.agency.name }]
  return (
    <header className={styles.top} data-print="never">
      <Breadcrumbs crumbs={crumbs} />
      <SearchBox />
      <Saved />
      <LanguageSwitch />
      <span className={styles.phoneOnly}>
        <MyMenu />
      </span>
    </header>
  )
}

const savedLooks: Record<SavedState, { icon: IconName; words: WordId }> = {
  saved: { icon: 'saved', words: 'app.saved' },
  saving: { icon: 'saving', words: 'app.saving' },
  kept: { icon: 'saving', words: 'app.kept' },
  offline: { icon: 'offline', words: 'app.offline' },
}

function Saved() {
  const t = useWords()
  const state = useSavedState()
  const { icon, words } = savedLooks[state]
  return (
    <span className={`${styles.saved} ${styles[state]}`} role="status">
      <Icon name={icon} />
      <span>{t(words)}</span>
    </span>
  )
}
