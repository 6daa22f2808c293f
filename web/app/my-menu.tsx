import { useId, useRef } from 'react'
import { Link } from 'react-aria-components/Link'
import { useMe } from '../platform/me.tsx'
import { useAllWaiting } from '../platform/place.ts'
import { leave } from '../platform/session.ts'
import { useWords } from '../platform/words.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon.tsx'
import styles from './my-menu.module.css'

/** One's own: settings, where one is signed in, the way out. The browser's own popover is enough for it. */
export function MyMenu() {
  const t = useWords()
  const me = useMe()
  const waiting = useAllWaiting()
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const close = () => ref.current?.hidePopover()
  return (
    <>
      <button
        type="button"
        className={styles.me}
        aria-label={t('app.myMenuOf', { name: me.fullName })}
        popoverTarget={id}
      >
        <Avatar name={me.fullName} isAccent />
        <span className={styles.name}>{me.fullName.split(' ')[0]}</span>
      </button>
      <div ref={ref} id={id} popover="auto" className={styles.menu} data-print="never">
        <p className={styles.whole}>
          <bdi>{me.fullName}</bdi>
          <small>
            <bdi>{me.agency.name}</bdi>
          </small>
        </p>
        <Entry icon="gear" href="/settings" words={t('app.settings')} onGo={close} />
        <Entry icon="key" href="/account" words={t('app.account')} onGo={close} />
        {waiting.has('emergencies') && (
          <Entry icon="shield" href="/emergencies" words={t('app.nav.emergencies')} onGo={close} />
        )}
        <Entry icon="help" href="/help" words={t('app.nav.help')} onGo={close} />
        <button type="button" className={styles.entry} onClick={() => void leave()}>
          <Icon name="signout" size="small" />
          {t('app.signOut')}
        </button>
      </div>
    </>
  )
}

interface EntryProps {
  icon: IconName
  href: string
  words: string
  onGo: () => void
}

function Entry({ icon, href, words, onGo }: EntryProps) {
  return (
    <Link className={styles.entry ?? ''} href={href} onPress={onGo}>
      <Icon name={icon} size="small" />
      {words}
    </Link>
  )
}
