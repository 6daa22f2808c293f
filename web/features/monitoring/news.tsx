import { listNotices, readMe, seeNotices } from '@peyvand/domain/agency/contract.ts'
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
          const href = placeOf(notice)
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

/** Where the reader goes from here: an emergency to its review, all else to the case. */
function placeOf({ kind, facts }: { kind: string; facts: Record<string, unknown> }) {
  if (kind === 'emergency_access' || kind === 'emergency_reviewed') return '/emergencies'
  return typeof facts.caseId === 'string' ? `/cases/${facts.caseId}` : undefined
}

function wordsOf(facts: Record<string, unknown>) {
  const { fullName, number, to, role, category, finding, may } = facts
  const other = (fact: unknown) => (typeof fact === 'string' ? fact : 'other')
  return {
    role: other(role),
    category: other(category),
    finding: other(finding),
    may: may === true ? 'true' : 'false',
    name: typeof fullName === 'string' ? fullName : '',
    number: typeof number === 'string' ? number : '',
    to: other(to),
  }
}
