import { listNotices, readMe, seeNotices } from '@peyvand/domain/agency/contract.ts'
import { hasRole, useMe } from '../../platform/me.tsx'
import type { Me } from '../../platform/me.tsx'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { hasWords, useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Link } from '../../ui/link.tsx'
import styles from './today.module.css'

const shown = 6

/** What happened without me: joined a team, a partner answered, roles changed. */
export function News() {
  const t = useWords()
  const { formatRelativeDays, dayOfInstant } = useFormats()
  const { today } = useLocale()
  const me = useMe()
  const { data } = useEndpoint(listNotices)
  const see = useCommand(seeNotices, { stale: [listNotices, readMe] })
  const unseen = (data?.notices ?? []).filter(({ seenAt }) => seenAt === null)
  if (unseen.length === 0) return null
  return (
    <Section
      title={t('monitoring.news')}
      aside={
        <Button look="link" size="small" isPending={see.isPending} onPress={() => void see.run()}>
          {t('monitoring.news.seen')}
        </Button>
      }
    >
      <ul className={styles.news}>
        {unseen.slice(0, shown).map((notice) => {
          const id = `monitoring.notice.${notice.kind}`
          const href = placeOf(notice, me)
          const words = hasWords(id)
            ? t(id, wordsOf(notice.facts))
            : t('monitoring.notice.something')
          return (
            <li key={notice.id}>
              <p className={styles.newsHead}>
                {href ? <Link href={href}>{words}</Link> : <span>{words}</span>}
                <span>{formatRelativeDays(dayOfInstant(notice.at), today)}</span>
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** Where the reader goes from here: an emergency to its review, an account to those who keep it, all else to the case. */
function placeOf({ kind, facts }: { kind: string; facts: Record<string, unknown> }, me: Me) {
  if (kind === 'emergency_access' || kind === 'emergency_reviewed') return '/emergencies'
  if (kind.startsWith('account_') || kind === 'partner_token_made') {
    if (hasRole(me, 'administrator')) {
      return kind === 'partner_token_made' ? '/administration/machines' : '/administration/workers'
    }
    return hasRole(me, 'auditor') ? '/administration/audit' : undefined
  }
  return typeof facts.caseId === 'string' ? `/cases/${facts.caseId}` : undefined
}

function wordsOf(facts: Record<string, unknown>) {
  const { fullName, number, to, role, category, finding, may } = facts
  const { byName, supervisorName, organisation, alsoSecondFactor } = facts
  const other = (fact: unknown) => (typeof fact === 'string' ? fact : 'other')
  const said = (fact: unknown) => (typeof fact === 'string' ? fact : '')
  return {
    role: other(role),
    category: other(category),
    finding: other(finding),
    may: may === true ? 'true' : 'false',
    name: said(fullName),
    number: said(number),
    to: other(to),
    by: said(byName),
    supervisor: said(supervisorName),
    supervised: said(supervisorName) === '' ? 'false' : 'true',
    organisation: said(organisation),
    both: alsoSecondFactor === true ? 'true' : 'false',
  }
}
