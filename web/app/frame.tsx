import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { lazyPart } from '../platform/lazy-part.tsx'
import { hasRole, useMe } from '../platform/me.tsx'
import { useAllWaiting } from '../platform/place.ts'
import { useGo } from '../platform/route.ts'
import { listenForShortcuts, useShortcut } from '../platform/shortcuts.ts'
import { useWords } from '../platform/words.tsx'
import { ToastRegion } from '../ui/toast.tsx'
import styles from './frame.module.css'
import { navigation } from './navigation.ts'
import { PhoneBar, Rail } from './rail.tsx'
import { RareDialogs } from './rare-dialogs.tsx'
import { TopBar } from './top-bar.tsx'

const WaitingCounts = lazyPart(async () => (await import('./waiting-counts.tsx')).WaitingCounts)

const EmergencyWatch = lazyPart(
  async () => (await import('../features/access/emergency-watch.tsx')).EmergencyWatch,
)

/** What stands around every page of a signed-in worker. */
export function Frame() {
  const t = useWords()
  const me = useMe()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  const waiting = useAllWaiting()
  const entries = navigation.filter(
    ({ key, roles, onceUsed }) =>
      (!roles || hasRole(me, ...roles)) && (!onceUsed || waiting.has(key)),
  )

  useEffect(listenForShortcuts, [])
  useEffect(() => {
    // A new page is read from its beginning; the first one keeps the browser's own focus.
    if (!isFirst.current && !main.current?.contains(document.activeElement)) {
      main.current?.focus({ preventScroll: true })
    }
    isFirst.current = false
  }, [pathname])

  return (
    <>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <div className={styles.app}>
        <Rail entries={entries} />
        <div className={styles.side}>
          <TopBar />
          <main id="main" ref={main} tabIndex={-1} className={styles.main}>
            <Outlet />
          </main>
        </div>
      </div>
      <PhoneBar entries={entries} />
      {entries.map((entry) => (
        <GoKey
          key={entry.key}
          keys={`g ${entry.letter}`}
          words={t(entry.words)}
          href={entry.href}
        />
      ))}
      <GoKey keys="g h" words={t('app.nav.help')} href="/help" />
      {hasRole(me, 'intake', 'caseworker', 'supervisor') && (
        <GoKey keys="n" words={t('app.newRequest')} href="/requests/new" />
      )}
      <RareDialogs />
      {/* Nothing competes with Today for the wire. */}
      {(pathname !== '/' || waiting.has('today')) && <WaitingCounts entries={entries} />}
      {(pathname !== '/' || waiting.has('today')) &&
        (me.emergency || hasRole(me, 'caseworker', 'supervisor')) && <EmergencyWatch />}
      <ToastRegion />
    </>
  )
}

function GoKey({ keys, words, href }: { keys: string; words: string; href: string }) {
  const go = useGo()
  useShortcut(keys, words, () => go(href))
  return null
}
