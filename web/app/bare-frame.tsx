import { Outlet } from '@tanstack/react-router'
import { useWords } from '../platform/words.tsx'
import { ToastRegion } from '../ui/toast.tsx'
import styles from './bare-frame.module.css'
import { Brand } from './brand.tsx'
import { LanguageSwitch } from './language-switch.tsx'

/** Around pages for who is not signed in. */
export function BareFrame() {
  const t = useWords()
  return (
    <div className={styles.bare}>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Brand />
          {t('app.name')}
        </span>
        <LanguageSwitch />
      </header>
      <main id="main" className={styles.main}>
        <Outlet />
      </main>
      <ToastRegion />
    </div>
  )
}
