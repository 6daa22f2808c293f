import { closeLink } from '@peyvand/domain/linking/contract.ts'
import type { openLink } from '@peyvand/domain/linking/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { command } from '../../platform/api.ts'
import { usePlace } from '../../platform/place.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AnswerCode } from './answer-code.tsx'
import { AnswerReferral } from './answer-referral.tsx'

type Opened = AnswerOf<typeof openLink>

/** How long the server keeps an opened link open; then the page must not show it either. */
const openFor = 30 * 60_000

/**
 * The page behind an answer link, for a partner without an account. Nothing personal before the
 * code; what is shown lives in memory alone and goes when the page goes.
 */
export function AnswerScreen() {
  const t = useWords()
  const go = useGo()
  usePlace(t('linking.answer'))
  const link = useLink()
  const [opened, setOpened] = useState<Opened>()
  const [isOver, setOver] = useState(false)
  const [hasLeft, setLeft] = useState(false)
  const session = opened?.session
  useEffect(() => {
    if (!session) return undefined
    const timer = setTimeout(() => {
      setOpened(undefined)
      setOver(true)
    }, openFor)
    return () => clearTimeout(timer)
  }, [session])
  const leave = () => {
    if (session) void command(closeLink, { input: { session } }).catch(() => undefined)
    setOpened(undefined)
    setLeft(true)
    go('/answer', { replace: true })
  }
  if (hasLeft) {
    return (
      <EmptyState icon="lock" title={t('linking.answer.left')}>
        {t('linking.answer.leftNext')}
      </EmptyState>
    )
  }
  if (opened) {
    return (
      <AnswerReferral
        session={opened.session}
        referral={opened.referral}
        onChange={(referral) => setOpened({ ...opened, referral })}
        onLeave={leave}
      />
    )
  }
  if (!link) {
    return (
      <EmptyState icon="link" title={t('linking.answer.noLink')}>
        {t('linking.answer.noLinkNext')}
      </EmptyState>
    )
  }
  return (
    <AnswerCode
      key={link.token}
      token={link.token}
      byMail={link.byMail}
      isOver={isOver}
      onOpen={(answer) => {
        setOver(false)
        setOpened(answer)
      }}
    />
  )
}

/** What stands after `#`; another code scanned in the same window changes it without a new page. */
function useLink(): { token: string; byMail: boolean } | undefined {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
    () => location.hash.slice(1),
  )
  const [, mail, token] = /^(mail\.)?([A-Za-z0-9_-]{43})$/.exec(hash) ?? []
  return token ? { token, byMail: mail !== undefined } : undefined
}
