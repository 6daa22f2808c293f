import { closeLink, openLink, openSight } from '@peyvand/domain/linking/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { command } from '../../platform/api.ts'
import { usePlace } from '../../platform/place.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AnswerCode } from './answer-code.tsx'
import type { AnswerLink } from './answer-code.tsx'
import { AnswerReferral } from './answer-referral.tsx'
import { AnswerSight } from './answer-sight.tsx'

type Opened = AnswerOf<typeof openLink> | AnswerOf<typeof openSight>

/** How long the server keeps an opened link open; then the page must not show it either. */
const openFor = 30 * 60_000

/**
 * The page behind an answer link, for a partner or a client without an account. Nothing personal before the
 * code; what is shown lives in memory alone and goes when the page goes.
 */
export function AnswerScreen() {
  const t = useWords()
  const go = useGo()
  const link = useLink()
  usePlace(t(link?.isOwn ? 'linking.own.page' : 'linking.answer'))
  const [opened, setOpened] = useState<Opened>()
  const [isOver, setOver] = useState(false)
  const [left, setLeft] = useState<'partner' | 'own'>()
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
    setLeft(opened && 'sight' in opened ? 'own' : 'partner')
    go('/answer', { replace: true })
  }
  if (left) {
    return (
      <EmptyState icon="lock" title={t('linking.answer.left')}>
        {t(left === 'own' ? 'linking.own.leftNext' : 'linking.answer.leftNext')}
      </EmptyState>
    )
  }
  if (opened && 'sight' in opened) return <AnswerSight sight={opened.sight} onLeave={leave} />
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
      link={link}
      isOver={isOver}
      onCode={async (code) => {
        const sent = { input: { token: link.token, code } }
        const answer = link.isOwn ? await command(openSight, sent) : await command(openLink, sent)
        setOver(false)
        setOpened(answer)
      }}
    />
  )
}

/** What stands after `#`; another code scanned in the same window changes it without a new page. */
function useLink(): AnswerLink | undefined {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
    () => location.hash.slice(1),
  )
  const [, own, mail, token] = /^(own\.)?(mail\.)?([A-Za-z0-9_-]{43})$/.exec(hash) ?? []
  return token ? { token, isOwn: own !== undefined, byMail: mail !== undefined } : undefined
}
